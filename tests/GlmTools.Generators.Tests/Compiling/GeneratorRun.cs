using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Tests.Compiling;

/// <summary>The generator after a run, ready for the next edit.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input)
    {
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out var diagnostics);
        Input = input;
        Output = output;
        Assert.Empty(diagnostics);
        Assert.Null(Result.Exception);
        Files = Result.GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString());
    }

    public CSharpCompilation Input { get; }

    public Compilation Output { get; }

    /// <summary>The generated files by their hint names.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The files this run wrote, rather than kept from the one before.</summary>
    public IEnumerable<string> Written => Outputs
        .Where(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
        .SelectMany(static output => HintNames(output.Value));

    /// <summary>What the steps of the generator found, in any order.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons => Steps.Concat(Outputs).Select(static output => output.Reason);

    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs => Result.TrackedOutputSteps
        .SelectMany(static step => step.Value).SelectMany(static step => step.Outputs);

    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> Steps => Result.TrackedSteps
        .Where(static step => step.Key.StartsWith("GlmTools.", StringComparison.Ordinal))
        .SelectMany(static step => step.Value).SelectMany(static step => step.Outputs);

    private GeneratorRunResult Result => Assert.Single(_driver.GetRunResult().Results);

    public static GeneratorRun Of(CSharpCompilation compilation) => new(
        CSharpGeneratorDriver.Create(
            [new GlmToolGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        compilation);

    /// <summary>Runs again after an edit, with what the first run remembers.</summary>
    public GeneratorRun Then(CSharpCompilation compilation) => new(_driver, compilation);

    /// <summary>Nothing that the run was asked for was worked out anew.</summary>
    public void AssertNothingNew() => AssertKept(Steps.Concat(Outputs));

    /// <summary>No file was written anew.</summary>
    public void AssertNothingWritten() => AssertKept(Outputs);

    private static void AssertKept(IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs) => Assert.All(
        outputs,
        static output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{output.Reason}: {output.Value}"));

    // The output of a step that writes source is a pair, of which Roslyn shows nobody the type: the files and the diagnostics.
    private static IEnumerable<string> HintNames(object output)
        => ((IEnumerable)((ITuple)output)[0]!).Cast<object>().Select(static file => (string)file.GetType().GetProperty("HintName")!.GetValue(file)!);
}
