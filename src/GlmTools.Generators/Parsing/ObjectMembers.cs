using System.Xml.Linq;
using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlmTools.Generators.Parsing;

/// <summary>The members of a record, class or struct, as System.Text.Json would see them.</summary>
internal static class ObjectMembers
{
    public const string JsonNamespace = "System.Text.Json.Serialization";

    /// <summary>The reader notes what came in the bits of a <see cref="ulong"/>.</summary>
    public const int MaxMembers = 64;

    /// <summary>What a result shows: every public property that can be read, and every public field of a struct.</summary>
    public static IReadOnlyList<MemberModel>? Read(TypeParser types, INamedTypeSymbol type, string place)
    {
        var members = new List<MemberModel>();
        foreach (var member in DataMember.Of(type).Where(static m => m.CanRead && !m.IsIgnored(forResult: true)))
        {
            if (types.Parse(member.Type, $"{place}.{member.Name}") is not { } value)
            {
                return null;
            }

            members.Add(new(member.JsonName, member.Name, null, value, IsRequired: false, Default: null, MemberAssignment.None, default));
        }

        if (members.Count == 0)
        {
            types.Unsupported(place, type, "it has no public property to show");
            return null;
        }

        return WireNames.AreDistinct(types, type, place, members) ? members : null;
    }

    /// <summary>What arguments can set: the parameters of the constructor, then every property with a setter.</summary>
    public static IReadOnlyList<MemberModel>? Bound(TypeParser types, INamedTypeSymbol type, DiscriminatorModel? discriminator, string place)
    {
        if (ConstructorOf(type) is not { } constructor)
        {
            types.Unsupported(place, type, "give it one public constructor, or mark one with [JsonConstructor]");
            return null;
        }

        var data = DataMember.Of(type).ToList();
        var members = new List<MemberModel?>();
        if (discriminator is not null)
        {
            members.Add(OfDiscriminator(discriminator));
        }

        var comment = DocumentationComment.Lazily(constructor, types.Sink.CancellationToken);
        var commentOfType = DocumentationComment.Lazily(type, types.Sink.CancellationToken);
        foreach (var parameter in constructor.Parameters)
        {
            var member = data.FirstOrDefault(m => m.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
            data.Remove(member!);
            if (member is null || !member.IsIgnored(forResult: false))
            {
                members.Add(OfParameter(types, parameter, member, comment, commentOfType, place));
            }
            else if (!parameter.HasExplicitDefaultValue)
            {
                types.Unsupported($"{place}.{parameter.Name}", parameter.Type, "the constructor needs it although it is ignored: give the parameter a default");
                return null;
            }
        }

        var setsRequired = constructor.Attribute("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") is not null;
        var settable = data.Where(static m => m.CanWrite && !m.IsIgnored(forResult: false)).ToList();
        members.AddRange(settable.Select(member => OfMember(types, member, member.IsRequired && !setsRequired, place)));
        if (members.Contains(null))
        {
            return null;
        }

        if (!members.All(static m => ToolNames.IsListable(m!.JsonName)))
        {
            types.Unsupported(place, type, "give its members names on the wire that are not empty and have no line break");
            return null;
        }

        if (members.Count is 0 or > MaxMembers)
        {
            types.Unsupported(place, type, members.Count == 0 ? "it has nothing a model could set" : $"it has more than {MaxMembers} members: group them");
            return null;
        }

        if (!setsRequired && UnsetRequired(type, settable) is { } name)
        {
            types.Unsupported(place, type, $"its required '{name}' cannot be set: make it a public property that is not ignored");
            return null;
        }

        if (!WireNames.AreDistinct(types, type, place, members!))
        {
            return null;
        }

        return members!;
    }

    /// <summary>A required member that the object initialiser of generated code does not name.</summary>
    private static string? UnsetRequired(INamedTypeSymbol type, List<DataMember> settable)
        => type.Ancestry().SelectMany(static t => t.GetMembers())
            .FirstOrDefault(m => m is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true } && !settable.Exists(s => s.Name == m.Name))?.Name;

    private static MemberModel OfDiscriminator(DiscriminatorModel discriminator)
    {
        var only = new EnumModel("", "", IsFlags: false, new([new(discriminator.Value, discriminator.Value)]));
        return new(discriminator.Property, "", null, new(only, "", false, false), IsRequired: true, Default: null, MemberAssignment.None, default);
    }

    private static MemberModel? OfParameter(
        TypeParser types, IParameterSymbol parameter, DataMember? member, Lazy<XElement?> comment, Lazy<XElement?> commentOfType, string place)
    {
        var within = $"{place}.{parameter.Name}";
        if (parameter.RefKind is not RefKind.None and not RefKind.In)
        {
            types.Unsupported(within, parameter.Type, "the constructor takes it by reference: take it by value");
            return null;
        }

        if (types.Parse(parameter.Type, within) is not { } value || Constraints.Of(types, value, within, parameter, member?.Symbol) is not { } constraints)
        {
            return null;
        }

        Sensitive.Check(types, parameter.Name, parameter.Type, within);
        var constant = Defaults.Of(parameter, value.Type);
        return new(
            member?.JsonName ?? ToolNames.ForMember(parameter.Name),
            parameter.Name,
            Descriptions.OfMember(parameter, member?.Symbol, comment, commentOfType, types.Sink.CancellationToken),
            value,
            constant is null && !value.IsNullable,
            constant,
            MemberAssignment.Argument,
            constraints);
    }

    private static MemberModel? OfMember(TypeParser types, DataMember member, bool isRequired, string place)
    {
        var within = $"{place}.{member.Name}";
        if (types.Parse(member.Type, within) is not { } value || Constraints.Of(types, value, within, member.Symbol) is not { } constraints)
        {
            return null;
        }

        Sensitive.Check(types, member.Name, member.Type, within);
        var assignment = (isRequired, member.IsInitOnly) switch
        {
            (true, _) => MemberAssignment.Initializer,
            (false, true) => MemberAssignment.InitAccessor,
            _ => MemberAssignment.Setter,
        };
        var declaring = member.Symbol.ContainingType;
        if (assignment == MemberAssignment.InitAccessor && declaring.IsGenericType)
        {
            types.Unsupported(within, member.Type, $"give it a setter or make it required: generated code cannot set an init property of the generic '{declaring.Name}' later");
            return null;
        }

        return new(
            member.JsonName,
            member.Name,
            Descriptions.OfMember(member.Symbol, types.Sink.CancellationToken),
            value,
            (isRequired && !value.IsNullable) || member.Symbol.Attribute(JsonNamespace, "JsonRequiredAttribute") is not null,
            null,
            assignment,
            constraints,
            assignment == MemberAssignment.InitAccessor ? declaring.CSharp() : null);
    }

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
