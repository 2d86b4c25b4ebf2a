using System.Collections.Immutable;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GlmTools.Generators.Diagnostics;

/// <summary>
/// Shows what is wrong with tools. It asks the parser the generator asks, so the two cannot disagree; being an analyzer, its
/// squiggles sit on real code and obey <c>#pragma</c> and <c>.editorconfig</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GlmToolAnalyzer : DiagnosticAnalyzer
{
    /// <summary>C# 14, for which the Roslyn this is compiled against has no name yet.</summary>
    private const LanguageVersion CSharp14 = (LanguageVersion)1400;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.UnsupportedType, Rules.Inaccessible, Rules.InvalidName, Rules.DuplicateName, Rules.ByReference, Rules.Generic,
        Rules.AsyncVoid, Rules.MissingDescription, Rules.PropertyClash, Rules.ConstraintNotEnforced, Rules.LanguageVersion,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var methods = type.GetMembers().OfType<IMethodSymbol>()
            .Where(static m => m.Attribute("GlmTools", "GlmToolAttribute") is not null)
            .ToArray();
        if (methods.Length == 0)
        {
            return;
        }

        var sink = new RuleSink(context.ReportDiagnostic, context.CancellationToken);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            if (ToolParser.Parse(method, sink) is { } tool && !names.Add(tool.Name))
            {
                sink.Report(Rules.DuplicateName, method, type.Name, tool.Name);
            }
        }

        AnalyzeProperty(type, sink);
    }

    private static void AnalyzeProperty(INamedTypeSymbol type, RuleSink sink)
    {
        var property = ToolParser.PropertyOf(type);
        if (type.Ancestry().Any(t => !t.GetMembers(property).IsEmpty))
        {
            sink.Report(Rules.PropertyClash, type, type.Name, property);
        }

        if (type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < CSharp14 })
        {
            sink.Report(Rules.LanguageVersion, type, property);
        }
    }
}
