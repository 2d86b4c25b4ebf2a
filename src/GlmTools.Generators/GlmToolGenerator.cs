using System.Text;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Emitting;
using GlmTools.Generators.Locking;
using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.Generators;

/// <summary>Wires the steps from <c>[GlmTool]</c> to generated code: a model and a file per class.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GlmToolGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields a model for each class with tools of its own.</summary>
    internal const string ToolSetsStep = "GlmTools.ToolSets";

    /// <summary>The step that yields a model for each marked class that only inherits tools.</summary>
    internal const string InheritedToolSetsStep = "GlmTools.InheritedToolSets";

    /// <summary>The step that yields the text of the lock file, when it is asked for.</summary>
    internal const string LockStep = "GlmTools.Lock";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var own = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ToolParser.AttributeName,
                predicate: static (node, _) => node is MethodDeclarationSyntax,
                transform: static (target, cancellationToken) => target.TargetSymbol is IMethodSymbol method && ToolSetParser.IsFirstTool(method)
                    ? ToolSetParser.Parse(method.ContainingType, new RuleSink(null, cancellationToken))
                    : null)
            .Where(static set => set is not null)
            .WithTrackingName(ToolSetsStep);

        var inherited = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ToolSetParser.AttributeName,
                predicate: static (node, _) => node is TypeDeclarationSyntax,
                transform: static (target, cancellationToken) => target.TargetSymbol is INamedTypeSymbol type && !ToolSetParser.HasTools(type)
                    ? ToolSetParser.Parse(type, new RuleSink(null, cancellationToken))
                    : null)
            .Where(static set => set is not null)
            .WithTrackingName(InheritedToolSetsStep);

        context.RegisterSourceOutput(own, static (output, set) => Write(output, set!));
        context.RegisterSourceOutput(inherited, static (output, set) => Write(output, set!));

        var isLockUpdate = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => BuildProperties.IsLockUpdate(options));
        var locks = own.Collect().Combine(inherited.Collect()).Combine(isLockUpdate)
            .SelectMany(static (sets, _) => sets.Right ? [ToolLock.Write(sets.Left.Left.Concat(sets.Left.Right)!)] : Enumerable.Empty<string>())
            .WithTrackingName(LockStep);
        context.RegisterSourceOutput(locks, static (output, text) => output.AddSource(LockEmitter.HintName, SourceText.From(LockEmitter.Emit(text), Utf8)));
    }

    private static void Write(SourceProductionContext output, ToolSetModel set)
        => output.AddSource(ToolSetEmitter.HintName(set), SourceText.From(ToolSetEmitter.Emit(set), Utf8));
}
