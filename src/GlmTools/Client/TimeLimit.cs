namespace GlmTools;

/// <summary>What counts as a limit of time.</summary>
internal static class TimeLimit
{
    /// <summary>What the timers of the framework can count.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromDays(49);

    public static void ThrowIfNone(TimeSpan limit, string name)
    {
        if (limit <= TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, limit, "A time limit is more than nothing; Timeout.InfiniteTimeSpan is for none.");
        }

        if (limit > Most)
        {
            throw new ArgumentOutOfRangeException(name, limit, $"A time limit is at most {Most.TotalDays} days; Timeout.InfiniteTimeSpan is for none.");
        }
    }
}
