namespace GlmTools;

/// <summary>
/// Sends another thread to calls that wait behind a method which takes longer than a moment. Most take less, and a thread that comes for nothing costs
/// more than they do. The moment is one of the machine and not of the run's clock: nothing that a run does depends on it but on which thread.
/// </summary>
internal sealed class Relief : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private Timer? _timer;
    private TurnCalls? _waiting;

    /// <summary>Comes to the calls in a moment.</summary>
    public void Expect(TurnCalls calls)
    {
        Volatile.Write(ref _waiting, calls);
        _timer ??= new Timer(static relief => ((Relief)relief!).Come(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Moment, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Says that none of the calls is left. The timer is not stopped: it finds nobody, or is set again before it rings.</summary>
    public void Cancel(TurnCalls calls) => Interlocked.CompareExchange(ref _waiting, null, calls);

    public void Dispose() => _timer?.Dispose();

    private void Come() => Volatile.Read(ref _waiting)?.CallReady();
}
