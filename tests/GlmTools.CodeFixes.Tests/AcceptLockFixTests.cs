using System.Collections.Immutable;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.CodeFixes.Tests;

public class AcceptLockFixTests
{
    private const string Source = "public static class Shop { [GlmTool(Description = \"Closes.\")] public static void Close() { } [GlmTool(Description = \"Opens.\")] public static void Open(int hour) { } }";

    private const string Empty = "{ \"version\": 1, \"tools\": [] }";

    [Fact]
    public async Task The_lock_file_is_written_anew()
    {
        var (document, found) = await Locked(Empty);
        Assert.Equal(["GLM031", "GLM031"], found.Select(static d => d.Id));

        var (accepted, left) = await Accept(document, found[0]);
        Assert.Empty(left);
        Assert.StartsWith("""
            {
              "version": 1,
              "tools": [
                {
                  "set": "Shop",
                  "name": "close",
            """.ReplaceLineEndings("\n"), accepted, StringComparison.Ordinal);

        // Accepted once more, after a change of what is locked now.
        var (narrower, changes) = await Locked(accepted, Source.Replace("int hour", "byte[] hour", StringComparison.Ordinal));
        Assert.Equal(["GLM035"], changes.Select(static d => d.Id));
        Assert.Empty((await Accept(narrower, changes[0])).Left);
    }

    private static async Task<(Document Document, ImmutableArray<Diagnostic> Found)> Locked(string text, string source = Source)
    {
        var compilation = Sources.Of(source).Compile();
        var project = new AdhocWorkspace().AddProject("Demo", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(compilation.SyntaxTrees[0].Options)
            .AddAdditionalDocument("glmtools.lock.json", SourceText.From(text), filePath: "/demo/glmtools.lock.json").Project;
        foreach (var tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, await tree.GetTextAsync()).Project;
        }

        return (project.Documents.Last(), await Analyze(project));
    }

    private static async Task<(string Text, ImmutableArray<Diagnostic> Left)> Accept(Document document, Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        await new AcceptLockFix().RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => offers.Add(action), CancellationToken.None));
        var offer = Assert.Single(offers);
        Assert.Equal("Accept all changes of tools in glmtools.lock.json", offer.Title);
        var changed = Assert.Single((await offer.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(document.Project.Id)!;
        return ((await changed.AdditionalDocuments.Single().GetTextAsync()).ToString(), await Analyze(changed));
    }

    private static async Task<ImmutableArray<Diagnostic>> Analyze(Project project)
        => await (await project.GetCompilationAsync())!.WithAnalyzers([new GlmToolLockAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
}
