using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Documentation;

/// <summary>What a program with a host references besides GlmTools.</summary>
internal static class HostReferences
{
    private static readonly string[] Families = ["GlmTools.", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "OpenTelemetry", "System.Threading.RateLimiting."];

    // Those every program has, and what only tests have.
    private static readonly string[] Others = ["Microsoft.Extensions.AI.", "GlmTools.Generators."];

    public static IReadOnlyList<MetadataReference> All { get; } = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is var name && Begins(name, Families) && !Begins(name, Others) && name != "GlmTools.dll")
        .Select(static path => MetadataReference.CreateFromFile(path))];

    private static bool Begins(string name, string[] prefixes) => Array.Exists(prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
