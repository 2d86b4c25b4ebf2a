using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlmTools.Generators.Parsing;

/// <summary>Finds the types whose tools are asked for by a type argument: <c>AddGlmTools&lt;T&gt;</c> or <c>GlmToolSet.FromServices&lt;T&gt;</c>.</summary>
internal static class ToolMentionParser
{
    /// <summary>Whether an expression may name such a type.</summary>
    public static bool IsMention(SyntaxNode node) => node is GenericNameSyntax { TypeArgumentList.Arguments.Count: 1, IsUnboundGenericName: false } name && name.Identifier.ValueText switch
    {
        "AddGlmTools" => true,
        "FromServices" => name.Parent is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "GlmToolSet" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GlmToolSet" } },
        _ => false,
    };

    /// <summary>What it names, or <see langword="null"/> for a type without tools, and for a type parameter.</summary>
    public static ToolMention? Parse(GenericNameSyntax mention, SemanticModel model, CancellationToken cancellationToken)
        => model.GetTypeInfo(mention.TypeArgumentList.Arguments[0], cancellationToken).Type is INamedTypeSymbol { IsStatic: false } type
            && ToolSetParser.Parse(type, new RuleSink(null, cancellationToken)) is { CanBeResolved: true } set
                ? new(set.CSharp, set.Tools.All(static tool => tool.IsStatic) ? set.Property : $"{set.Property}FromServices")
                : null;
}
