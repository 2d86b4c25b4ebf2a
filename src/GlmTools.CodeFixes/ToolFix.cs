using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GlmTools.CodeFixes;

/// <summary>Mends any number of places of a document at once, so that mending one and mending all of them are the same.</summary>
/// <param name="title">What the editor offers.</param>
/// <param name="rules">What it mends.</param>
internal abstract class ToolFix(string title, params DiagnosticDescriptor[] rules) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. rules.Select(static rule => rule.Id)];

    public sealed override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create((context, document, diagnostics) => MendAsync(document, diagnostics, context.CancellationToken));

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            // Only what a machine can do is offered; asking is as cheap as doing.
            if (await MendAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false) is { } mended)
            {
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(mended), equivalenceKey: GetType().Name), diagnostic);
            }
        }
    }

    /// <returns>The document mended, or <see langword="null"/> where nothing could be.</returns>
    protected abstract Task<Document?> MendAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken);
}
