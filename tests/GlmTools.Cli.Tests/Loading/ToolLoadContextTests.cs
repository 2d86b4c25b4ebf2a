using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Loading;

/// <summary>Assemblies as builds leave them.</summary>
public class ToolLoadContextTests
{
    private const string Source = """
        using System.CommandLine;
        namespace Demo;
        public sealed class Shell
        {
            /// <summary>Names an option.</summary>
            [GlmTool] public string Name(string text) => new Option<int>(text).Name;
        }
        """;

    [Fact]
    public async Task A_library_finds_the_packages_that_its_build_left_where_they_are()
    {
        using var scratch = new Scratch();
        var project = scratch.WriteProject("a", Source);
        var xml = File.ReadAllText(project).Replace("<Using Include", """<PackageReference Include="System.CommandLine" Version="3.0.0" /><Using Include""", StringComparison.Ordinal);
        File.WriteAllText(project, xml);

        Assert.Equal("--x", (await Glmtools.RunAsync("call", "name", """{"text":"--x"}""", "-t", project)).Ok().Trim());
        Assert.False(File.Exists(scratch.PathOf("a/bin/Debug/net10.0/System.CommandLine.dll")));

        // Without a build the same assembly is taken, and a configuration nobody built is told.
        Assert.Equal("--y", (await Glmtools.RunAsync("call", "name", """{"text":"--y"}""", "-t", project, "--no-build")).Ok().Trim());
        Assert.Contains("build the project first", (await Glmtools.RunAsync("list", project, "--no-build", "-c", "Release")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }
}
