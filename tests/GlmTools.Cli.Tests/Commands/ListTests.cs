using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Commands;

public class ListTests
{
    [Fact]
    public async Task Each_type_is_listed_by_the_name_the_lock_file_has()
    {
        var sets = (await Glmtools.RunAsync("list", Built.Own, "--json")).Json.GetProperty("sets");

        Assert.Equal(
            ["GlmTools.Cli.Tests.Tools.DeskTools", "GlmTools.Cli.Tests.Tools.Greeter", "GlmTools.Cli.Tests.Tools.Shelf{Book}", "GlmTools.Cli.Tests.Tools.Stranger", "GlmTools.Cli.Tests.Tools.Stranger+Child"],
            sets.EnumerateArray().Select(static set => set.GetProperty("set").GetString()));
    }

    [Fact]
    public async Task A_tool_is_listed_with_its_terms()
    {
        var set = (await Glmtools.RunAsync("list", Built.Own, "--set", "DeskTools", "--json")).Json.GetProperty("sets").EnumerateArray().Single();
        var discard = set.GetProperty("tools").EnumerateArray().Single(static tool => tool.GetProperty("name").GetString() == "discard");

        Assert.Equal("destructive", discard.GetProperty("effect").GetString());
        Assert.True(discard.GetProperty("requires_approval").GetBoolean());
        Assert.Equal("Throws everything away.", discard.GetProperty("description").GetString());
        Assert.InRange(discard.GetProperty("estimated_tokens").GetInt32(), 10, 100);
        Assert.Equal(Tools.DeskTools.Tools.Find("discard")!.Fingerprint, discard.GetProperty("fingerprint").GetString());
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_tool_and_no_colours_in_a_pipe()
    {
        var text = (await Glmtools.RunAsync("list", Built.Types)).Ok();

        Assert.StartsWith("Types.Shop\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("place_order ~254 tokens destructive, asks first Records nest, and a closed union is one of its cases.", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
    }

    [Theory]
    [InlineData("nowhere.dll", "nowhere.dll is not there")]
    [InlineData("nowhere", "nowhere is not there")]
    public async Task What_is_not_there_is_told(string path, string message)
        => Assert.Contains(message, (await Glmtools.RunAsync("list", path)).Failure(ExitCode.BadInput), StringComparison.Ordinal);

    [Fact]
    public async Task An_assembly_without_GlmTools_is_told_apart_from_one_that_is_none()
    {
        using var scratch = new Scratch();

        Assert.Contains("does not reference GlmTools", (await Glmtools.RunAsync("list", typeof(FactAttribute).Assembly.Location)).Failure(ExitCode.BadInput), StringComparison.Ordinal);
        Assert.Contains("is no .NET assembly", (await Glmtools.RunAsync("list", scratch.Write("a.dll", "text"))).Failure(ExitCode.BadInput), StringComparison.Ordinal);
        Assert.Contains("holds no project", (await Glmtools.RunAsync("list", scratch.Folder)).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_without_tools_is_told_with_the_nearest_one()
        => Assert.EndsWith("has no type 'DeskTool' with tools; did you mean 'DeskTools'?", (await Glmtools.RunAsync("list", Built.Own, "--set", "DeskTool")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
}
