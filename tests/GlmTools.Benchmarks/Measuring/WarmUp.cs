using System.Diagnostics;
using System.Runtime;

namespace GlmTools.Benchmarks.Measuring;

/// <summary>Lets the runtime compile what is measured for good before it is measured.</summary>
internal static class WarmUp
{
    private const int LeastRounds = 3;
    private const int MostRounds = 12;

    /// <summary>
    /// Runs cases until the runtime compiles nothing any more: code that one made hot the next one makes hotter, each method is compiled up to three
    /// times, and a busy machine compiles late.
    /// </summary>
    public static void Of(Pace pace, params IReadOnlyList<Case> cases)
    {
        for (int round = 0, before = -1, compiled = 0; round < MostRounds && (round < LeastRounds || compiled != before); round++)
        {
            foreach (var measured in cases)
            {
                Run(measured, pace.WarmUp);
            }

            Thread.Sleep(pace.Settling);
            (before, compiled) = (compiled, (int)JitInfo.GetCompiledMethodCount());
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
