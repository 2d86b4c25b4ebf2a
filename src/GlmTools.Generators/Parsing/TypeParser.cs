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
    /// <summary>How often a generic type may stand within itself, each time with other arguments: some do without end.</summary>
    private const int MaxForms = 4;

    // Made for the first type with members: most values have none.
    private Stack<ITypeSymbol>? _open;
    private HashSet<ITypeSymbol>? _recursive;
    private int _openGenerics;

    public RuleSink Sink => sink;

    /// <summary>What an objection is shown at.</summary>
    public ISymbol At => at;

    /// <param name="type">The type.</param>
    /// <param name="place">Where it is used, for a message: <c>order.lines</c>.</param>
    public ValueModel? Parse(ITypeSymbol type, string place)
    {
        sink.CancellationToken.ThrowIfCancellationRequested();

        // Within generic types it depends on those how deep a further one may go.
        if (_openGenerics == 0 && sink.KnownTypes.Find(type, forResult) is { } known)
        {
            return known;
        }

        var objections = sink.Objections;
        var value = ParseAnew(type, place);
        if (value is not null && sink.Objections == objections)
        {
            sink.KnownTypes.Add(type, forResult, value);
        }

        return value;
    }

    /// <summary>Objects to a type. Always <see langword="null"/>, so that it can be returned.</summary>
    public TypeModel? Unsupported(string place, ITypeSymbol type, string remedy)
    {
        sink.Report(Rules.UnsupportedType, at, place, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), remedy);
        return null;
    }

    private ValueModel? ParseAnew(ITypeSymbol type, string place)
    {
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        var core = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return ParseCore(core, place) is { } model ? new(model, type.CSharp(), isNullable, type.IsReferenceType) : null;
    }

    private TypeModel? ParseCore(ITypeSymbol type, string place) => type switch
    {
        IErrorTypeSymbol => null, // The compiler has said so already.
        _ when Scalars.Of(type) is { } scalar => scalar,
        { TypeKind: TypeKind.Enum } => ParseEnum((INamedTypeSymbol)type, place),
        _ when Collections.ListConversion(type) is { } conversion => ParseList(type, conversion, place),
        _ when Collections.DictionaryConversion(type) is { } conversion => ParseDictionary((INamedTypeSymbol)type, conversion, place),
        INamedTypeSymbol { IsTupleType: true } tuple => ParseTuple(tuple, place),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named when IsDescribable(named) => ParseNested(named, place),
        _ => Unsupported(place, type, RemedyFor(type)),
    };

    private EnumModel? ParseEnum(INamedTypeSymbol type, string place)
    {
        if (!IsReachable(type))
        {
            return null;
        }

        // Names that share a value are the same to C#; the first one stands for all. Of flags, only single bits are names.
        var isFlags = type.Attribute("System", "FlagsAttribute") is not null;
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue)
            .GroupBy(static f => f.ConstantValue).Select(static g => g.First())
            .Where(f => !isFlags || IsSingleBit(f.ConstantValue!))
            .Select(static f => new EnumMemberModel(f.Name, f.AttributeText("System.Text.Json.Serialization", "JsonStringEnumMemberNameAttribute") ?? f.Name))
            .ToArray();
        if (members.Length == 0)
        {
            Unsupported(place, type, "give the enum a member");
            return null;
        }

        if (!members.All(static m => ToolNames.IsListable(m.JsonName)))
        {
            Unsupported(place, type, "give its members names on the wire that are not empty and have no line break");
            return null;
        }

        return WireNames.AreDistinct(this, type, place, members) ? new(type.CSharp(), type.Name, isFlags, new(members)) : null;
    }

    private static bool IsSingleBit(object value)
    {
        var bits = Defaults.Bits(value);
        return bits != 0 && (bits & (bits - 1)) == 0;
    }

    private ListModel? ParseList(ITypeSymbol type, string conversion, string place)
        => Parse(Collections.ElementOf(type), place + "[]") is { } element ? new(type.CSharp(), element, conversion) : null;

    private TypeModel? ParseDictionary(INamedTypeSymbol type, string conversion, string place)
    {
        var key = ParseCore(type.TypeArguments[0].WithNullableAnnotation(NullableAnnotation.NotAnnotated), place + ".Keys");
        return key switch
        {
            null => null,
            EnumModel { IsFlags: false } or ScalarModel { JsonType: "integer" } or ScalarModel { CSharp: "string" }
                => Parse(type.TypeArguments[1], place + "{}") is { } value ? new DictionaryModel(type.CSharp(), key, value, conversion) : null,
            _ => Unsupported(place, type, "use strings, integers or an enum as keys"),
        };
    }

    private ObjectModel? ParseTuple(INamedTypeSymbol type, string place)
    {
        var members = new List<MemberModel>();
        foreach (var element in type.TupleElements)
        {
            if (Parse(element.Type, $"{place}.{element.Name}") is not { } value)
            {
                return null;
            }

            members.Add(new(ToolNames.ForMember(element.Name), element.Name, null, value, !value.IsNullable, null, MemberAssignment.Argument, default));
        }

        return WireNames.AreDistinct(this, type, place, members)
            ? new(type.CSharp(), "Tuple", ObjectKind.Tuple, IsRecursive: false, null, new(members))
            : null;
    }

    private TypeModel? ParseNested(INamedTypeSymbol type, string place)
    {
        _open ??= new();
        if (_open.Contains(type, SymbolEqualityComparer.Default))
        {
            (_recursive ??= new(SymbolEqualityComparer.Default)).Add(type);
            sink.Report(Rules.RecursiveType, at, place, type.Name);
            return new ReferenceModel(type.CSharp(), type.Name);
        }

        if (_openGenerics >= MaxForms && _open.Count(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type.OriginalDefinition)) == MaxForms)
        {
            return Unsupported(place, type, "it contains itself in ever new forms: use a type that does not grow");
        }

        if (!IsReachable(type))
        {
            return null;
        }

        var generic = type.IsGenericType ? 1 : 0;
        _open.Push(type);
        _openGenerics += generic;
        var model = Unions.CasesOf(type, out var property) is { Count: > 0 } cases ? ParseUnion(type, cases, property, place) : ParseObject(type, null, place);
        _openGenerics -= generic;
        _open.Pop();
        return model switch
        {
            _ when _recursive?.Contains(type) is not true => model,
            ObjectModel found => found with { IsRecursive = true },
            UnionModel found => found with { IsRecursive = true },
            _ => model,
        };
    }

    private TypeModel? ParseUnion(INamedTypeSymbol type, IReadOnlyList<(INamedTypeSymbol Type, string Name)> cases, string property, string place)
    {
        var models = new List<ObjectModel>();
        foreach (var (derived, name) in cases)
        {
            if (derived.IsAbstract || (type.Attribute(ObjectMembers.JsonNamespace, "JsonDerivedTypeAttribute") is null && !derived.IsSealed))
            {
                return Unsupported(place, type, $"seal '{derived.Name}', so that the cases are known");
            }

            if (!IsReachable(derived) || ParseObject(derived, new(property, name), place) is not ObjectModel model)
            {
                return null;
            }

            models.Add(model);
        }

        return new UnionModel(type.CSharp(), type.Name, IsRecursive: false, new(models));
    }

    private TypeModel? ParseObject(INamedTypeSymbol type, DiscriminatorModel? discriminator, string place)
    {
        if (!forResult && (type.IsAbstract || type.TypeKind == TypeKind.Interface))
        {
            return Unsupported(place, type, "use a type that can be made, or add sealed types that derive from it beside it");
        }

        var members = forResult ? ObjectMembers.Read(this, type, place) : ObjectMembers.Bound(this, type, discriminator, place);
        var kind = type.IsValueType ? ObjectKind.Struct : ObjectKind.Class;
        return members is null ? null : new ObjectModel(type.CSharp(), type.Name, kind, IsRecursive: false, discriminator, new(members));
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
    private static bool IsDescribable(INamedTypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            root = root.ContainingNamespace;
        }

        return root is not { IsGlobalNamespace: false, Name: "System" or "Microsoft" };
    }

    private static string RemedyFor(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: > 1 } => "take an array of arrays",
        { TypeKind: TypeKind.Interface } or { IsAbstract: true } => "use a class, record or struct that says what to send",
        { TypeKind: TypeKind.TypeParameter } => "use a closed type",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "use a value",
        { TypeKind: TypeKind.Delegate } => "a model cannot send code",
        { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } => "use a record that says what to send, or JsonElement for anything at all",
        _ => "use a record with the members the model should see, or a string",
    };
}
