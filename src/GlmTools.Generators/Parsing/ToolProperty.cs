using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Parsing;

/// <summary>The extension property that the tools of a type become.</summary>
internal static class ToolProperty
{
    /// <summary>C# 14, for which the Roslyn this is compiled against has no name yet.</summary>
    private const LanguageVersion CSharp14 = (LanguageVersion)1400;

    public static string NameOf(INamedTypeSymbol type)
        => type.Attribute("GlmTools", "GlmToolSetAttribute")?.Named("Property") as string ?? "Tools";

    /// <summary>Whether the property can be written; if not, all tools of the type go without code.</summary>
    public static bool IsPossible(INamedTypeSymbol type, RuleSink sink)
    {
        var property = NameOf(type);
        var possible = true;
        if (!SyntaxFacts.IsValidIdentifier(property))
        {
            possible = Refuse(Rules.InvalidProperty, type.Name, property, "that is no C# identifier");
        }
        else if (property == type.Name)
        {
            possible = Refuse(Rules.InvalidProperty, type.Name, property, "C# allows no member with the name of its type");
        }
        else if (type.Ancestry().Any(t => !t.GetMembers(property).IsEmpty))
        {
            possible = Refuse(Rules.PropertyClash, type.Name, property);
        }

        return type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < CSharp14 }
            ? Refuse(Rules.LanguageVersion, property)
            : possible;

        bool Refuse(DiagnosticDescriptor rule, params object[] arguments)
        {
            sink.Report(rule, type, arguments);
            return false;
        }
    }
}
