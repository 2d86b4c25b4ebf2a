using System.Diagnostics;

namespace GlmTools.Benchmarks.Measuring;

/// <summary>
/// Measures cases against the first of them, the limit. Each slice of a case lies between two slices of the limit, and its ratio is to
/// these two: what the machine does meanwhile happens to all three.
/// </summary>
internal sealed class PairedRun
{
    private readonly Pace _pace;
    private readonly IReadOnlyList<Case> _cases;
    private readonly int[] _times;
    private readonly List<double>[] _nanoseconds;
    private readonly List<double>[] _ratios;

    private PairedRun(Pace pace, IReadOnlyList<Case> cases)
    {
        _pace = pace;
        _cases = cases;
        _times = [.. cases.Select(Calibrate)];
        _nanoseconds = [.. cases.Select(static _ => new List<double>())];
        _ratios = [.. cases.Select(static _ => new List<double>())];
    }

    /// <summary>Runs the cases and reports them.</summary>
    /// <param name="title">What the table is called.</param>
    /// <param name="pace">How long to measure.</param>
    /// <param name="operations">How many operations a case does at once; figures are per operation.</param>
    /// <param name="cases">The cases, the limit first.</param>
    public static Table Of(string title, Pace pace, int operations, params IReadOnlyList<Case> cases)
    {
        WarmUp.Of(pace, cases);
        var run = new PairedRun(pace, cases);
        run.Measure();
        return new(title, [.. Enumerable.Range(0, cases.Count).Select(index => run.RowOf(index, operations))]);
    }

    private int Calibrate(Case measured)
    {
        for (var times = 1; ; times *= 2)
        {
            var began = Stopwatch.GetTimestamp();
            measured.Repeat(times);
            if (Stopwatch.GetElapsedTime(began) >= _pace.Slice || times > 1 << 24)
            {
                return times;
            }
        }
    }

    private void Measure()
    {
        for (var round = 0; round < _pace.Rounds; round++)
        {
            var before = Slice(0);
            for (var position = 0; position < _cases.Count - 1; position++)
            {
                // Turned by one each round, so that no case always follows the same one.
                var index = 1 + ((position + round) % (_cases.Count - 1));
                var own = Slice(index);
                var after = Slice(0);
                _ratios[index].AddRange([own / before, own / after]);
                before = after;
            }
        }
    }

    private double Slice(int index)
    {
        var began = Stopwatch.GetTimestamp();
        _cases[index].Repeat(_times[index]);
        var nanoseconds = Stopwatch.GetElapsedTime(began).TotalNanoseconds / _times[index];
        _nanoseconds[index].Add(nanoseconds);
        return nanoseconds;
    }

    private Row RowOf(int index, int operations) => new(
        _cases[index].Name,
        new("x", index == 0 ? 1 : Statistics.Median(_ratios[index])),
        new("x min", _nanoseconds[index].Min() / _nanoseconds[0].Min()),
        new("min ns", _nanoseconds[index].Min() / operations),
        new("bytes", Allocation.Of(_cases[index]) / operations));
}
