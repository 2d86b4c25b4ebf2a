using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.AI;

namespace GlmTools.Generators.Tests.Compiling;

/// <summary>Source files, as a project of a user holds them, and how they become a compilation.</summary>
internal sealed record Sources(ImmutableArray<(string Path, string Text)> Files)
{
    // What a project with implicit usings and GlmTools has in scope.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel;
        global using System.Linq;
        global using System.Text.Json.Serialization;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using GlmTools;
        """;

    // Compilations that grow out of one share its bound references, which is most of what a compilation costs.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Demo",
        references: References(),
        options: new(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            allowUnsafe: true));

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public DocumentationMode Documentation { get; init; } = DocumentationMode.None;

    public static Sources Of(params string[] texts)
        => new([.. texts.Select((text, i) => ($"File{i + 1}.cs", text))]);

    /// <summary>The same with one file changed; added if there is none of the name, removed for <see langword="null"/>.</summary>
    public Sources With(string path, string? text)
    {
        var changed = Files.Select(file => file.Path == path ? (path, text) : (file.Path, file.Text)).Where(static file => file.Item2 is not null);
        var added = text is not null && !Files.Any(file => file.Path == path) ? [(path, text)] : Array.Empty<(string, string?)>();
        return this with { Files = [.. changed.Concat(added).Select(static file => (file.Item1, file.Item2!))] };
    }

    /// <summary>Parses everything anew: two calls share no tree.</summary>
    public CSharpCompilation Compile(params MetadataReference[] more)
    {
        var options = new CSharpParseOptions(Language, Documentation);
        var trees = Files.Prepend(("Usings.cs", Usings))
            .Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Item2, Encoding.UTF8), options, file.Item1));
        var compilation = Empty.AddSyntaxTrees(trees);
        return more.Length > 0 ? compilation.AddReferences(more) : compilation;
    }

    private static IEnumerable<MetadataReference> References()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework && Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal));
        return platform.Append(typeof(GlmTool).Assembly.Location).Append(typeof(AIFunction).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path));
    }
}
