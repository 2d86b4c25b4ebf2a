using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Tests.Compiling;

/// <summary>The generator after a run, ready for the next edit.</summary>
internal sealed class GeneratorRun
{
    private static readonly string[] TrackedSteps = [GlmToolGenerator.ToolSetsStep, GlmToolGenerator.InheritedToolSetsStep];

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

    /// <summary>What each class with tools cost in this run.</summary>
    public IReadOnlyDictionary<string, IncrementalStepRunReason> Emitted => Result.TrackedOutputSteps
        .SelectMany(static step => step.Value)
        .SelectMany(static step => step.Outputs.Select(output => (Set: (ToolSetModel)step.Inputs[0].Source.Outputs[step.Inputs[0].OutputIndex].Value, output.Reason)))
        .Where(static output => output.Reason != IncrementalStepRunReason.Removed)
        .ToDictionary(static output => output.Set.Name[(output.Set.Name.LastIndexOf('.') + 1)..], static output => output.Reason);

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
    public void AssertNothingNew()
    {
        var steps = TrackedSteps.Where(Result.TrackedSteps.ContainsKey).SelectMany(name => Result.TrackedSteps[name]);
        var outputs = Result.TrackedOutputSteps.SelectMany(static step => step.Value);
        Assert.All(
            steps.Concat(outputs).SelectMany(static step => step.Outputs),
            static output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{output.Reason}: {output.Value}"));
    }
}
