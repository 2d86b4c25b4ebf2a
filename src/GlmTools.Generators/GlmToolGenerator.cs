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

/// <summary>Wires the steps from <c>[GlmTool]</c> to generated code: a model and a file per class, and per type of an answer.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GlmToolGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields a model for each class with tools of its own.</summary>
    internal const string ToolSetsStep = "GlmTools.ToolSets";

    /// <summary>The step that yields a model for each marked class that only inherits tools.</summary>
    internal const string InheritedToolSetsStep = "GlmTools.InheritedToolSets";

    /// <summary>The step that yields the text of the lock file, when it is asked for.</summary>
    internal const string LockStep = "GlmTools.Lock";

    /// <summary>The step that yields a model for each closed generic class the assembly names.</summary>
    internal const string ClosedToolSetsStep = "GlmTools.ClosedToolSets";

    /// <summary>The step that yields each class with names of its own.</summary>
    internal const string ToolSetFilesStep = "GlmTools.ToolSetFiles";

    /// <summary>The step that yields each type whose tools are asked for by a type argument.</summary>
    internal const string ToolMentionsStep = "GlmTools.ToolMentions";

    /// <summary>The step that yields all of them, each once.</summary>
    internal const string ToolIndexStep = "GlmTools.ToolIndex";

    /// <summary>The step that yields a model for each type with <c>[GlmSchema]</c>.</summary>
    internal const string MarkedAnswersStep = "GlmTools.MarkedAnswers";

    /// <summary>The step that yields a model for each type that a call names as its answer.</summary>
    internal const string NamedAnswersStep = "GlmTools.NamedAnswers";

    /// <summary>The step that yields each answer once, with names of its own.</summary>
    internal const string AnswersStep = "GlmTools.Answers";

    /// <summary>The step that yields the index of all answers.</summary>
    internal const string AnswerEntriesStep = "GlmTools.AnswerEntries";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        InitializeTools(context);
        InitializeToolMentions(context);
        InitializeAnswers(context);
    }

    private static void InitializeTools(IncrementalGeneratorInitializationContext context)
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

        var closed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ToolSetParser.AttributeName,
                predicate: static (node, _) => node is CompilationUnitSyntax,
                transform: static (target, cancellationToken) => new EquatableArray<ToolSetModel>(
                    ToolSetParser.ParseDeclared(target.Attributes, new RuleSink(null, cancellationToken))))
            .SelectMany(static (sets, _) => sets)
            .WithTrackingName(ClosedToolSetsStep);

        // By way of one list, because where a set stands in a step depends on earlier edits, and outputs get lost over that.
        var files = own.Collect().Combine(inherited.Collect()).Combine(closed.Collect())
            .SelectMany(static (found, _) => ToolSetFile.Of(found.Left.Left.AddRange(found.Left.Right).AddRange(found.Right!)!))
            .WithTrackingName(ToolSetFilesStep);

        var isLockUpdate = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => BuildProperties.IsLockUpdate(options));
        var locks = files.Collect().Combine(isLockUpdate)
            .SelectMany(static (found, _) => found.Right ? [ToolLock.Write(found.Left.Select(static file => file.Set))] : Enumerable.Empty<string>())
            .WithTrackingName(LockStep);

        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.Name, SourceText.From(ToolSetEmitter.Emit(file), Utf8)));
        context.RegisterSourceOutput(locks, static (output, text) => output.AddSource(LockEmitter.HintName, SourceText.From(LockEmitter.Emit(text), Utf8)));
    }

    private static void InitializeToolMentions(IncrementalGeneratorInitializationContext context)
    {
        var mentions = context.SyntaxProvider
            .CreateSyntaxProvider(
                predicate: static (node, _) => ToolMentionParser.IsMention(node),
                transform: static (mention, cancellationToken) => ToolMentionParser.Parse((GenericNameSyntax)mention.Node, mention.SemanticModel, cancellationToken))
            .Where(static mention => mention is not null)
            .WithTrackingName(ToolMentionsStep);
        var index = mentions.Collect()
            .SelectMany(static (found, _) => found.IsEmpty
                ? Enumerable.Empty<EquatableArray<ToolMention>>()
                : [new(found.Distinct().OrderBy(static mention => mention!.CSharp, StringComparer.Ordinal)!)])
            .WithTrackingName(ToolIndexStep);

        context.RegisterSourceOutput(index, static (output, mentions) => output.AddSource(ToolMentionEmitter.FileName, SourceText.From(ToolMentionEmitter.Emit(mentions), Utf8)));
    }

    private static void InitializeAnswers(IncrementalGeneratorInitializationContext context)
    {
        var marked = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AnswerParser.AttributeName,
                predicate: static (node, _) => node is BaseTypeDeclarationSyntax,
                transform: static (target, cancellationToken) => target.TargetSymbol is INamedTypeSymbol type
                    ? AnswerParser.ParseMarked(type, new RuleSink(null, cancellationToken))
                    : null)
            .Where(static answer => answer is not null)
            .WithTrackingName(MarkedAnswersStep);

        var named = context.SyntaxProvider
            .CreateSyntaxProvider(
                predicate: static (node, _) => AnswerParser.IsMention(node),
                transform: static (mention, cancellationToken) => AnswerParser.TypeNamedBy((GenericNameSyntax)mention.Node, mention.SemanticModel, cancellationToken) is { } type
                    ? AnswerParser.ParseNamed(type, new RuleSink(null, cancellationToken))
                    : null)
            .Where(static answer => answer is not null)
            .WithTrackingName(NamedAnswersStep);

        // A type may be named in many places, and marked too.
        var answers = marked.Collect().Combine(named.Collect())
            .SelectMany(static (found, _) => AnswerFile.Of(found.Left.AddRange(found.Right)!))
            .WithTrackingName(AnswersStep);
        var entries = answers.Collect()
            .SelectMany(static (files, _) => files.IsEmpty ? Enumerable.Empty<EquatableArray<AnswerEntry>>() : [new(files.Select(static file => file.Entry))])
            .WithTrackingName(AnswerEntriesStep);

        context.RegisterSourceOutput(answers, static (output, file) => output.AddSource(file.Name, SourceText.From(AnswerEmitter.Emit(file), Utf8)));
        context.RegisterSourceOutput(entries, static (output, entries) => output.AddSource(AnswerEmitter.IndexName, SourceText.From(AnswerEmitter.EmitIndex(entries), Utf8)));
    }
}
