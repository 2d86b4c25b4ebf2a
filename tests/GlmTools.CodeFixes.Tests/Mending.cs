using System.Collections.Immutable;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GlmTools.CodeFixes.Tests;

/// <summary>A fix in the hands of a test: offered for a diagnostic, applied as an editor would, and judged by the analyzer again.</summary>
internal sealed class Mending
{
    private readonly ToolFix _fix;
    private readonly Document _document;
    private readonly IReadOnlyList<Diagnostic> _found;
    private readonly string _id;

    private Mending(ToolFix fix, Document document, IReadOnlyList<Diagnostic> found, string id)
        => (_fix, _document, _found, _id) = (fix, document, found, id);

    private ImmutableArray<Diagnostic> Mendable => [.. _found.Where(d => d.Id == _id)];

    /// <summary>Has a source with a diagnostic analysed.</summary>
    public static async Task<Mending> Of<TFix>(string id, string source)
        where TFix : ToolFix, new()
    {
        var compilation = Sources.Of(source).Compile();
        var project = new AdhocWorkspace().AddProject("Demo", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(compilation.SyntaxTrees[0].Options);
        foreach (var tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, await tree.GetTextAsync()).Project;
        }

        var document = project.Documents.Last();
        var found = await Analyze(document);
        Assert.Contains(id, found.Select(static d => d.Id));
        Assert.Contains(id, new TFix().FixableDiagnosticIds);
        return new(new TFix(), document, found, id);
    }

    /// <summary>Mends the first place.</summary>
    public async Task AssertMends(string expected)
        => await AssertBecomes(expected, Assert.Single(await Offers(Mendable[0])), _found.Count - 1);

    /// <summary>Mends all places at once; there have to be some.</summary>
    public async Task AssertMendsAll(string expected)
    {
        Assert.True(Mendable.Length > 1);
        var context = new FixAllContext(
            _document, _fix, FixAllScope.Document, _fix.GetType().Name, [_id], new Found(Mendable), CancellationToken.None);
        var action = await _fix.GetFixAllProvider().GetFixAsync(context);
        Assert.NotNull(action);
        await AssertBecomes(expected, action, _found.Count - Mendable.Length);
    }

    /// <summary>What only a person can do is not offered.</summary>
    public async Task AssertOffersNothing()
    {
        foreach (var diagnostic in Mendable)
        {
            Assert.Empty(await Offers(diagnostic));
        }
    }

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var found = await compilation.WithAnalyzers([new GlmToolAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(static d => d.Location.SourceSpan.Start)];
    }

    private async Task<IReadOnlyList<CodeAction>> Offers(Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        await _fix.RegisterCodeFixesAsync(new(_document, diagnostic, (action, _) => offers.Add(action), CancellationToken.None));
        return offers;
    }

    // The text is what was expected, what was mended is gone, and neither the analyzer nor the compiler has something new to say.
    private async Task AssertBecomes(string expected, CodeAction action, int remaining)
    {
        var changed = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>()).ChangedSolution;
        var document = changed.GetDocument(_document.Id)!;
        Assert.Equal(expected, (await document.GetTextAsync()).ToString());
        var left = await Analyze(document);
        Assert.Equal(remaining, left.Count);
        Assert.Empty(left.Select(static d => d.Id).Except(_found.Select(static d => d.Id)));
        Assert.Empty((await document.Project.GetCompilationAsync())!.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning));
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
