using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace GlmTools.CodeFixes;

/// <summary>The attributes of GlmTools as they stand in the source.</summary>
internal static class ToolAttributes
{
    /// <summary>A new one, by its short name where the namespace is known.</summary>
    public static AttributeSyntax New(string name)
        => SyntaxFactory.Attribute(SyntaxFactory.ParseName($"GlmTools.{name}").WithAdditionalAnnotations(Simplifier.Annotation));

    /// <summary>The one on a symbol, where it stands in the same file.</summary>
    public static AttributeSyntax? Find(ISymbol symbol, string name, SyntaxNode root)
        => symbol.Attribute("GlmTools", name)?.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == root.SyntaxTree
            ? root.FindNode(reference.Span).FirstAncestorOrSelf<AttributeSyntax>()
            : null;

    /// <summary>The attribute with a property set, in place of what it was set to.</summary>
    public static AttributeSyntax WithProperty(this AttributeSyntax attribute, string property, ExpressionSyntax value)
    {
        var argument = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(property), null, value);
        var present = attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == property);
        return present is null ? attribute.AddArgumentListArguments(argument) : attribute.ReplaceNode(present, argument);
    }

    /// <summary>The attribute with a first argument, in place of the one it had.</summary>
    public static AttributeSyntax WithFirst(this AttributeSyntax attribute, ExpressionSyntax value)
    {
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var present = list.Arguments.FirstOrDefault(static a => a.NameEquals is null);
        var arguments = present is null
            ? list.Arguments.Insert(0, SyntaxFactory.AttributeArgument(value))
            : list.Arguments.Replace(present, present.WithExpression(value));
        return attribute.WithArgumentList(list.WithArguments(arguments));
    }

    public static ExpressionSyntax Text(string text) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));
}
