using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.CodeFixes;

/// <summary>Mends comments, which are plain text wherever the compiler does not parse them.</summary>
internal abstract class TextFix(string title, params DiagnosticDescriptor[] rules) : ToolFix(title, rules)
{
    protected sealed override async Task<Document?> MendAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        var changes = diagnostics.Select(diagnostic => Change(root, text, diagnostic.Location.SourceSpan)).OfType<TextChange>().Distinct().OrderBy(static change => change.Span).ToList();
        return changes.Count > 0 ? document.WithText(text.WithChanges(changes)) : null;
    }

    /// <returns>The change that mends what is at a place, or <see langword="null"/> for none.</returns>
    protected abstract TextChange? Change(SyntaxNode root, SourceText text, TextSpan at);
}
