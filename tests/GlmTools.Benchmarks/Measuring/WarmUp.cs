using System.Diagnostics;

namespace GlmTools.Benchmarks.Measuring;

/// <summary>Lets the runtime compile what is measured for good before it is measured.</summary>
internal static class WarmUp
{
    /// <summary>Runs cases three times: code that one made hot the next one makes hotter, and a busy machine compiles late.</summary>
    public static void Of(Pace pace, params IReadOnlyList<Case> cases)
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            foreach (var measured in cases)
            {
                Run(measured, pace.WarmUp);
            }

            Thread.Sleep(pace.Settling);
        }
    }

    private static void Run(Case measured, TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        for (var times = 1; Stopwatch.GetElapsedTime(began) < time; times = Math.Min(2 * times, 4096))
        {
            measured.Repeat(times);
        }
    }
}
