using System.Text.RegularExpressions;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace GlmTools.CodeFixes;

/// <summary>Names for the tools of a type that have none they could keep.</summary>
internal static class ToolNameProposals
{
    /// <summary>A name for each tool whose own is invalid or taken, as far as letters are left to make one of.</summary>
    public static IReadOnlyDictionary<ISymbol, string> For(INamedTypeSymbol type)
    {
        var tools = ToolSetParser.AllTools(type).Select(static method => (Method: method, Name: ToolParser.NameOf(method, method.Attribute("GlmTools", "GlmToolAttribute")!))).ToList();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var without = tools.Where(tool => !ToolNames.IsValid(tool.Name) || !taken.Add(tool.Name)).ToList();
        var proposals = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        foreach (var (method, name) in without)
        {
            if (Candidates(method, name).FirstOrDefault(candidate => ToolNames.IsValid(candidate) && taken.Add(candidate)) is { } proposal)
            {
                proposals.Add(method, proposal);
            }
        }

        return proposals;
    }

    // Overloads differ in what they take: find_by_id, find_by_name.
    private static IEnumerable<string> Candidates(IMethodSymbol method, string name)
    {
        var stem = Regex.Replace(name, "[^a-zA-Z0-9_-]+", "_").Trim('_', '-');
        stem = stem.Substring(0, Math.Min(stem.Length, 60)).TrimEnd('_', '-');
        if (stem.Length == 0)
        {
            yield break;
        }

        yield return stem;
        if (method.Parameters.Where(static p => HostValues.Of(p) is null).Select(static p => ToolNames.SnakeCase(p.Name)).ToList() is { Count: > 0 } arguments)
        {
            yield return $"{stem}_by_{string.Join("_and_", arguments)}";
        }

        for (var i = 2; i < 1000; i++)
        {
            yield return $"{stem}_{i}";
        }
    }
}
