using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Where a tool is, for what is said about it after it was parsed.</summary>
internal static class ToolSites
{
    /// <summary>The method, or the type where another one declares it.</summary>
    public static ISymbol Of(INamedTypeSymbol type, string tool)
        => ToolSetParser.AllTools(type).FirstOrDefault(method => IsNamed(method, tool) && method.IsDeclaredIn(type)) ?? (ISymbol)type;

    private static bool IsNamed(IMethodSymbol method, string tool)
        => method.Attribute("GlmTools", "GlmToolAttribute") is { } attribute && ToolParser.NameOf(method, attribute) == tool;
}
