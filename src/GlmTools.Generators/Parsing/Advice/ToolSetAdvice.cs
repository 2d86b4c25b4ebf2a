using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing.Advice;

/// <summary>What the tools of a set are to each other, and how many they are.</summary>
internal static class ToolSetAdvice
{
    /// <summary>How many functions a request takes (protocol sheet 2.5).</summary>
    private const int MaxTools = 128;

    public static void Give(INamedTypeSymbol type, IReadOnlyList<(ToolModel Model, IMethodSymbol Method)> tools, RuleSink sink)
    {
        if (tools.Count > MaxTools)
        {
            sink.Report(Rules.TooManyTools, type, type.Name, tools.Count, MaxTools);
        }

        Compare(type, tools, static tool => Words.Folded(tool.Name), Rules.ConfusableName, sink);
        Compare(type, tools, static tool => tool.Description, Rules.DuplicateDescription, sink);
    }

    // Each tool that is like one before it. What two inherited tools have in common is said where they are declared.
    private static void Compare(
        INamedTypeSymbol type,
        IReadOnlyList<(ToolModel Model, IMethodSymbol Method)> tools,
        Func<ToolModel, string> likeness,
        DiagnosticDescriptor rule,
        RuleSink sink)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (tool, method) in tools)
        {
            if (!seen.TryGetValue(likeness(tool), out var other))
            {
                seen.Add(likeness(tool), tool.Name);
            }
            else if (method.IsDeclaredIn(type))
            {
                sink.Report(rule, method, tool.Name, other);
            }
        }
    }
}
