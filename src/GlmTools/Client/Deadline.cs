namespace GlmTools;

/// <summary>Is cancelled by the caller or by the clock, and tells which of them it was.</summary>
internal sealed class Deadline : CancellationTokenSource
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;
    private volatile bool _wasEnded;

    public Deadline(TimeSpan limit, TimeProvider time, CancellationToken caller)
        : base(limit, time)
    {
        _caller = caller;
        _registration = caller.UnsafeRegister(static deadline => ((Deadline)deadline!).Cancel(), this);
    }

    /// <summary>Whether the time is up. Who cancelled comes first.</summary>
    public bool IsExpired => IsCancellationRequested && !_wasEnded && !_caller.IsCancellationRequested;

    /// <summary>Starts the clock anew.</summary>
    public void Restart(TimeSpan limit) => CancelAfter(limit);

    /// <summary>Stops the clock; the caller may still cancel.</summary>
    public void Stop() => CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Ends it at once, as the caller would.</summary>
    public void End()
    {
        _wasEnded = true;
        Cancel();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _registration.Dispose();
        }

        base.Dispose(disposing);
    }
}
