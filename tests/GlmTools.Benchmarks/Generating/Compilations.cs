using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.AI;

namespace GlmTools.Benchmarks.Generating;

/// <summary>Makes compilations out of sources.</summary>
internal static class Compilations
{
    private static readonly MetadataReference[] References = [.. Assemblies().Select(static path => MetadataReference.CreateFromFile(path))];

    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp14);

    /// <summary>A compilation that shares nothing with any other but the references.</summary>
    public static CSharpCompilation Of(string name, IEnumerable<string> sources) => CSharpCompilation.Create(
        name,
        sources.Select(static (source, number) => Parse(source, FormattableString.Invariant($"File{number}.cs"))),
        References,
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), Options, path);

    /// <summary>Writes an assembly.</summary>
    /// <exception cref="InvalidOperationException">The sources have an error.</exception>
    public static void Emit(Compilation compilation, Stream stream)
    {
        var emitted = compilation.Emit(stream);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(emitted.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
        }
    }

    /// <summary>Adds what a generator writes.</summary>
    public static Compilation Generate(CSharpCompilation compilation, IIncrementalGenerator generator)
    {
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Options).RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return generated;
    }

    private static IEnumerable<string> Assemblies()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework && Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(GlmTool).Assembly.Location).Append(typeof(AIFunction).Assembly.Location);
    }
}
