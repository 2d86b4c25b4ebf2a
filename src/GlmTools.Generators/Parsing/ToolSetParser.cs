using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Turns a type with <c>[GlmTool]</c> methods, own or inherited, into a model. No symbol leaves this folder.</summary>
internal static class ToolSetParser
{
    public const string AttributeName = "GlmTools.GlmToolSetAttribute";

    // Without the '@' of keywords, which neither a file nor an identifier made of the name could hold.
    private static readonly SymbolDisplayFormat NamespaceFormat = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Whether a type has tools of its own.</summary>
    public static bool HasTools(INamedTypeSymbol type) => ToolsOf(type).Any();

    /// <summary>Whether a method is the one that stands for its type, so that each type is parsed once.</summary>
    public static bool IsFirstTool(IMethodSymbol method)
        => SymbolEqualityComparer.Default.Equals(ToolsOf(method.ContainingType).FirstOrDefault(), method);

    /// <returns>The model, or <see langword="null"/> where there is nothing to generate.</returns>
    public static ToolSetModel? Parse(INamedTypeSymbol type, RuleSink sink)
    {
        if (type.IsGenericType)
        {
            sink.Report(Rules.GenericType, type, type.Name);
            return null;
        }

        var isPossible = ToolProperty.IsPossible(type, sink);
        var tools = new SortedDictionary<string, ToolModel>(StringComparer.Ordinal);
        foreach (var method in AllTools(type))
        {
            // What is wrong with an inherited tool is said where it is declared.
            var isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
            if (ToolParser.Parse(method, isOwn ? sink : new RuleSink(null, sink.CancellationToken)) is not { } tool)
            {
                continue;
            }

            if (!tools.ContainsKey(tool.Name))
            {
                tools.Add(tool.Name, tool);
            }
            else
            {
                sink.Report(Rules.DuplicateName, method, type.Name, tool.Name);
            }
        }

        if (tools.Count == 0 || !isPossible)
        {
            return null;
        }

        var canBeResolved = type is { IsStatic: false, TypeKind: TypeKind.Class or TypeKind.Interface };
        return new(NameOf(type), type.CSharp(), type.IsPublic(), canBeResolved, Defaults.EscapedIdentifier(ToolProperty.NameOf(type)), new(tools.Values));
    }

    /// <summary>The tools of a type and of its base types, each method once, in its most derived form.</summary>
    public static IEnumerable<IMethodSymbol> AllTools(INamedTypeSymbol type)
    {
        var types = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Reverse().Append(type) : type.Ancestry();
        var methods = types.SelectMany(ToolsOf).ToList();
        return methods.Where(method => !methods.Exists(other => Overrides(other, method)));
    }

    private static IEnumerable<IMethodSymbol> ToolsOf(INamedTypeSymbol type)
        => type.GetMembers().OfType<IMethodSymbol>()
            .Where(static m => m.PartialDefinitionPart is null && m.Attribute("GlmTools", "GlmToolAttribute") is not null);

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

    /// <summary>The name of the set a type makes.</summary>
    public static string NameOf(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            name = $"{outer.Name}.{name}";
        }

        return type.ContainingNamespace.IsGlobalNamespace ? name : $"{type.ContainingNamespace.ToDisplayString(NamespaceFormat)}.{name}";
    }
}
