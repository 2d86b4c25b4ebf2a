using System.Collections.Immutable;
using GlmTools.Generators.Parsing;
using GlmTools.Generators.Parsing.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GlmTools.Generators.Diagnostics;

/// <summary>
/// Shows what is wrong with tools. It asks the parser the generator asks, so the two cannot disagree; being an analyzer, its
/// squiggles sit on real code and obey <c>#pragma</c> and <c>.editorconfig</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GlmToolAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.All.Except(new GlmToolLockAnalyzer().SupportedDiagnostics).Except(new GlmToolBudgetAnalyzer().SupportedDiagnostics)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        context.RegisterCompilationAction(AnalyzeAssembly);
        context.RegisterOperationAction(AnalyzeJoin, OperationKind.Binary);
    }

    private static void AnalyzeAssembly(CompilationAnalysisContext context)
    {
        foreach (var _ in ToolSetParser.ParseDeclared(context.Compilation.Assembly.GetAttributes(), new RuleSink(context.ReportDiagnostic, context.CancellationToken)))
        {
            // Parsing says what is wrong.
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!ToolSetParser.HasTools(type) && type.Attribute("GlmTools", "GlmToolSetAttribute") is null)
        {
            return;
        }

        ToolSetParser.Parse(type, new RuleSink(context.ReportDiagnostic, context.CancellationToken));
    }

    private static void AnalyzeJoin(OperationAnalysisContext context)
        => JoinedSets.Check((IBinaryOperation)context.Operation, new RuleSink(context.ReportDiagnostic, context.CancellationToken));
}
