using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing.Advice;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Turns a type with <c>[GlmTool]</c> methods, own or inherited, into a model. No symbol leaves this folder.</summary>
internal static class ToolSetParser
{
    public const string AttributeName = "GlmTools.GlmToolSetAttribute";

    // Without the '@' of keywords, which neither a file nor an identifier made of the name could hold.
    private static readonly SymbolDisplayFormat NamespaceFormat = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Whether a type has tools of its own.</summary>
    public static bool HasTools(INamedTypeSymbol type) => FirstTool(type) is not null;

    /// <summary>Whether a method is the one that stands for its type, so that each type is parsed once.</summary>
    public static bool IsFirstTool(IMethodSymbol method)
        => SymbolEqualityComparer.Default.Equals(FirstTool(method.ContainingType), method);

    /// <returns>The model, or <see langword="null"/> where there is nothing to generate.</returns>
    public static ToolSetModel? Parse(INamedTypeSymbol type, RuleSink sink)
    {
        if (IsOpen(type))
        {
            sink.Report(Rules.GenericType, type, type.Name);
            return null;
        }

        var isPossible = ToolProperty.IsPossible(type, sink);
        var unheard = sink.IsHeard ? new RuleSink(null, sink.CancellationToken) : sink;
        var tools = new List<(ToolModel Model, IMethodSymbol Method)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in AllTools(type))
        {
            // What is wrong with an inherited tool is said where it is declared; of a generic one it shows here first.
            var isSaidHere = method.IsDeclaredIn(type) || method.ContainingType.IsGenericType;
            if (ToolParser.Parse(method, isSaidHere ? sink : unheard) is not { } tool)
            {
                continue;
            }

            if (names.Add(tool.Name))
            {
                tools.Add((tool, method));
            }
            else
            {
                sink.Report(Rules.DuplicateName, method, type.Name, tool.Name);
            }
        }

        if (sink.IsHeard)
        {
            ToolSetAdvice.Give(type, tools, sink);
        }

        if (tools.Count == 0 || !isPossible)
        {
            return null;
        }

        var canBeResolved = type is { IsStatic: false, TypeKind: TypeKind.Class or TypeKind.Interface };
        var models = tools.Select(static tool => tool.Model).OrderBy(static tool => tool.Name, StringComparer.Ordinal);
        return new(NameOf(type), type.CSharp(), type.IsPublic(), canBeResolved, Defaults.EscapedIdentifier(ToolProperty.NameOf(type)), new(models));
    }

    /// <summary>The types an assembly names with <c>[assembly: GlmToolSet(typeof(...))]</c>, each once.</summary>
    public static IEnumerable<INamedTypeSymbol> Declared(IEnumerable<AttributeData> attributes)
        => attributes.Where(static attribute => attribute.AttributeClass.Is("GlmTools", "GlmToolSetAttribute"))
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value).OfType<INamedTypeSymbol>()
            .Where(static type => type is { IsGenericType: true, IsUnboundGenericType: false })
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    /// <summary>The sets of those types.</summary>
    public static IEnumerable<ToolSetModel> ParseDeclared(IEnumerable<AttributeData> attributes, RuleSink sink)
        => ParseEach(Declared(attributes), sink);

    /// <summary>All sets of a project: what the generator finds by attributes, found by walking its types.</summary>
    public static IEnumerable<ToolSetModel> ParseAll(IAssemblySymbol assembly, RuleSink sink)
        => ParseEach(TypesIn(assembly.GlobalNamespace).Where(static type => HasTools(type) || type.Attribute("GlmTools", "GlmToolSetAttribute") is not null), sink)
            .Concat(ParseDeclared(assembly.GetAttributes(), sink));

    private static IEnumerable<ToolSetModel> ParseEach(IEnumerable<INamedTypeSymbol> types, RuleSink sink)
        => types.Select(type => Parse(type, sink)).Where(static set => set is not null).Select(static set => set!);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
        => container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));

    /// <summary>The tools of a type and of its base types, each method once, in its most derived form.</summary>
    public static IEnumerable<IMethodSymbol> AllTools(INamedTypeSymbol type)
    {
        var types = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Reverse().Append(type) : type.Ancestry();
        var methods = types.SelectMany(ToolsOf).ToList();
        var overriding = methods.FindAll(static method => method.IsOverride);
        return overriding.Count == 0 ? methods : methods.Where(method => !overriding.Exists(other => Overrides(other, method)));
    }

    private static bool IsOpen(INamedTypeSymbol type)
        => type.TypeArguments.Any(static argument => argument is ITypeParameterSymbol) || (type.ContainingType is { } outer && IsOpen(outer));

    private static IEnumerable<IMethodSymbol> ToolsOf(INamedTypeSymbol type) => type.GetMembers().Where(IsTool).Cast<IMethodSymbol>();

    private static IMethodSymbol? FirstTool(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (IsTool(member))
            {
                return (IMethodSymbol)member;
            }
        }

        return null;
    }

    private static bool IsTool(ISymbol member)
        => member is IMethodSymbol { PartialDefinitionPart: null } && member.Attribute("GlmTools", "GlmToolAttribute") is not null;

    private static bool Overrides(IMethodSymbol method, IMethodSymbol overridden)
    {
        for (var m = method.OverriddenMethod; m is not null; m = m.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(m, overridden))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of the file a type makes.</summary>
    public static string NameOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol)
        {
            return Closed(type);
        }

        var name = Closed(type);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{Closed(outer)}+{name}";
        }

        return type.ContainingNamespace.IsGlobalNamespace ? name : $"{type.ContainingNamespace.ToDisplayString(NamespaceFormat)}.{name}";
    }

    // Braces, because a file cannot have the other brackets in its name.
    private static string Closed(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic => $"{type.Name}{{{string.Join(",", generic.TypeArguments.Select(Closed))}}}",
        IArrayTypeSymbol array => $"{Closed(array.ElementType)}[]",
        _ => type.Name,
    };
}
