using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>A property that is data, or a field that is: of a struct, or marked with <c>[JsonInclude]</c>.</summary>
internal sealed class DataMember
{
    // The members of JsonIgnoreCondition that keep a member out of one direction or both.
    private const int Always = 1, WhenWriting = 4, WhenReading = 5;

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
            .Select(Of).Where(static m => m is not null)
            .GroupBy(static m => m!.Name).Select(static overrides => overrides.Last()!);

    private static DataMember? Of(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 } property => new(
            property,
            property.Type,
            property.GetMethod is { DeclaredAccessibility: Accessibility.Public },
            property.SetMethod is { DeclaredAccessibility: Accessibility.Public },
            property.SetMethod is { IsInitOnly: true },
            property.IsRequired),
        IFieldSymbol { IsConst: false } field when field.ContainingType.IsValueType || field.Attribute(ObjectMembers.JsonNamespace, "JsonIncludeAttribute") is not null
            => new(field, field.Type, canRead: true, canWrite: !field.IsReadOnly, isInitOnly: false, field.IsRequired),
        _ => null,
    };

    /// <summary>Whether <c>[JsonIgnore]</c> keeps it out of results or arguments; other conditions only say when a value is not written.</summary>
    public bool IsIgnored(bool forResult)
        => Symbol.Attribute(ObjectMembers.JsonNamespace, "JsonIgnoreAttribute") is { } ignore
            && (ignore.Named("Condition") as int? ?? Always) is var condition
            && (condition == Always || condition == (forResult ? WhenWriting : WhenReading));
}
