using System.Collections.Immutable;
using GlmTools.Generators.Parsing;
using GlmTools.Generators.Parsing.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        context.RegisterSyntaxNodeAction(AnalyzeMention, SyntaxKind.GenericName);
        context.RegisterSyntaxNodeAction(AnalyzeJoin, SyntaxKind.AddExpression);
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
        if (type.Attribute("GlmTools", "GlmSchemaAttribute") is not null)
        {
            AnswerParser.ParseMarked(type, AnswerSink(context.ReportDiagnostic, null, context.CancellationToken));
        }

        if (!ToolSetParser.HasTools(type) && type.Attribute("GlmTools", "GlmToolSetAttribute") is null)
        {
            return;
        }

        ToolSetParser.Parse(type, new RuleSink(context.ReportDiagnostic, context.CancellationToken));
    }

    // By its syntax, because for an operation to be looked at, the compiler makes those of all code.
    private static void AnalyzeJoin(SyntaxNodeAnalysisContext context)
    {
        var sum = (BinaryExpressionSyntax)context.Node;
        if (JoinedSets.IsMention(sum) && context.SemanticModel.GetOperation(sum, context.CancellationToken) is IBinaryOperation join)
        {
            JoinedSets.Check(join, new RuleSink(context.ReportDiagnostic, context.CancellationToken));
        }
    }

    private static void AnalyzeMention(SyntaxNodeAnalysisContext context)
    {
        var mention = (GenericNameSyntax)context.Node;
        if (AnswerParser.IsMention(mention) && AnswerParser.TypeNamedBy(mention, context.SemanticModel, context.CancellationToken) is { } type)
        {
            AnswerParser.ParseNamed(type, AnswerSink(context.ReportDiagnostic, mention.TypeArgumentList.Arguments[0].GetLocation(), context.CancellationToken));
        }
    }

    // What a model answers with, it may well know and choose.
    private static RuleSink AnswerSink(Action<Diagnostic> report, Location? place, CancellationToken cancellationToken) => new(
        diagnostic =>
        {
            if (diagnostic.Id != Rules.Sensitive.Id)
            {
                report(diagnostic);
            }
        },
        cancellationToken,
        place);
}
