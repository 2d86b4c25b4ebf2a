using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace GlmTools.Generators.Tests.Locking;

/// <summary>A project of a user in a folder of its own, built as on any machine: by a process of the SDK.</summary>
internal sealed class BuiltProject : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glmtools-lock-");

    public BuiltProject(string source)
    {
        Write("Tools.cs", source);
        Write("Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Using Include="GlmTools" />
                <Reference Include="{typeof(GlmTool).Assembly.Location}" />
                <Reference Include="{typeof(AIFunction).Assembly.Location}" />
                <Analyzer Include="{typeof(GlmToolGenerator).Assembly.Location}" />
              </ItemGroup>
              <Import Project="{Path.Combine(Here(), "../../../src/GlmTools/build/GlmTools.targets")}" />
            </Project>
            """);
    }

    public string LockPath => Path.Combine(_folder.FullName, "glmtools.lock.json");

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    /// <summary>Builds, which has to succeed.</summary>
    /// <returns>What the build said.</returns>
    public async Task<string> Build(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The build that runs this test tells its own children where its SDK is; a user's build is nobody's child.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var timeout = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        var said = await output + await error;
        Assert.True(process.ExitCode == 0, said);
        return said;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
