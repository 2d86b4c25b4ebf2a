namespace GlmTools;

/// <summary>What counts as a limit of time.</summary>
internal static class TimeLimit
{
    public static void ThrowIfNone(TimeSpan limit, string name)
    {
        if (limit <= TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, limit, "A time limit is more than nothing; Timeout.InfiniteTimeSpan is for none.");
        }
    }
}
