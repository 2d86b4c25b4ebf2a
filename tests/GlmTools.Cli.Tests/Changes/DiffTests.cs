using GlmTools.Cli.Tests.Running;
using GlmTools.Cli.Tests.Tools;

namespace GlmTools.Cli.Tests.Changes;

public class DiffTests
{
    [Fact]
    public async Task The_same_tools_have_no_changes()
    {
        using var scratch = new Scratch();
        var schema = scratch.Write("schema.json", DeskTools.Tools.ToJson());

        Assert.Equal("no changes", (await Glmtools.RunAsync("diff", schema, schema)).Ok().Trim());
    }

    [Fact]
    public async Task Breaking_changes_come_first_and_are_not_fine()
    {
        using var scratch = new Scratch();
        var (before, after) = Schemas(scratch);
        var printed = await Glmtools.RunAsync("diff", before, after);

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.Equal(
            """
            breaking  GLM033  Tool 'discard' takes '/what' under another name: "what" -> "thing"
                      GLM037  Tool 'add' describes itself in other words: "Adds two numbers." -> "Sums up."
            2 changes, 1 breaking

            """.ReplaceLineEndings("\n"),
            printed.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_breaks_nothing_is_fine()
    {
        using var scratch = new Scratch();
        var before = scratch.Write("old.json", DeskTools.Tools.ToJson());
        var after = scratch.Write("new.json", DeskTools.Tools.ToJson().Replace("Adds two numbers.", "Sums up.", StringComparison.Ordinal));

        Assert.Contains("1 change, none breaking", (await Glmtools.RunAsync("diff", before, after)).Ok(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_is_for_a_pull_request()
    {
        using var scratch = new Scratch();
        var (before, after) = Schemas(scratch);

        Assert.Equal(
            """
            ### Tools: 2 changes, 1 breaking

            **Breaking**

            - Tool 'discard' takes '/what' under another name: "what" -> "thing" (GLM033)

            **Not breaking**

            - Tool 'add' describes itself in other words: "Adds two numbers." -> "Sums up." (GLM037)

            """.ReplaceLineEndings("\n"),
            (await Glmtools.RunAsync("diff", before, after, "--markdown")).Out);
    }

    [Fact]
    public async Task Programs_get_each_change_in_parts()
    {
        using var scratch = new Scratch();
        var (before, after) = Schemas(scratch);
        var json = (await Glmtools.RunAsync("diff", before, after, "--json")).Json;
        var change = json.GetProperty("changes")[0];

        Assert.True(json.GetProperty("breaking").GetBoolean());
        Assert.Equal(("GLM033", "discard", "/what", true), (change.GetProperty("id").GetString(), change.GetProperty("tool").GetString(), change.GetProperty("path").GetString(), change.GetProperty("breaking").GetBoolean()));
    }

    [Fact]
    public async Task An_assembly_is_compared_by_type_and_name()
    {
        using var scratch = new Scratch();
        var tools = DeskTools.Tools.ToJson();
        var printed = await Glmtools.RunAsync("diff", Built.Own, Built.Own);
        Assert.Equal("no changes", printed.Ok().Trim());

        Assert.Contains("GLM031  Tool 'play' of 'GlmTools.Cli.Tests.Tools.Stranger+Child' is new", (await Glmtools.RunAsync("diff", scratch.Write("a.json", tools), Built.Own)).Ok(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_git_revision_is_read_from_git()
    {
        using var scratch = new Scratch();
        var schema = scratch.Write("tools/schema.json", DeskTools.Tools.ToJson());
        await GitAsync(scratch, "init", "-q");
        await GitAsync(scratch, "add", ".");
        await GitAsync(scratch, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        scratch.Write("tools/schema.json", DeskTools.Tools.ToJson().Replace("\"what\"", "\"thing\"", StringComparison.Ordinal));

        // Where the command runs matters to git, so that it takes a process.
        var printed = await Processes.RunAsync("dotnet", scratch.Folder, Built.Cli, "diff", "HEAD:tools/schema.json", "tools/schema.json");
        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.Contains("GLM033", printed.Out, StringComparison.Ordinal);
        Assert.Contains("git show", (await Processes.RunAsync("dotnet", scratch.Folder, Built.Cli, "diff", "HEAD:nothing.json", schema)).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_of_a_git_revision_is_built_from_a_copy()
    {
        const string Source = """
            public static class Desk
            {
                /// <summary>Sums up.</summary>
                [GlmTool] public static int Sum(int left, int right) => left + right;
            }
            """;
        using var scratch = new Scratch();
        scratch.WriteProject("shop", Source);
        await GitAsync(scratch, "init", "-q");
        await GitAsync(scratch, "add", ".");
        await GitAsync(scratch, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "first");
        scratch.WriteProject("shop", Source.Replace("int right", "int right = 1", StringComparison.Ordinal));
        var printed = await Processes.RunAsync("dotnet", scratch.Folder, Built.Cli, "diff", "HEAD:shop", "shop");

        Assert.Equal("GLM036  Tool 'sum' of 'Desk' takes more as '/right': required -> optional", printed.Ok().Split('\n')[0].Trim());
        Assert.Equal(" M shop/Tools.cs", (await Processes.RunAsync("git", scratch.Folder, "status", "--short", "--untracked-files=no")).Ok().TrimEnd());
    }

    [Fact]
    public async Task A_file_without_tools_is_told()
    {
        using var scratch = new Scratch();
        var good = scratch.Write("good.json", DeskTools.Tools.ToJson());

        Assert.Contains("bad.json", (await Glmtools.RunAsync("diff", good, scratch.Write("bad.json", "{}"))).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    private static (string Before, string After) Schemas(Scratch scratch)
    {
        var tools = DeskTools.Tools.ToJson();
        return (scratch.Write("old.json", tools), scratch.Write("new.json", tools.Replace("\"what\"", "\"thing\"", StringComparison.Ordinal).Replace("Adds two numbers.", "Sums up.", StringComparison.Ordinal)));
    }

    private static async Task GitAsync(Scratch scratch, params string[] arguments) => (await Processes.RunAsync("git", scratch.Folder, arguments)).Ok();
}
