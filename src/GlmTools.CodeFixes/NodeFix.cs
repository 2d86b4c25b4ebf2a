using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace GlmTools.CodeFixes;

/// <summary>Mends the declarations that are squiggled.</summary>
/// <typeparam name="TNode">What is declared.</typeparam>
internal abstract class NodeFix<TNode>(string title, params DiagnosticDescriptor[] rules) : ToolFix(title, rules)
    where TNode : SyntaxNode
{
    protected sealed override async Task<Document?> MendAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var hasChanged = false;
        foreach (var found in diagnostics.Select(diagnostic => editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan)).Distinct())
        {
            hasChanged |= found is TNode node && editor.SemanticModel.GetDeclaredSymbol(found, cancellationToken) is { } symbol && Mend(editor, node, symbol);
        }

        return hasChanged ? editor.GetChangedDocument() : null;
    }

    /// <returns>Whether there was something to do.</returns>
    protected abstract bool Mend(DocumentEditor editor, TNode node, ISymbol symbol);
}
