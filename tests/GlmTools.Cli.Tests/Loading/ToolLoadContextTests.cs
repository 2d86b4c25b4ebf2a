using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Loading;

/// <summary>Assemblies as builds leave them.</summary>
public class ToolLoadContextTests
{
    private const string Source = """
        namespace Demo;
        public sealed class Schemas
        {
            /// <summary>Names a type.</summary>
            [GlmTool] public string Name(string text) => NJsonSchema.JsonSchema.FromType<int>().Type + text;
        }
        """;

    [Fact]
    public async Task A_library_finds_the_packages_that_its_build_left_where_they_are()
    {
        using var scratch = new Scratch();
        var project = scratch.WriteProject("a", Source);

        // A package that the command itself has not.
        var xml = File.ReadAllText(project).Replace("<Using Include", """<PackageReference Include="NJsonSchema" Version="10.7.2" /><Using Include""", StringComparison.Ordinal);
        File.WriteAllText(project, xml);

        Assert.Equal("Integer!", (await Glmtools.RunAsync("call", "name", """{"text":"!"}""", "-t", project)).Ok().Trim());
        Assert.False(File.Exists(scratch.PathOf("a/bin/Debug/net10.0/NJsonSchema.dll")));

        // Without a build the same assembly is taken, and a configuration nobody built is told.
        Assert.Equal("Integer?", (await Glmtools.RunAsync("call", "name", """{"text":"?"}""", "-t", project, "--no-build")).Ok().Trim());
        Assert.Contains("build the project first", (await Glmtools.RunAsync("list", project, "--no-build", "-c", "Release")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_that_was_built_with_a_newer_version_is_told_so()
    {
        using var scratch = new Scratch();
        scratch.Write("newer/A.cs", "public class A;");
        scratch.Write("newer/GlmTools.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Version>9.0.0</Version></PropertyGroup></Project>""");
        scratch.Write("user/B.cs", "public class B : A;");
        var project = scratch.Write("user/User.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../newer/GlmTools.csproj" /></ItemGroup>
            </Project>
            """);

        Assert.Contains("was built with GlmTools 9.0.0.0, and this command brings 0.", (await Glmtools.RunAsync("list", project)).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }
}
