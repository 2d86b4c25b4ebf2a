using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace GlmTools.CodeFixes;

/// <summary>Says that a call cannot be undone: <c>Effect = GlmToolEffect.Destructive</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class DeclareDestructiveFix() : NodeFix<MethodDeclarationSyntax>("Declare it destructive", Rules.UndeclaredEffect)
{
    protected override bool Mend(DocumentEditor editor, MethodDeclarationSyntax node, ISymbol symbol)
    {
        if (ToolAttributes.Find(symbol, "GlmToolAttribute", editor.OriginalRoot) is not { } attribute)
        {
            return false;
        }

        var effect = SyntaxFactory.ParseExpression("GlmTools.GlmToolEffect.Destructive").WithAdditionalAnnotations(Simplifier.Annotation);
        editor.ReplaceNode(attribute, attribute.WithProperty("Effect", effect));
        return true;
    }
}
