using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>A property that is data, or a field that is: of a struct, or marked with <c>[JsonInclude]</c>.</summary>
internal sealed class DataMember
{
    private DataMember(ISymbol symbol, ITypeSymbol type, bool canRead, bool canWrite, bool isInitOnly, bool isRequired)
        => (Symbol, Type, CanRead, CanWrite, IsInitOnly, IsRequired) = (symbol, type, canRead, canWrite, isInitOnly, isRequired);

    public ISymbol Symbol { get; }

    public ITypeSymbol Type { get; }

    public bool CanRead { get; }

    public bool CanWrite { get; }

    public bool IsInitOnly { get; }

    public bool IsRequired { get; }

    public string Name => Symbol.Name;

    public string JsonName => Symbol.AttributeText(ObjectMembers.JsonNamespace, "JsonPropertyNameAttribute") ?? ToolNames.ForMember(Name);

    /// <summary>The data members of a type, those of its base types first.</summary>
    public static IEnumerable<DataMember> Of(INamedTypeSymbol type)
        => type.Ancestry().SelectMany(static t => t.GetMembers())
            .Where(static m => m is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } or IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Name: not "EqualityContract" })
            .Select(Of).Where(static m => m is not null && !m.IsIgnored())
            .GroupBy(static m => m!.Name).Select(static overrides => overrides.Last()!);

    private static DataMember? Of(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 } property => new(
            property,
            property.Type,
            property.GetMethod is { DeclaredAccessibility: Accessibility.Public },
            property.SetMethod is { } setter && setter.IsReachable(),
            property.SetMethod is { IsInitOnly: true },
            property.IsRequired),
        IFieldSymbol { IsConst: false } field when field.ContainingType.IsValueType || field.Attribute(ObjectMembers.JsonNamespace, "JsonIncludeAttribute") is not null
            => new(field, field.Type, canRead: true, canWrite: !field.IsReadOnly, isInitOnly: false, field.IsRequired),
        _ => null,
    };

    // [JsonIgnore] with a condition only says when a value is not written.
    private bool IsIgnored()
        => Symbol.Attribute(ObjectMembers.JsonNamespace, "JsonIgnoreAttribute") is { } attribute && attribute.Named("Condition") is null or 1;
}
