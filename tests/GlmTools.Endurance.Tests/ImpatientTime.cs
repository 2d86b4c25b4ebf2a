namespace GlmTools.Endurance.Tests;

/// <summary>A clock on which short waits, which are those between retries, are over at once. Time-outs, which are set longer, never come.</summary>
internal sealed class ImpatientTime : TimeProvider
{
    /// <summary>Longer than any wait between retries.</summary>
    public static readonly TimeSpan LongTimeout = TimeSpan.FromHours(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < LongTimeout ? TimeSpan.FromMilliseconds(1) : dueTime, period);
}
