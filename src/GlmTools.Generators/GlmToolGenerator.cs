using System.Text;
using GlmTools.Generators.Emitting;
using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.Generators;

/// <summary>Wires the steps from <c>[GlmTool]</c> to generated code: a model per method, regrouped to a file per class.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GlmToolGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields a model for each method.</summary>
    internal const string ToolsStep = "GlmTools.1_Tools";

    /// <summary>The step that yields a model for each class.</summary>
    internal const string ToolSetsStep = "GlmTools.2_ToolSets";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var tools = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ToolParser.AttributeName,
                predicate: static (node, _) => node is MethodDeclarationSyntax,
                transform: static (target, cancellationToken) => ToolParser.Parse((IMethodSymbol)target.TargetSymbol, new RuleSink(null, cancellationToken)))
            .Where(static tool => tool is not null)
            .WithTrackingName(ToolsStep);

        var sets = tools.Collect().SelectMany(static (all, _) => Group(all!)).WithTrackingName(ToolSetsStep);

        context.RegisterSourceOutput(sets, static (output, set) =>
            output.AddSource(ToolClassEmitter.HintName(set.Class), SourceText.From(ToolClassEmitter.Emit(set), Utf8)));
    }

    private static IEnumerable<ToolSetModel> Group(IEnumerable<ToolModel> tools)
        => tools.GroupBy(static tool => tool.Class)
            .OrderBy(static group => group.Key.CSharp, StringComparer.Ordinal)
            .Select(static group => new ToolSetModel(group.Key, new(Distinct(group))));

    // Of two tools with one name, which the analyzer refuses, only the first is written, so that nothing fails twice.
    private static IEnumerable<ToolModel> Distinct(IEnumerable<ToolModel> tools)
        => tools.GroupBy(static tool => tool.Name, StringComparer.Ordinal)
            .Select(static same => same.OrderBy(static tool => tool.Signature, StringComparer.Ordinal).First())
            .OrderBy(static tool => tool.Name, StringComparer.Ordinal);
}
