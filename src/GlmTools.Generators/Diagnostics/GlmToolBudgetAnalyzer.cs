using System.Collections.Immutable;
using GlmTools.Generators.Emitting;
using GlmTools.Generators.Locking;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GlmTools.Generators.Diagnostics;

/// <summary>
/// Warns where definitions take more tokens than the project allows: each is sent with every request. Without a budget it
/// does nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GlmToolBudgetAnalyzer : DiagnosticAnalyzer
{
    private const int MaxNamed = 3;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.ToolOverBudget, Rules.ToolSetOverBudget, Rules.InvalidBudget];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
        context.RegisterCompilationAction(CheckProperties);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider;
        var toolBudget = BuildProperties.Number(options, BuildProperties.ToolBudget);
        var setBudget = BuildProperties.Number(options, BuildProperties.ToolSetBudget);
        if (toolBudget is null && setBudget is null)
        {
            return;
        }

        context.RegisterSymbolAction(
            action =>
            {
                var type = (INamedTypeSymbol)action.Symbol;
                if (ToolSetParser.HasTools(type) || type.Attribute("GlmTools", "GlmToolSetAttribute") is not null)
                {
                    AnalyzeSet(type, toolBudget, setBudget, new RuleSink(action.ReportDiagnostic, action.CancellationToken));
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(action =>
        {
            foreach (var type in ToolSetParser.Declared(action.Compilation.Assembly.GetAttributes()))
            {
                AnalyzeSet(type, toolBudget, setBudget, new RuleSink(action.ReportDiagnostic, action.CancellationToken));
            }
        });
    }

    private static void CheckProperties(CompilationAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider;
        foreach (var property in new[] { BuildProperties.ToolBudget, BuildProperties.ToolSetBudget })
        {
            if (BuildProperties.Value(options, property) is { } text && BuildProperties.Number(options, property) is null)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.InvalidBudget, Location.None, property, text));
            }
        }
    }

    private static void AnalyzeSet(INamedTypeSymbol type, int? toolBudget, int? setBudget, RuleSink sink)
    {
        if (ToolSetParser.Parse(type, new RuleSink(null, sink.CancellationToken)) is not { } set)
        {
            return;
        }

        var total = 0;
        foreach (var tool in set.Tools)
        {
            var tokens = TokenEstimate.Of(SchemaEmitter.Definition(tool));
            total += tokens;
            if (tokens > toolBudget)
            {
                sink.Report(Rules.ToolOverBudget, ToolSites.Of(type, tool.Name), tool.Name, tokens, toolBudget!, Heaviest([LockedTool.Of(set.Name, SchemaEmitter.Definition(tool))]));
            }
        }

        if (total > setBudget)
        {
            sink.Report(Rules.ToolSetOverBudget, type, set.Name, total, setBudget!, Heaviest(set.Tools.Select(tool => LockedTool.Of(set.Name, SchemaEmitter.Definition(tool)))));
        }
    }

    // The tool's own description goes by its name, that of an argument by the path behind it.
    private static string Heaviest(IEnumerable<LockedTool> tools)
    {
        var descriptions = tools.SelectMany(
            static tool => tool.AllDescriptions(),
            static (tool, description) => (Place: tool.Name + description.Key, Tokens: TokenEstimate.Of(description.Value)));
        return string.Join(", ", descriptions.OrderByDescending(static each => each.Tokens).Take(MaxNamed).Select(static each => $"{each.Place} ({each.Tokens})"));
    }
}
