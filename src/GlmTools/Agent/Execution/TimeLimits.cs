namespace GlmTools;

/// <summary>
/// Tells which calls of a run are out of time. One clock serves all: it is set again only for a call that would be out of time before it
/// rings, so that calls which end in time cost no timer.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="expire">What to do with a call that is out of time.</param>
internal sealed class TimeLimits(TimeProvider time, Action<RunningCall> expire) : IDisposable
{
    // What a timer counts at most; for a longer limit it rings more than once.
    private const double MostSeconds = 49 * 24 * 60 * 60;

    private readonly Lock _lock = new();
    private readonly List<RunningCall> _calls = [];
    private ITimer? _clock;
    private long _rings = long.MaxValue;

    /// <summary>Watches a call from now on.</summary>
    public void Watch(RunningCall call)
    {
        if (call.Limit == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        var now = time.GetTimestamp();
        call.Due = now + (long)Math.Min(call.Limit.TotalSeconds * time.TimestampFrequency, long.MaxValue / 2);
        lock (_lock)
        {
            _calls.Add(call);
            SetClock(call.Due, now);
        }
    }

    /// <summary>Watches a call no longer.</summary>
    public void Forget(RunningCall call)
    {
        lock (_lock)
        {
            _calls.Remove(call);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _clock?.Dispose();
            _rings = long.MinValue;
        }
    }

    private void SetClock(long due, long now)
    {
        if (due >= _rings)
        {
            return;
        }

        _rings = due;
        var wait = TimeSpan.FromSeconds(Math.Clamp((double)(due - now) / time.TimestampFrequency, 0, MostSeconds));
        if (_clock is null)
        {
            _clock = time.CreateTimer(static limits => ((TimeLimits)limits!).Ring(), this, wait, Timeout.InfiniteTimeSpan);
        }
        else
        {
            _clock.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private void Ring()
    {
        RunningCall[] due;
        lock (_lock)
        {
            if (_rings == long.MinValue)
            {
                return;
            }

            var now = time.GetTimestamp();
            due = [.. _calls.Where(call => call.Due <= now)];
            _calls.RemoveAll(call => call.Due <= now);
            _rings = long.MaxValue;
            if (_calls.Count > 0)
            {
                SetClock(_calls.Min(static call => call.Due), now);
            }
        }

        foreach (var call in due)
        {
            expire(call);
        }
    }
}
