using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Turns types into models, or says why that cannot be done.</summary>
/// <param name="sink">Takes the objections.</param>
/// <param name="at">The parameter or method an objection is shown at.</param>
/// <param name="forResult">Whether values are written rather than read.</param>
internal sealed class TypeParser(RuleSink sink, ISymbol at, bool forResult)
{
    private readonly Stack<ITypeSymbol> _open = new();

    public RuleSink Sink => sink;

    /// <summary>What an objection is shown at.</summary>
    public ISymbol At => at;

    /// <param name="type">The type.</param>
    /// <param name="place">Where it is used, for a message: <c>order.lines</c>.</param>
    public ValueModel? Parse(ITypeSymbol type, string place)
    {
        sink.CancellationToken.ThrowIfCancellationRequested();
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        var core = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return ParseCore(core, place) is { } model ? new(model, type.CSharp(), isNullable, type.IsReferenceType) : null;
    }

    private TypeModel? ParseCore(ITypeSymbol type, string place) => type switch
    {
        _ when Scalars.Of(type) is { } scalar => scalar,
        { TypeKind: TypeKind.Enum } => ParseEnum((INamedTypeSymbol)type, place),
        IArrayTypeSymbol array => ParseArray(array, place),
        INamedTypeSymbol named when Collections.ElementOf(named) is { } element => ParseList(named, element, place),
        INamedTypeSymbol named when Collections.ValueOf(named) is { } value => ParseDictionary(named, value, place),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named => ParseObject(named, place),
        _ => Unsupported(place, type, RemedyFor(type)),
    };

    private EnumModel? ParseEnum(INamedTypeSymbol type, string place)
    {
        if (!IsReachable(type))
        {
            return null;
        }

        if (type.Attribute("System", "FlagsAttribute") is not null)
        {
            return (EnumModel?)Unsupported(place, type, "take an array of an enum without [Flags]");
        }

        // Names that share a value are the same to C#; the first one stands for all.
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue)
            .GroupBy(static f => f.ConstantValue).Select(static g => g.First())
            .Select(static f => new EnumMemberModel(f.Name, f.AttributeText("System.Text.Json.Serialization", "JsonStringEnumMemberNameAttribute") ?? f.Name))
            .ToArray();
        return members.Length > 0 ? new(type.CSharp(), type.Name, new(members)) : (EnumModel?)Unsupported(place, type, "give the enum a member");
    }

    private TypeModel? ParseArray(IArrayTypeSymbol type, string place)
    {
        if (type.Rank > 1)
        {
            return Unsupported(place, type, "take an array of arrays");
        }

        if (type.ElementType.SpecialType == SpecialType.System_Byte)
        {
            return Unsupported(place, type, "take a string and decode it");
        }

        return Parse(type.ElementType, place + "[]") is { } element ? new ListModel(type.CSharp(), element, IsArray: true) : null;
    }

    private ListModel? ParseList(INamedTypeSymbol type, ITypeSymbol element, string place)
        => Parse(element, place + "[]") is { } model ? new(type.CSharp(), model, IsArray: false) : null;

    private TypeModel? ParseDictionary(INamedTypeSymbol type, ITypeSymbol value, string place)
    {
        if (type.TypeArguments[0].SpecialType != SpecialType.System_String)
        {
            return Unsupported(place, type, "use string keys");
        }

        return Parse(value, place + "{}") is { } model ? new DictionaryModel(type.CSharp(), model) : null;
    }

    private TypeModel? ParseObject(INamedTypeSymbol type, string place)
    {
        if (type.IsTupleType || type.SpecialType == SpecialType.System_Object || IsFrameworkType(type) || (type.IsAbstract && !forResult))
        {
            return Unsupported(place, type, RemedyFor(type));
        }

        if (_open.Contains(type, SymbolEqualityComparer.Default))
        {
            return Unsupported(place, type, "it contains itself, which is not supported yet: refer to the inner one by an id");
        }

        if (!IsReachable(type))
        {
            return null;
        }

        _open.Push(type);
        var members = forResult ? ObjectMembers.Read(this, type, place) : ObjectMembers.Bound(this, type, place);
        _open.Pop();
        return members is null ? null : new ObjectModel(type.CSharp(), type.Name, type.IsValueType, new(members));
    }

    /// <summary>Objects to a type. Always <see langword="null"/>, so that it can be returned.</summary>
    public TypeModel? Unsupported(string place, ITypeSymbol type, string remedy)
    {
        sink.Report(Rules.UnsupportedType, at, place, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), remedy);
        return null;
    }

    private bool IsReachable(INamedTypeSymbol type)
    {
        if (type.IsReachable())
        {
            return true;
        }

        sink.Report(Rules.Inaccessible, at, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
        return false;
    }

    // Exception, Stream, Type and the like have properties, but nobody means those by taking one.
    private static bool IsFrameworkType(INamedTypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            root = root.ContainingNamespace;
        }

        return root is { IsGlobalNamespace: false, Name: "System" or "Microsoft" };
    }

    private static string RemedyFor(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } or { IsAbstract: true } => "use a class, record or struct that says what to send",
        { IsTupleType: true } => "use a record, whose members have names",
        { TypeKind: TypeKind.TypeParameter } => "use a closed type",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "use a value",
        { TypeKind: TypeKind.Delegate } => "a model cannot send code",
        _ => "use a record with the members the model should see, or a string",
    };
}
