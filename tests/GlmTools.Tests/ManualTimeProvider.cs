namespace GlmTools.Tests;

/// <summary>
/// A clock that stands still until it is told to move. A wait that <paramref name="passes"/> lets through moves it on
/// at once, so that a test of retries neither sleeps nor races.
/// </summary>
/// <param name="passes">Which waits are over as soon as they begin; none by default.</param>
internal sealed class ManualTimeProvider(Func<TimeSpan, bool>? passes = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(TimeSpan Wait, TaskCompletionSource Begun)> _awaited = [];
    private DateTimeOffset _now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The waits that were let through.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        ManualTimer[] due;
        lock (_lock)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(timer => due.Contains(timer));
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    /// <summary>Lets a time pass as soon as somebody waits exactly as long.</summary>
    public async Task ElapseAsync(TimeSpan wait)
    {
        await BegunAsync(wait);
        Advance(wait);
    }

    /// <summary>Waits until somebody waits exactly as long.</summary>
    public Task BegunAsync(TimeSpan wait)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_timers.Exists(timer => timer.Due == _now + wait))
            {
                begun.SetResult();
            }
            else
            {
                _awaited.Add((wait, begun));
            }
        }

        return begun.Task.WaitAsync(Patience.Limit);
    }

    private void Schedule(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            if (passes?.Invoke(dueTime) != true)
            {
                _timers.Add(timer);
                _awaited.Where(awaited => awaited.Wait == dueTime).ToList().ForEach(static awaited => awaited.Begun.TrySetResult());
                return;
            }

            _waits.Add(dueTime);
            _now += dueTime;
        }

        // A timer may not fire before its creator has got hold of it.
        ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
