using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlmTools.Generators.Parsing;

/// <summary>The members of a record, class or struct, as System.Text.Json would see them.</summary>
internal static class ObjectMembers
{
    /// <summary>The reader notes what came in the bits of a <see cref="ulong"/>.</summary>
    public const int MaxMembers = 64;

    private const string JsonNamespace = "System.Text.Json.Serialization";

    // The members of JsonIgnoreCondition that keep a property out of one direction or both.
    private const int Always = 1, WhenWriting = 4, WhenReading = 5;

    /// <summary>What a result shows: every public property that can be read.</summary>
    public static IReadOnlyList<MemberModel>? Read(TypeParser types, INamedTypeSymbol type, string place)
    {
        var members = new List<MemberModel>();
        foreach (var property in Properties(type).Where(static p => p.GetMethod is { DeclaredAccessibility: Accessibility.Public } && !IsIgnored(p, WhenWriting)))
        {
            if (types.Parse(property.Type, $"{place}.{property.Name}") is not { } value)
            {
                return null;
            }

            members.Add(new(JsonName(property), property.Name, null, value, IsRequired: false, Default: null, MemberAssignment.None));
        }

        var objection = members.Count == 0 ? "it has no public property to show" : ToolNames.Objection(members.Select(static m => m.JsonName));
        return Accept(types, type, place, members, objection);
    }

    /// <summary>What arguments can set: the parameters of the constructor, then every property with a public setter.</summary>
    public static IReadOnlyList<MemberModel>? Bound(TypeParser types, INamedTypeSymbol type, string place)
    {
        if (ConstructorOf(type) is not { } constructor)
        {
            types.Unsupported(place, type, "give it one public constructor, or mark one with [JsonConstructor]");
            return null;
        }

        var properties = Properties(type).ToList();
        var members = new List<MemberModel?>();
        foreach (var parameter in constructor.Parameters)
        {
            var property = properties.FirstOrDefault(p => p.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
            properties.Remove(property!);
            if (property is null || !IsIgnored(property, WhenReading))
            {
                members.Add(OfParameter(types, parameter, property, place));
            }
            else if (!parameter.HasExplicitDefaultValue)
            {
                types.Unsupported($"{place}.{parameter.Name}", parameter.Type, "the constructor needs it although it is ignored: give the parameter a default");
                return null;
            }
        }

        var setsRequired = constructor.Attribute("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") is not null;
        var settable = properties.Where(static p => p.SetMethod is { DeclaredAccessibility: Accessibility.Public } && !IsIgnored(p, WhenReading)).ToList();
        members.AddRange(settable.Select(property => OfProperty(types, property, property.IsRequired && !setsRequired, place)));
        if (members.Contains(null))
        {
            return null;
        }

        var objection = members.Count switch
        {
            0 => "it has nothing a model could set",
            > MaxMembers => $"it has more than {MaxMembers} members: group them",
            _ when !setsRequired && UnsetRequired(type, settable) is { } name => $"its required '{name}' cannot be set: make it a public property that is not ignored",
            _ => ToolNames.Objection(members.Select(static m => m!.JsonName)),
        };
        return Accept(types, type, place, members!, objection);
    }

    private static List<MemberModel>? Accept(TypeParser types, INamedTypeSymbol type, string place, List<MemberModel> members, string? objection)
        => objection is null || types.Unsupported(place, type, objection) is not null ? members : null;

    /// <summary>A required member that the object initialiser of generated code cannot name.</summary>
    private static string? UnsetRequired(INamedTypeSymbol type, List<IPropertySymbol> settable)
        => type.Ancestry().SelectMany(static t => t.GetMembers())
            .FirstOrDefault(m => m is IFieldSymbol { IsRequired: true } || (m is IPropertySymbol { IsRequired: true } property && !settable.Contains(property, SymbolEqualityComparer.Default)))?.Name;

    private static MemberModel? OfParameter(TypeParser types, IParameterSymbol parameter, IPropertySymbol? property, string place)
    {
        if (parameter.RefKind is not RefKind.None and not RefKind.In)
        {
            types.Unsupported($"{place}.{parameter.Name}", parameter.Type, "the constructor takes it by reference: take it by value");
            return null;
        }

        if (types.Parse(parameter.Type, $"{place}.{parameter.Name}") is not { } value)
        {
            return null;
        }

        WarnOfConstraints(types, parameter, $"{place}.{parameter.Name}");
        if (property is not null)
        {
            WarnOfConstraints(types, property, $"{place}.{parameter.Name}");
        }

        var name = property is null ? ToolNames.ForMember(parameter.Name) : JsonName(property);
        var description = Descriptions.OfMember(property, parameter, types.Sink.CancellationToken);
        var constant = Defaults.Of(parameter, value.Type);
        return new(name, parameter.Name, description, value, constant is null && !value.IsNullable, constant, MemberAssignment.Argument);
    }

    private static MemberModel? OfProperty(TypeParser types, IPropertySymbol property, bool isRequired, string place)
    {
        if (types.Parse(property.Type, $"{place}.{property.Name}") is not { } value)
        {
            return null;
        }

        WarnOfConstraints(types, property, $"{place}.{property.Name}");
        var assignment = (isRequired, property.SetMethod!.IsInitOnly) switch
        {
            (true, _) => MemberAssignment.Initializer,
            (false, true) => MemberAssignment.InitAccessor,
            _ => MemberAssignment.Setter,
        };
        if (assignment == MemberAssignment.InitAccessor && property.ContainingType.IsGenericType)
        {
            types.Unsupported($"{place}.{property.Name}", property.Type, $"give it a setter or make it required: generated code cannot set an init property of the generic '{property.ContainingType.Name}' later");
            return null;
        }

        var mustCome = (isRequired && !value.IsNullable) || property.Attribute(JsonNamespace, "JsonRequiredAttribute") is not null;
        var description = Descriptions.OfMember(property, null, types.Sink.CancellationToken);
        return new(JsonName(property), property.Name, description, value, mustCome, null, assignment, assignment == MemberAssignment.InitAccessor ? property.ContainingType.CSharp() : null);
    }

    /// <summary>The constraints of DataAnnotations are for the next version; silence would look like support.</summary>
    public static void WarnOfConstraints(TypeParser types, ISymbol member, string place)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Ancestry().Any(static t => t.Is("System.ComponentModel.DataAnnotations", "ValidationAttribute")))
            {
                types.Sink.Report(Rules.ConstraintNotEnforced, types.At, type.Name.Replace("Attribute", ""), place);
            }
        }
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
        => type.Ancestry().SelectMany(static t => t.GetMembers().OfType<IPropertySymbol>())
            .Where(static p => p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, ExplicitInterfaceImplementations.Length: 0 })
            .GroupBy(static p => p.Name).Select(static overrides => overrides.Last());

    private static bool IsIgnored(IPropertySymbol property, int when)
        => property.Attribute(JsonNamespace, "JsonIgnoreAttribute") is { } ignore
            && (ignore.Named("Condition") as int? ?? Always) is var condition && (condition == Always || condition == when);

    private static string JsonName(IPropertySymbol property)
        => property.AttributeText(JsonNamespace, "JsonPropertyNameAttribute") ?? ToolNames.ForMember(property.Name);

    private static IMethodSymbol? ConstructorOf(INamedTypeSymbol type)
    {
        var reachable = type.InstanceConstructors.Where(static c => c.IsReachable()).Where(c => !IsCopy(c, type)).ToArray();
        var explicitly = reachable.Where(static c => c.DeclaredAccessibility == Accessibility.Public && !c.IsImplicitlyDeclared).ToArray();
        return reachable.FirstOrDefault(static c => c.Attribute(JsonNamespace, "JsonConstructorAttribute") is not null)
            ?? reachable.FirstOrDefault(static c => c.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax)
            ?? reachable.FirstOrDefault(static c => c.Parameters.Length == 0 && !c.IsImplicitlyDeclared)
            ?? (explicitly.Length == 1 ? explicitly[0] : null)
            ?? (explicitly.Length == 0 ? reachable.FirstOrDefault(static c => c.Parameters.Length == 0) : null);
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type)
        => type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
}
