using System.Diagnostics;
using System.Globalization;
using GlmTools.Benchmarks.Measuring;
using GlmTools.Generators;
using Microsoft.Extensions.AI;

namespace GlmTools.Benchmarks.Generating;

/// <summary>
/// <c>dotnet build</c> of a project with many tools. The limit is the same project without a generator's work: what the generator writes is
/// there as files, because that it has to be compiled is the price of the code, whoever writes it.
/// </summary>
internal static class ProjectBuild
{
    private const int Pairs = 3;

    /// <summary>Builds with a compiler that is running already, as on a developer's machine, or with a new one each time, as on a build server.</summary>
    public static Table Compare(int tools, bool isCompilerShared)
    {
        var folder = Directory.CreateTempSubdirectory("glmtools-build-");
        try
        {
            string[] sources = [ToolSources.Shapes, .. ToolSources.Files(tools)];
            var generated = Compilations.Generate(Compilations.Of("Many", sources), new GlmToolGenerator());
            var text = Create(folder.CreateSubdirectory("text"), generated.SyntaxTrees.Select(static tree => tree.ToString()), generates: false);
            var plain = Create(folder.CreateSubdirectory("plain"), sources, generates: false);
            var own = Create(folder.CreateSubdirectory("own"), sources, generates: true);
            var shared = $"-p:UseSharedCompilation={(isCompilerShared ? "true" : "false")}";
            string[] projects = [text, plain, own];
            foreach (var project in projects)
            {
                Build(project, shared);
            }

            List<double> limits = [Rebuild(text, shared)];
            var (plains, owns) = (new List<double>(), new List<double>());
            for (var pair = 0; pair < Pairs; pair++)
            {
                plains.Add(Rebuild(plain, shared));
                owns.Add(Rebuild(own, shared));
                limits.Add(Rebuild(text, shared));
            }

            return new(
                FormattableString.Invariant($"dotnet build, {tools:#,0} tools, {(isCompilerShared ? "compiler running" : "new compiler")}"),
                [
                    Row("generated text as files (limit)", limits, limits),
                    Row("with the generator", owns, limits),
                    Row("methods alone, no generated code", plains, limits),
                ]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Row Row(string name, List<double> times, List<double> limits)
        => new(name, new("x", times == limits ? 1 : Statistics.Ratio(times, limits)), new("min s", times.Min()));

    private static string Create(DirectoryInfo folder, IEnumerable<string> sources, bool generates)
    {
        foreach (var (source, number) in sources.Select(static (source, number) => (source, number)))
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

    private static double Rebuild(string project, string option)
    {
        var began = Stopwatch.GetTimestamp();
        Build(project, option, "--no-restore", "--no-incremental");
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    // Not redirected: the compiler's server outlives the build, and would hold on to the other end.
    private static void Build(string project, params string[] options)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["build", project, .. options, "--nologo", "--verbosity", "quiet", "-clp:ErrorsOnly;NoSummary"]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet build {project} failed.");
        }
    }
}
