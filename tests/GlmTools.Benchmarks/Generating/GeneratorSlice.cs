using GlmTools.Benchmarks.Checking;
using GlmTools.Benchmarks.Generating.Anchor;
using GlmTools.Benchmarks.Measuring;
using GlmTools.Generators;
using Microsoft.CodeAnalysis;

namespace GlmTools.Benchmarks.Generating;

/// <summary>The generator in a compiler that stays, as in an editor: a first run, and one after an edit elsewhere.</summary>
internal sealed class GeneratorSlice : ISlice
{
    private const int Many = 1000;

    public string Name => "generator";

    public Task RunAsync(Pace pace, Report report, CancellationToken cancellationToken)
    {
        foreach (var tools in (int[])[10, 100, Many])
        {
            cancellationToken.ThrowIfCancellationRequested();
            report.Add(Runs(tools, pace.IsShort ? 4 : 10));
        }

        report.Add(Emits(pace.IsShort ? 2 : 4));
        if (!pace.IsShort)
        {
            report.Add(ProjectBuild.Compare(Many, isCompilerShared: true));
            report.Add(ProjectBuild.Compare(Many, isCompilerShared: false));
        }

        return Task.CompletedTask;
    }

    public IEnumerable<ExactFigure> ExactFigures()
    {
        var run = new Lazy<GeneratorRun>(static () => Best([.. Enumerable.Range(0, 3).Select(static _ => Own(Many))]));
        return
        [
            new("generator, files written again after an unrelated edit", () => run.Value.Rewritten),
            new("generator, characters per method", () => run.Value.TextLength / (double)Many),
            new("generator, first run over 1,000 tools, MB", () => run.Value.First.Megabytes),
            new("generator, unrelated edit of 1,000 tools, MB", () => run.Value.Edit.Megabytes),
        ];
    }

    private static GeneratorRun Own(int tools) => GeneratorRun.Of(new GlmToolGenerator(), tools);

    private static GeneratorRun Limit(int tools) => GeneratorRun.Of(new AnchorGenerator(), tools);

    private static Table Runs(int tools, int pairs)
    {
        // The first of each compiles code rather than tools.
        Limit(tools);
        Own(tools);
        List<GeneratorRun> limits = [Limit(tools)];
        var own = new List<GeneratorRun>();
        for (var pair = 0; pair < pairs; pair++)
        {
            own.Add(Own(tools));
            limits.Add(Limit(tools));
        }

        var first = Ratio(own, limits, static run => run.First.Milliseconds);
        var edit = Ratio(own, limits, static run => run.Edit.Milliseconds);
        return new(
            FormattableString.Invariant($"Generator, {tools:#,0} tools"),
            [Row("anchor (limit)", 1, 1, Best(limits), tools), Row("GlmTools", first, edit, Best(own), tools)]);
    }

    private static double Ratio(List<GeneratorRun> own, List<GeneratorRun> limits, Func<GeneratorRun, double> milliseconds)
        => Statistics.Ratio([.. own.Select(milliseconds)], [.. limits.Select(milliseconds)]);

    private static Row Row(string name, double first, double edit, GeneratorRun run, int tools) => new(
        name,
        new("first x", first),
        new("first, min ms", run.First.Milliseconds),
        new("first, MB", run.First.Megabytes),
        new("edit x", edit),
        new("edit, min ms", run.Edit.Milliseconds),
        new("edit, MB", run.Edit.Megabytes),
        new("written again", run.Rewritten),
        new("characters per method", run.TextLength / (double)tools));

    /// <summary>The least of everything, but the most files that were written again.</summary>
    private static GeneratorRun Best(List<GeneratorRun> runs) => new(
        Best(runs, static run => run.First),
        Best(runs, static run => run.Edit),
        runs[0].TextLength,
        runs.Max(static run => run.Rewritten));

    private static GeneratorCost Best(List<GeneratorRun> runs, Func<GeneratorRun, GeneratorCost> cost)
        => new(runs.Min(run => cost(run).Milliseconds), runs.Min(run => cost(run).Megabytes));

    private static Table Emits(int times)
    {
        var sources = Compilations.Of("Many", [ToolSources.Shapes, .. ToolSources.Files(Many)]);
        return new("Emit of 1,000 tools with what was generated",
        [
            Emit("anchor (limit)", Compilations.Generate(sources, new AnchorGenerator()), times),
            Emit("GlmTools", Compilations.Generate(sources, new GlmToolGenerator()), times),
        ]);
    }

    private static Row Emit(string name, Compilation compilation, int times)
    {
        // A new name makes a compilation that has bound nothing yet.
        GeneratorCost[] costs = [.. Enumerable.Range(0, times).Select(number => Emit(compilation.WithAssemblyName(FormattableString.Invariant($"Many{number}"))))];
        return new(name, new("min ms", costs.Min(static cost => cost.Milliseconds)), new("MB", costs.Min(static cost => cost.Megabytes)));
    }

    private static GeneratorCost Emit(Compilation compilation) => GeneratorCost.Of(() => Compilations.Emit(compilation, new MemoryStream()));
}
