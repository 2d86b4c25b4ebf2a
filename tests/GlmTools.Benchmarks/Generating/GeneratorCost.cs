using System.Diagnostics;

namespace GlmTools.Benchmarks.Generating;

/// <summary>What a run took.</summary>
/// <param name="Milliseconds">The time.</param>
/// <param name="Megabytes">What it allocated, in millions of bytes.</param>
internal sealed record GeneratorCost(double Milliseconds, double Megabytes)
{
    public static GeneratorCost Of(Action run)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var began = Stopwatch.GetTimestamp();
        run();
        return new(Stopwatch.GetElapsedTime(began).TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6);
    }
}
