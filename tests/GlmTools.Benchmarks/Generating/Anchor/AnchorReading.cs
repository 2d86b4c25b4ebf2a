using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Benchmarks.Generating.Anchor;

/// <summary>From symbols to what the anchor knows of a method.</summary>
internal static class AnchorReading
{
    public static AnchorMethod Read(IMethodSymbol method) => new(
        method.ContainingNamespace.ToDisplayString(),
        method.ContainingType.Name,
        method.Name,
        DescriptionOf(method),
        new([.. method.Parameters.Select(Read).Where(static member => member.Kind != AnchorKind.Cancellation)]));

    private static string DescriptionOf(IMethodSymbol method) => method.GetAttributes()
        .Where(static attribute => attribute.AttributeClass?.Name == "DescriptionAttribute")
        .Select(static attribute => attribute.ConstructorArguments[0].Value as string)
        .FirstOrDefault() ?? "";

    private static AnchorMember Read(IParameterSymbol parameter) => Read(
        parameter.Name,
        parameter.Type,
        parameter.HasExplicitDefaultValue,
        parameter.HasExplicitDefaultValue ? SymbolDisplay.FormatPrimitive(parameter.ExplicitDefaultValue ?? "null", quoteStrings: true, useHexadecimalNumbers: false) : null);

    private static AnchorMember Read(string name, ITypeSymbol declared, bool isOptional = false, string? defaultValue = null)
    {
        var type = declared is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : declared;
        var kind = KindOf(type);
        return new(name, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), kind, isOptional, defaultValue, new([.. MembersOf(type, kind)]));
    }

    private static IEnumerable<AnchorMember> MembersOf(ITypeSymbol type, AnchorKind kind) => kind switch
    {
        AnchorKind.Object => type.GetMembers().OfType<IPropertySymbol>()
            .Where(static property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false })
            .Select(static property => Read(property.Name, property.Type)),
        AnchorKind.Enumeration => type.GetMembers().OfType<IFieldSymbol>()
            .Select(static field => new AnchorMember(field.Name, "", AnchorKind.Text, false, null, new([]))),
        AnchorKind.List => [Read("item", type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)type).TypeArguments[0])],
        _ => [],
    };

    private static AnchorKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => AnchorKind.Text,
        SpecialType.System_Int32 or SpecialType.System_Int64 => AnchorKind.Integer,
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => AnchorKind.Number,
        SpecialType.System_Boolean => AnchorKind.Truth,
        _ when type.TypeKind == TypeKind.Enum => AnchorKind.Enumeration,
        _ when type is IArrayTypeSymbol || type.Name == "List" => AnchorKind.List,
        _ when type.Name == "DateTimeOffset" => AnchorKind.Time,
        _ when type.Name == "CancellationToken" => AnchorKind.Cancellation,
        _ => AnchorKind.Object,
    };
}
