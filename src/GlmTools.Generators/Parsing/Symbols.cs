using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Questions to symbols that the language of Roslyn has no short words for.</summary>
internal static class Symbols
{
    /// <summary>How generated code names a type.</summary>
    private static readonly SymbolDisplayFormat CSharpFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string CSharp(this ITypeSymbol type) => type.ToDisplayString(CSharpFormat);

    public static bool Is(this ISymbol? symbol, string containingNamespace, string name)
        => symbol?.Name == name && symbol.ContainingNamespace is { } space && space.IsNamed(containingNamespace);

    /// <summary>Whether a namespace has this full name. Asked for each attribute of each symbol, so it makes no string.</summary>
    public static bool IsNamed(this INamespaceSymbol space, string name)
    {
        var end = name.Length;
        for (; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            var start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0 || (start > 0 && name[start - 1] != '.'))
            {
                return false;
            }

            end = start - 1;
        }

        return end < 0;
    }

    public static AttributeData? Attribute(this ISymbol symbol, string containingNamespace, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(containingNamespace, name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The text an attribute holds as its first argument.</summary>
    public static string? AttributeText(this ISymbol symbol, string containingNamespace, string name)
        => symbol.Attribute(containingNamespace, name)?.ConstructorArguments.FirstOrDefault().Value as string;

    public static object? Named(this AttributeData attribute, string property)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    public static bool IsDeclaredIn(this ISymbol member, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(member.ContainingType, type);

    /// <summary>Whether generated code in the same assembly can name the symbol and everything around it.</summary>
    public static bool IsReachable(this ISymbol symbol)
    {
        for (ISymbol? s = symbol; s is not null and not INamespaceSymbol; s = s.ContainingSymbol)
        {
            if (s.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
                || s is INamedTypeSymbol { IsFileLocal: true })
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsPublic(this ITypeSymbol type)
        => type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || type.ContainingType.IsPublic());

    /// <summary>A type and what it inherits from, the root first.</summary>
    public static IEnumerable<INamedTypeSymbol> Ancestry(this INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var t = type; t is not null && t.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); t = t.BaseType)
        {
            types.Push(t);
        }

        return types;
    }
}
