using System.Diagnostics;
using System.Globalization;
using GlmTools.Benchmarks.Measuring;
using GlmTools.Generators;
using Microsoft.Extensions.AI;

namespace GlmTools.Benchmarks.Generating;

/// <summary><c>dotnet build</c> of a project with many tools, with the generator and without.</summary>
internal static class ProjectBuild
{
    private const int Pairs = 3;

    public static Table Compare(int tools)
    {
        var folder = Directory.CreateTempSubdirectory("glmtools-build-");
        try
        {
            var plain = Create(folder.CreateSubdirectory("plain"), tools, generates: false);
            var own = Create(folder.CreateSubdirectory("own"), tools, generates: true);
            Build(plain, "--verbosity", "quiet");
            Build(own, "--verbosity", "quiet");
            List<double> limits = [Rebuild(plain)];
            var times = new List<double>();
            for (var pair = 0; pair < Pairs; pair++)
            {
                times.Add(Rebuild(own));
                limits.Add(Rebuild(plain));
            }

            return new(
                FormattableString.Invariant($"dotnet build, {tools:#,0} tools"),
                [new("without the generator (limit)", new("x", 1), new("min s", limits.Min())), new("with it", new("x", Statistics.Ratio(times, limits)), new("min s", times.Min()))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Create(DirectoryInfo folder, int tools, bool generates)
    {
        foreach (var (source, number) in ToolSources.Files(tools).Prepend(ToolSources.Shapes).Select(static (source, number) => (source, number)))
        {
            File.WriteAllText(Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"File{number}.cs")), source);
        }

        var project = Path.Combine(folder.FullName, "Many.csproj");
        var analyzer = generates ? $"<Analyzer Include=\"{typeof(GlmToolGenerator).Assembly.Location}\" />" : "";
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(GlmTool).Assembly.Location}" />
                <Reference Include="{typeof(AIFunction).Assembly.Location}" />
                {analyzer}
              </ItemGroup>
            </Project>
            """);
        return project;
    }

    private static double Rebuild(string project)
    {
        var began = Stopwatch.GetTimestamp();
        Build(project, "--no-restore", "--no-incremental", "--verbosity", "quiet");
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    // Not redirected: the compiler's server outlives the build, and would hold on to the other end.
    private static void Build(string project, params string[] options)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["build", project, .. options, "--nologo", "-clp:ErrorsOnly"]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet build {project} failed.");
        }
    }
}
