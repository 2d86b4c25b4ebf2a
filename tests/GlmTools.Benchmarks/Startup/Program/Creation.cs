using System.Diagnostics;

namespace GlmTools.Benchmarks.Startup;

/// <summary>What it took to have all definitions.</summary>
/// <param name="Elapsed">The time, with the code compiled on the way.</param>
/// <param name="Bytes">The bytes allocated.</param>
internal readonly record struct Creation(TimeSpan Elapsed, long Bytes)
{
    /// <summary>Measures what makes definitions and says how long they are together.</summary>
    public static Creation Of(Func<int> create)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        var length = create();
        var creation = new Creation(Stopwatch.GetElapsedTime(began), GC.GetAllocatedBytesForCurrentThread() - allocated);
        return length > 0 ? creation : throw new InvalidOperationException("No definition was made.");
    }
}
