namespace GlmTools.Testing.Tests.Scripting;

/// <summary>A clock whose short waits are over at once; time-outs, which are long, never come.</summary>
internal sealed class PassingTime : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The waits that were let through.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > Longest || dueTime < TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        }

        Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
