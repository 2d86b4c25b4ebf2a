namespace GlmTools.Emulator.Tests;

/// <summary>A clock that stands still, and whose timers fire only by hand.</summary>
internal sealed class ManualTime(DateTimeOffset now) : TimeProvider
{
    private readonly SemaphoreSlim _started = new(0);
    private readonly SemaphoreSlim _disposed = new(0);
    private Action _fire = () => { };

    public ManualTime()
        : this(new DateTimeOffset(2026, 11, 22, 14, 15, 16, TimeSpan.Zero))
    {
    }

    public TimeSpan LastDelay { get; private set; }

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Moves the clock, and fires nothing.</summary>
    public void Advance(TimeSpan time) => now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        LastDelay = dueTime;
        _fire = () => callback(state);
        _started.Release();
        return new Timer(_disposed);
    }

    /// <summary>Waits until somebody waits for a timer.</summary>
    public Task TimerStartedAsync() => _started.WaitAsync(Patience.Token);

    /// <summary>Waits until a timer is given up or done.</summary>
    public Task TimerDisposedAsync() => _disposed.WaitAsync(Patience.Token);

    /// <summary>Lets the newest timer fire.</summary>
    public void Fire() => _fire();

    private sealed class Timer(SemaphoreSlim disposed) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => disposed.Release();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
