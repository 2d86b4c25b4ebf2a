namespace GlmTools.Benchmarks.Measuring;

/// <summary>Counts the bytes a case allocates once it is warm.</summary>
internal static class Allocation
{
    private const int MaxTimes = 2000;

    private const int Batches = 5;

    /// <summary>
    /// The bytes of one time: those of the best of a few batches, because what else happens in the process, such as a pool that grows or
    /// a method that is compiled again, only ever adds.
    /// </summary>
    public static double Of(Case measured)
    {
        // Also finds out how often it can be done in some milliseconds.
        var times = 1;
        for (var began = Environment.TickCount64; times < MaxTimes && Environment.TickCount64 - began < 20; times *= 2)
        {
            measured.Repeat(times);
        }

        return Enumerable.Range(0, Batches).Min(_ => Count(measured, times));
    }

    private static double Count(Case measured, int times)
    {
        var before = Allocated(measured);
        measured.Repeat(times);
        return (Allocated(measured) - before) / (double)times;
    }

    private static long Allocated(Case measured)
        => measured.CrossesThreads ? GC.GetTotalAllocatedBytes(precise: true) : GC.GetAllocatedBytesForCurrentThread();
}
