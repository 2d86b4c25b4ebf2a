using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GlmTools.CodeFixes;

/// <summary>Lets the confirmation be shown: <c>RequiresApproval = true</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class RequireApprovalFix() : NodeFix<MethodDeclarationSyntax>("Require approval", Rules.UnusedConfirmation)
{
    protected override bool Mend(DocumentEditor editor, MethodDeclarationSyntax node, ISymbol symbol)
    {
        if (ToolAttributes.Find(symbol, "GlmToolAttribute", editor.OriginalRoot) is not { } attribute)
        {
            return false;
        }

        editor.ReplaceNode(attribute, attribute.WithProperty("RequiresApproval", SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)));
        return true;
    }
}
