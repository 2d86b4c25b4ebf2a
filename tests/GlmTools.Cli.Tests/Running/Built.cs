using System.Runtime.CompilerServices;

namespace GlmTools.Cli.Tests.Running;

/// <summary>What this build has made.</summary>
internal static class Built
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>The tools of this project.</summary>
    public static string Own => typeof(Built).Assembly.Location;

    /// <summary>A program without a way to services.</summary>
    public static string Types => Sample("Types");

    public static string WeatherAgent => Sample("WeatherAgent");

    /// <summary>The command as a program.</summary>
    public static string Cli => typeof(CommandLine).Assembly.Location;

    public static string Generator => Path.Combine(Root, "src", "GlmTools.Generators", "bin", Configuration, "netstandard2.0", "GlmTools.Generators.dll");

    public static string Root => Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    private static string Sample(string name) => Path.Combine(Root, "samples", name, "bin", Configuration, "net10.0", $"{name}.dll");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
