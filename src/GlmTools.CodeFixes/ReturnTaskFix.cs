using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GlmTools.CodeFixes;

/// <summary>Turns <c>async void</c> into <c>async Task</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class ReturnTaskFix() : NodeFix<MethodDeclarationSyntax>("Return Task", Rules.AsyncVoid)
{
    protected override bool Mend(DocumentEditor editor, MethodDeclarationSyntax node, ISymbol symbol)
    {
        if (symbol.IsOverride || editor.SemanticModel.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is not { } task)
        {
            return false;
        }

        editor.ReplaceNode(node.ReturnType, editor.Generator.TypeExpression(task, addImport: true).WithTriviaFrom(node.ReturnType));
        return true;
    }
}
