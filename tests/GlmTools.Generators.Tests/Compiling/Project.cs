using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using GlmTools.Generators.Emitting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.Generators.Tests.Compiling;

/// <summary>Sources together with what a build adds to them: a lock file and MSBuild properties.</summary>
internal sealed record Project(Sources Sources)
{
    public const string LockPath = "/demo/glmtools.lock.json";

    /// <summary>The text of the lock file, or <see langword="null"/> for none.</summary>
    public string? Lock { get; init; }

    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    public static Project Of(string source) => new(Sources.Of(source));

    /// <summary>A project of other sources, with the lock file that accepts these.</summary>
    public static Project Changed(string before, string after) => Of(after) with { Lock = Of(before).WriteLock() };

    public Project With(string property, string value) => this with { Properties = Properties.SetItem($"build_property.{property}", value) };

    /// <summary>The generator with what this project asks of it.</summary>
    public GeneratorDriver Generate() => CSharpGeneratorDriver.Create(
            [new GlmToolGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)Sources.Compile().SyntaxTrees[0].Options,
            optionsProvider: new Options(Properties),
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
        .RunGenerators(Sources.Compile());

    /// <summary>The lock file as the build would write it.</summary>
    public string WriteLock()
    {
        var emitted = With("GlmToolsLockUpdate", "true").Generate().GetRunResult().GeneratedTrees.Single(static tree => Path.GetFileName(tree.FilePath) == LockEmitter.HintName).ToString();
        var begin = emitted.IndexOf("#if false\n", StringComparison.Ordinal) + "#if false\n".Length;
        return emitted[begin..emitted.LastIndexOf("#endif", StringComparison.Ordinal)];
    }

    /// <summary>What an analyzer says, in the order of the source: <c>id severity 'text under the squiggle': message</c>.</summary>
    public async Task<IReadOnlyList<string>> Analyze(DiagnosticAnalyzer analyzer)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new(Lock is null ? [] : [new LockFile(Lock)], new Options(Properties)),
            (exception, _, _) => thrown = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var compilation = Sources.Compile().WithOptions(Sources.Compile().Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        var found = await new CompilationWithAnalyzers(compilation, [analyzer], options).GetAnalyzerDiagnosticsAsync();
        Assert.Null(thrown);
        return [.. found.Where(static d => !d.IsSuppressed)
            .Select(d => (At: d.Location.SourceSpan.Start, Text: $"{d.Id} {d.Severity.ToString().ToLowerInvariant()} {Squiggle(d.Location)}: {d.GetMessage(null)}"))
            .OrderBy(static d => d.At).ThenBy(static d => d.Text, StringComparer.Ordinal)
            .Select(static d => d.Text)];
    }

    private string Squiggle(Location location) => location switch
    {
        { SourceTree: { } tree } => $"'{tree.GetText().ToString(location.SourceSpan)}'",
        { Kind: LocationKind.ExternalFile } => $"line {location.GetLineSpan().StartLinePosition.Line + 1} '{Lock!.Substring(location.SourceSpan.Start, location.SourceSpan.Length)}'",
        _ => "nowhere",
    };

    private sealed class LockFile(string text) : AdditionalText
    {
        public override string Path => LockPath;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class Options(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new PropertyValues(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class PropertyValues(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
