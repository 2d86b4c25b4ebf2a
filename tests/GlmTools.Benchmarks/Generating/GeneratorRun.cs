using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Benchmarks.Generating;

/// <summary>A generator over new sources, and once more after an edit of a file that has nothing to do with tools.</summary>
/// <param name="First">The first run.</param>
/// <param name="Edit">The run after the edit.</param>
/// <param name="TextLength">How many characters were generated.</param>
/// <param name="Rewritten">How many files the edit made it write again.</param>
internal sealed record GeneratorRun(GeneratorCost First, GeneratorCost Edit, int TextLength, int Rewritten)
{
    /// <summary>Runs a generator over that many tools.</summary>
    public static GeneratorRun Of(IIncrementalGenerator generator, int tools)
    {
        var compilation = Compilations.Of("Many", [ToolSources.Unrelated, ToolSources.Shapes, .. ToolSources.Files(tools)]);
        var unrelated = compilation.SyntaxTrees[0];
        var edited = compilation.ReplaceSyntaxTree(unrelated, Compilations.Parse($"{ToolSources.Unrelated} // a remark", unrelated.FilePath));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: Compilations.Options,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var first = GeneratorCost.Of(() => driver = driver.RunGenerators(compilation));
        var result = driver.GetRunResult();
        Confirm(result.Results[0], tools);
        var edit = GeneratorCost.Of(() => driver = driver.RunGenerators(edited));
        return new(first, edit, result.GeneratedTrees.Sum(static tree => tree.Length), Rewritings(driver.GetRunResult().Results[0]));
    }

    private static int Rewritings(GeneratorRunResult result) => result.TrackedOutputSteps
        .SelectMany(static step => step.Value).SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason != IncrementalStepRunReason.Cached);

    private static void Confirm(GeneratorRunResult result, int tools)
    {
        if (result.Exception is { } exception)
        {
            throw new InvalidOperationException("The generator failed.", exception);
        }

        if (result.GeneratedSources.Length == 0)
        {
            throw new InvalidOperationException($"The generator wrote nothing for {tools} tools.");
        }
    }
}
