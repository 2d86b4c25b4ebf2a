using System.Collections.Immutable;
using System.Text;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Locking;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.CodeFixes;

/// <summary>Accepts what changed since the tools were locked: writes the lock file anew, as the build would.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class AcceptLockFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. new GlmToolLockAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id)];

    // One file holds them all, so that accepting one is accepting all of the project.
    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        if (project.AdditionalDocuments.FirstOrDefault(static document => document.Name == ToolLock.FileName) is { } file)
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Accept all changes of tools in {ToolLock.FileName}", token => AcceptAsync(project, file.Id, token), nameof(AcceptLockFix)),
                context.Diagnostics);
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> AcceptAsync(Project project, DocumentId file, CancellationToken cancellationToken)
    {
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        var text = ToolLock.Write(ToolSetParser.ParseAll(compilation!.Assembly, new RuleSink(null, cancellationToken)));
        return project.Solution.WithAdditionalDocumentText(file, SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
    }
}
