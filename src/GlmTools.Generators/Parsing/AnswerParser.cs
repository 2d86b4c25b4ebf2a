using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlmTools.Generators.Parsing;

/// <summary>Turns the types of answers into models, by the rules for parameters.</summary>
internal static class AnswerParser
{
    public const string AttributeName = "GlmTools.GlmSchemaAttribute";

    private const string Instruction = "Call this to give the final answer: once, with all of it, when nothing is left to find out.";

    private static readonly SymbolDisplayFormat KeyFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    /// <summary>Whether an expression may name the type of an answer: <c>agent.RunAsync&lt;T&gt;</c> or <c>GlmSchema&lt;T&gt;.Default</c>.</summary>
    public static bool IsMention(SyntaxNode node) => node is GenericNameSyntax { TypeArgumentList.Arguments.Count: 1, IsUnboundGenericName: false } name && name.Identifier.ValueText switch
    {
        "RunAsync" or "StreamAsync" or "ResumeAsync" => ReceiverOf(name) is not null,
        "GlmSchema" => IsDefault(name),
        _ => false,
    };

    /// <summary>The type it names, or <see langword="null"/> where it is about something else.</summary>
    public static ITypeSymbol? TypeNamedBy(GenericNameSyntax mention, SemanticModel model, CancellationToken cancellationToken)
    {
        // Not by the method that is called: before the call is written to its end, there is none.
        var owner = ReceiverOf(mention) is { } receiver
            ? model.GetTypeInfo(receiver, cancellationToken).Type
            : model.GetSymbolInfo(mention, cancellationToken).Symbol;
        return owner.Is("GlmTools", "GlmAgent") || owner.Is("GlmTools", "GlmSchema")
            ? model.GetTypeInfo(mention.TypeArgumentList.Arguments[0], cancellationToken).Type
            : null;
    }

    /// <summary>Reads a type that is named in code.</summary>
    /// <param name="type">The type.</param>
    /// <param name="sink">Takes the objections.</param>
    /// <returns>The model, or <see langword="null"/> where something was reported.</returns>
    public static AnswerModel? ParseNamed(ITypeSymbol type, RuleSink sink)
    {
        if (IsOpen(type))
        {
            sink.Report(Rules.OpenAnswer, type, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
            return null;
        }

        return Parse(type, sink);
    }

    /// <summary>Reads a type with <c>[GlmSchema]</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="sink">Takes the objections.</param>
    /// <returns>The model, or <see langword="null"/> where something was reported.</returns>
    public static AnswerModel? ParseMarked(INamedTypeSymbol type, RuleSink sink)
    {
        if (IsOpen(type))
        {
            new TypeParser(sink, type, forResult: false).Unsupported("the answer", type, "name the closed type where it is used: RunAsync<T>");
            return null;
        }

        return Parse(type, sink);
    }

    private static AnswerModel? Parse(ITypeSymbol type, RuleSink sink)
    {
        type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (new TypeParser(sink, type, forResult: false).Parse(type, "the answer") is not { } value)
        {
            return null;
        }

        var isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var description = value.Type is ObjectModel or UnionModel or EnumModel ? Descriptions.Of(type, DocumentationComment.Lazily(type, sink.CancellationToken)) : null;
        return new(
            ToolSetParser.NameOf(type),
            type.ToDisplayString(KeyFormat),
            description is null ? Instruction : $"{description}\n{Instruction}",
            value with { IsNullable = isNullable });
    }

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
        _ => false,
    };

    private static ExpressionSyntax? ReceiverOf(GenericNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name && name.Identifier.ValueText != "GlmSchema" => access.Expression,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(c => c.WhenNotNull.Span.Contains(binding.Span))?.Expression,
        _ => null,
    };

    // GlmSchema<T>.Default, with a namespace in front of it or not.
    private static bool IsDefault(GenericNameSyntax name)
    {
        SyntaxNode type = name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name ? qualified : name;
        return type.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Default" } access && access.Expression == type;
    }
}
