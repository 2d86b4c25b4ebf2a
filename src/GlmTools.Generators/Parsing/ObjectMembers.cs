using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlmTools.Generators.Parsing;

/// <summary>The members of a record, class or struct, as System.Text.Json would see them.</summary>
internal static class ObjectMembers
{
    /// <summary>The reader notes what came in the bits of a <see cref="ulong"/>.</summary>
    private const int MaxMembers = 64;

    private const string JsonNamespace = "System.Text.Json.Serialization";

    /// <summary>What a result shows: every public property that can be read.</summary>
    public static IReadOnlyList<MemberModel>? Read(TypeParser types, INamedTypeSymbol type, string place)
    {
        var members = new List<MemberModel>();
        foreach (var property in Properties(type).Where(static p => p.GetMethod is { DeclaredAccessibility: Accessibility.Public }))
        {
            if (types.Parse(property.Type, $"{place}.{property.Name}") is not { } value)
            {
                return null;
            }

            members.Add(new(JsonName(property), property.Name, null, value, IsRequired: false, Default: null, MemberAssignment.None));
        }

        return members.Count > 0 || types.Unsupported(place, type, "it has no public property to show") is not null ? members : null;
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
            members.Add(OfParameter(types, parameter, property, place));
        }

        var setsRequired = constructor.Attribute("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") is not null;
        members.AddRange(properties.Where(static p => p.SetMethod is { } setter && setter.IsReachable())
            .Select(property => OfProperty(types, property, property.IsRequired && !setsRequired, place)));
        if (members.Contains(null))
        {
            return null;
        }

        if (members.Count is 0 or > MaxMembers)
        {
            types.Unsupported(place, type, members.Count == 0 ? "it has nothing a model could set" : $"it has more than {MaxMembers} members: group them");
            return null;
        }

        return members!;
    }

    private static MemberModel? OfParameter(TypeParser types, IParameterSymbol parameter, IPropertySymbol? property, string place)
    {
        if (types.Parse(parameter.Type, $"{place}.{parameter.Name}") is not { } value)
        {
            return null;
        }

        WarnOfConstraints(types, parameter, $"{place}.{parameter.Name}");
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
        var mustCome = (isRequired && !value.IsNullable) || property.Attribute(JsonNamespace, "JsonRequiredAttribute") is not null;
        var description = Descriptions.OfMember(property, null, types.Sink.CancellationToken);
        return new(JsonName(property), property.Name, description, value, mustCome, null, assignment);
    }

    /// <summary>The constraints of DataAnnotations are for the next version; silence would look like support.</summary>
    public static void WarnOfConstraints(TypeParser types, ISymbol member, string place)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.ContainingNamespace.ToDisplayString() == "System.ComponentModel.DataAnnotations"
                && type.Ancestry().Any(static t => t.Name == "ValidationAttribute"))
            {
                types.Sink.Report(Rules.ConstraintNotEnforced, types.At, type.Name.Replace("Attribute", ""), place);
            }
        }
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
        => type.Ancestry().SelectMany(static t => t.GetMembers().OfType<IPropertySymbol>())
            .Where(static p => p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, ExplicitInterfaceImplementations.Length: 0 })
            .Where(static p => p.Attribute(JsonNamespace, "JsonIgnoreAttribute") is null)
            .GroupBy(static p => p.Name).Select(static overrides => overrides.Last());

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
