namespace GlmTools.Sqlite.Tests;

/// <summary>A clock that holds up whoever looks at it: the writer does so in the middle of each append.</summary>
internal sealed class HeldClock : TimeProvider, IDisposable
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _released = new();

    /// <summary>Completes when somebody has looked.</summary>
    public Task Asked => _asked.Task.WaitAsync(Patience.Limit);

    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 8, 0, 0, 123, TimeSpan.Zero);

    public void Release() => _released.Set();

    public override DateTimeOffset GetUtcNow()
    {
        _asked.TrySetResult();
        _released.Wait(Patience.Limit);
        return Now;
    }

    public void Dispose() => _released.Dispose();
}
