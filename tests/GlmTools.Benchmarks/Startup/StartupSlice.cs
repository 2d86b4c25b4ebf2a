using GlmTools.Benchmarks.Checking;
using GlmTools.Benchmarks.Measuring;

namespace GlmTools.Benchmarks.Startup;

/// <summary>Whole processes with ten tools and one call, and the definitions of ten and of a thousand tools in new processes.</summary>
internal sealed class StartupSlice : ISlice
{
    private const int Counts = 5;

    private static readonly (string Name, StartupProgram Program)[] Programs =
    [
        ("by hand (limit)", new("hand")),
        ("GlmTools", new("glmtools")),
        ("System.Text.Json, generated", new("serializer")),
        ("AIFunctionFactory", new("factory")),
        ("NJsonSchema, schemas only", new("njsonschema")),
    ];

    public string Name => "startup";

    public Task RunAsync(Pace pace, Report report, CancellationToken cancellationToken)
    {
        report.Add(Processes(pace));
        using var libraries = new ManyTools();
        report.Add(new("Definitions of 1,000 tools in a new process",
        [
            Creation("by hand (limit)", new("library", libraries.ByHand), 1000),
            Creation("GlmTools", new("library", libraries.Own), 1000),
            Creation("AIFunctionFactory", new("library", libraries.Factory), 1000),
        ]));
        return Task.CompletedTask;
    }

    public IEnumerable<ExactFigure> ExactFigures() =>
    [
        new("startup, methods compiled", static () => Count(new("glmtools")).Methods),
        new("startup with 10 tools, bytes per tool", static () => Count(new("glmtools")).Bytes / 10),
        new("startup with 1,000 tools, bytes per tool", static () =>
        {
            using var libraries = new ManyTools();
            return Count(new("library", libraries.Own)).Bytes / 1000;
        }),
    ];

    private static Table Processes(Pace pace)
    {
        var empty = new StartupProgram("empty");
        var limits = new List<double>();
        var rows = new List<Row>();
        foreach (var (name, program) in Programs)
        {
            var times = new List<double>();
            List<double> neighbours = [empty.Time().TotalMilliseconds];
            for (var pair = 0; pair < pace.Pairs; pair++)
            {
                times.Add(program.Time().TotalMilliseconds);
                neighbours.Add(empty.Time().TotalMilliseconds);
            }

            limits.AddRange(neighbours);
            rows.Add(Row(name, Statistics.Ratio(times, neighbours), times, Count(program), 10));
        }

        return new("Whole processes: 10 tools and one call, against an empty program", [Row("empty", 1, limits, Count(empty), 10), .. rows]);
    }

    private static Row Row(string name, double ratio, List<double> milliseconds, StartupCount count, int tools) => new(
        name,
        new("x", ratio),
        new("min ms", milliseconds.Min()),
        new("methods compiled", count.Methods),
        new("definitions, ms", count.Microseconds / 1000),
        new("bytes per tool", count.Bytes / tools));

    private static Row Creation(string name, StartupProgram program, int tools)
    {
        var count = Count(program);
        return new(name, new("min ms", count.Microseconds / 1000), new("bytes per tool", count.Bytes / tools));
    }

    // The least of a few, because a slow machine gives the runtime time to compile methods again.
    private static StartupCount Count(StartupProgram program)
    {
        StartupCount[] counts = [.. Enumerable.Range(0, Counts).Select(_ => program.Count())];
        return new(counts.Min(static count => count.Methods), counts.Min(static count => count.Microseconds), counts.Min(static count => count.Bytes));
    }
}
