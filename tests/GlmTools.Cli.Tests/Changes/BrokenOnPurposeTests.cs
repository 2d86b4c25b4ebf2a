using GlmTools.Cli.Loading;
using GlmTools.Cli.Tests.Running;
using GlmTools.Testing;

namespace GlmTools.Cli.Tests.Changes;

/// <summary>One renamed parameter: the snapshot, the compiler and the command all speak, and name the same change.</summary>
public class BrokenOnPurposeTests
{
    private const string Source = """
        namespace Demo;
        public sealed class Weather
        {
            /// <summary>Shows the weather.</summary>
            [GlmTool] public string Show(string city, int days = 1) => city + days;
        }
        """;

    private const string Rename = "takes '/city' under another name: \"city\" -> \"place\"";

    [Fact]
    public async Task A_renamed_parameter_is_told_by_all_in_the_same_words()
    {
        using var scratch = new Scratch();
        var before = scratch.WriteProject("before", Source);
        var after = scratch.WriteProject("after", Source.Replace("city", "place", StringComparison.Ordinal));

        // The lock file and the snapshot are accepted as the code was, and committed with it.
        Assert.Contains("GLM031  Tool 'show' of 'Demo.Weather' is new", (await Glmtools.RunAsync("lock", before, "--accept")).Ok(), StringComparison.Ordinal);
        Assert.Equal("no changes", (await Glmtools.RunAsync("lock", before)).Ok().Trim());
        var old = (await ToolSource.LoadAsync(before, new("Debug", isBuilt: true), CancellationToken.None)).Sets.Single().Tools;
        File.WriteAllText(scratch.PathOf("Weather.Show.verified.json"), old.ToJson(indented: true));
        await VerifyAsync(scratch, old);
        File.Copy(scratch.PathOf("before/glmtools.lock.json"), scratch.PathOf("after/glmtools.lock.json"));

        // The compiler.
        var built = await Processes.RunAsync("dotnet", scratch.PathOf("after"), "build", "-p:UseSharedCompilation=false");
        Assert.Contains($"warning GLM033: Tool 'show' of 'Demo.Weather' {Rename}", built.Ok(), StringComparison.Ordinal);

        // The snapshot test.
        var now = (await ToolSource.LoadAsync(after, new("Debug", isBuilt: true), CancellationToken.None)).Sets.Single().Tools;
        var difference = await Assert.ThrowsAsync<ToolSnapshotException>(() => VerifyAsync(scratch, now));
        Assert.Contains($"GLM033 breaks calls: Tool 'show' {Rename}", difference.Message, StringComparison.Ordinal);

        // The command, on projects and on the lock file.
        var line = $"breaking  GLM033  Tool 'show' of 'Demo.Weather' {Rename}\n1 change, breaking\n";
        foreach (var arguments in new string[][] { ["diff", before, after], ["diff", scratch.PathOf("before/glmtools.lock.json"), after], ["lock", after] })
        {
            var printed = await Glmtools.RunAsync(arguments);
            Assert.Equal(ExitCode.NotFine, printed.ExitCode);
            Assert.Equal(line, printed.Out.ReplaceLineEndings("\n"));
        }

        // Accepted, it is the new truth.
        (await Glmtools.RunAsync("lock", after, "--accept")).Ok();
        Assert.Equal("no changes", (await Glmtools.RunAsync("lock", after)).Ok().Trim());
    }

    private static Task VerifyAsync(Scratch scratch, GlmToolSet tools)
        => ToolSnapshot.Verify(tools, new() { Directory = scratch.Folder, FileName = "Weather.Show" });
}
