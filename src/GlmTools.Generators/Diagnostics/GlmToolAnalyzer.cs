using System.Collections.Immutable;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

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
    [
        Rules.UnsupportedType, Rules.Inaccessible, Rules.InvalidName, Rules.DuplicateName, Rules.ByReference, Rules.Generic,
        Rules.AsyncVoid, Rules.MissingDescription, Rules.PropertyClash, Rules.ConstraintNotEnforced, Rules.LanguageVersion,
        Rules.GenericType, Rules.RecursiveType, Rules.InvalidProperty,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        context.RegisterCompilationAction(AnalyzeAssembly);
    }

    private static void AnalyzeAssembly(CompilationAnalysisContext context)
    {
        var declared = context.Compilation.Assembly.GetAttributes().Where(static a => a.AttributeClass.Is("GlmTools", "GlmToolSetAttribute"));
        foreach (var _ in ToolSetParser.ParseDeclared(declared, new RuleSink(context.ReportDiagnostic, context.CancellationToken)))
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
}
