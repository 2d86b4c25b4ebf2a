using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>The collections a list or a dictionary can stand for.</summary>
internal static class Collections
{
    private const string Namespace = "System.Collections.Generic";

    /// <summary>What a list-like type holds, or <see langword="null"/>.</summary>
    public static ITypeSymbol? ElementOf(INamedTypeSymbol type)
        => type.Name is "List" or "IList" or "IReadOnlyList" or "ICollection" or "IReadOnlyCollection" or "IEnumerable"
            && type.TypeArguments.Length == 1 && type.Is(Namespace, type.Name)
            ? type.TypeArguments[0]
            : null;

    /// <summary>What a dictionary-like type holds under its keys, or <see langword="null"/>.</summary>
    public static ITypeSymbol? ValueOf(INamedTypeSymbol type)
        => type.Name is "Dictionary" or "IDictionary" or "IReadOnlyDictionary"
            && type.TypeArguments.Length == 2 && type.Is(Namespace, type.Name)
            ? type.TypeArguments[1]
            : null;
}
