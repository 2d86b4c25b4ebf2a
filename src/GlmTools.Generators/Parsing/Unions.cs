using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Finds the cases of closed unions: what <c>[JsonDerivedType]</c> lists, or what derives from an abstract type beside it.</summary>
internal static class Unions
{
    private const string DefaultProperty = "$type";

    /// <param name="type">The base type.</param>
    /// <param name="property">The name of the member that tells the cases apart.</param>
    /// <returns>The cases in the order of their names on the wire; none where the type is no union.</returns>
    public static IReadOnlyList<(INamedTypeSymbol Type, string Name)> CasesOf(INamedTypeSymbol type, out string property)
    {
        property = type.Attribute(ObjectMembers.JsonNamespace, "JsonPolymorphicAttribute")?.Named("TypeDiscriminatorPropertyName") as string ?? DefaultProperty;
        var listed = type.GetAttributes()
            .Where(static a => a.AttributeClass.Is(ObjectMembers.JsonNamespace, "JsonDerivedTypeAttribute"))
            .Where(static a => a.ConstructorArguments.Length == 2 && a.ConstructorArguments[0].Value is INamedTypeSymbol && a.ConstructorArguments[1].Value is string)
            .Select(static a => ((INamedTypeSymbol)a.ConstructorArguments[0].Value!, (string)a.ConstructorArguments[1].Value!))
            .ToList();
        if (listed.Count == 0 && (type.IsAbstract || type.TypeKind == TypeKind.Interface))
        {
            listed = [.. Neighbours(type).Where(candidate => DerivesFrom(candidate, type)).Select(static derived => (derived, derived.Name))];
        }

        return [.. listed.OrderBy(static entry => entry.Item2, StringComparer.Ordinal)];
    }

    // The types nested in it and those of its namespace: looking through all of an assembly would cost every edit.
    private static IEnumerable<INamedTypeSymbol> Neighbours(INamedTypeSymbol type)
        => type.GetTypeMembers()
            .Concat(type.ContainingType is { } outer ? outer.GetTypeMembers() : type.ContainingNamespace.GetTypeMembers())
            .Where(static candidate => candidate.TypeKind is TypeKind.Class or TypeKind.Struct);

    private static bool DerivesFrom(INamedTypeSymbol candidate, INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Interface
            ? candidate.AllInterfaces.Contains(type, SymbolEqualityComparer.Default)
            : candidate.Ancestry().Any(ancestor => !SymbolEqualityComparer.Default.Equals(ancestor, candidate) && SymbolEqualityComparer.Default.Equals(ancestor, type));
}
