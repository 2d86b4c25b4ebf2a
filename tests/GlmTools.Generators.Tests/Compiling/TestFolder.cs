using System.Runtime.CompilerServices;

namespace GlmTools.Generators.Tests.Compiling;

/// <summary>Where the sources of this project are, with what its tests expect beside them.</summary>
internal static class TestFolder
{
    public static string Project { get; } = Path.GetFullPath(Path.Combine(Here(), ".."));

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Project, "../.."));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
