namespace GlmTools;

/// <summary>A token that is cancelled by the caller or by the clock, and tells which of them it was.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private volatile bool _wasCancelled;

    public Deadline(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        _source = new CancellationTokenSource(limit, time);
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time is up. Who cancelled comes first.</summary>
    public bool IsExpired => _source.IsCancellationRequested && !_wasCancelled && !_caller.IsCancellationRequested;

    /// <summary>Starts the clock anew.</summary>
    public void Restart(TimeSpan limit) => _source.CancelAfter(limit);

    /// <summary>Stops the clock; the caller may still cancel.</summary>
    public void Stop() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Ends it at once.</summary>
    public void Cancel()
    {
        _wasCancelled = true;
        _source.Cancel();
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
