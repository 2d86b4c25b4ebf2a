using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GlmTools.CodeFixes;

/// <summary>Gives a tool a name of its own: <c>[GlmTool("...")]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class NameToolFix() : NodeFix<MethodDeclarationSyntax>("Give it a name of its own", Rules.InvalidName, Rules.DuplicateName)
{
    protected override bool Mend(DocumentEditor editor, MethodDeclarationSyntax node, ISymbol symbol)
    {
        if (ToolAttributes.Find(symbol, "GlmToolAttribute", editor.OriginalRoot) is not { } attribute
            || !ToolNameProposals.For(symbol.ContainingType).TryGetValue(symbol, out var name))
        {
            return false;
        }

        editor.ReplaceNode(attribute, attribute.WithFirst(ToolAttributes.Text(name)));
        return true;
    }
}
