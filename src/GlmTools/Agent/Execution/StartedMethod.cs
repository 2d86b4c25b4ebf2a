using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace GlmTools;

/// <summary>
/// A method that runs for a call, to be awaited once. It runs on a thread of its own, so that one which works or blocks holds up neither its
/// siblings, nor the stream, nor its time limit; and it is left alone when its time is up.
/// </summary>
/// <param name="method">How it is called.</param>
/// <param name="execution">The call.</param>
/// <param name="permit">The right to run, given back when the method has really ended.</param>
internal sealed class StartedMethod(ToolMethod method, GlmToolExecution execution, ToolPermit permit) : ICriticalNotifyCompletion
{
    private readonly CancellationTokenSource _cancellation = new();
    private ManualResetValueTaskSourceCore<GlmToolResult> _end;
    private CancellationTokenRegistration _caller;
    private ITimer? _clock;
    private TimeSpan _limit;
    private int _hasEnded;

    /// <summary>Whether it has ended, or nobody has to wait for it any more.</summary>
    public bool IsCompleted => _end.GetStatus(_end.Version) != ValueTaskSourceStatus.Pending;

    /// <summary>Starts it, once.</summary>
    /// <param name="limit">How long it is waited for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait as well.</param>
    public void Start(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _limit = limit;
        _caller = cancellationToken.UnsafeRegister(static (started, token) => ((StartedMethod)started!).Leave(token), this);
        if (limit != Timeout.InfiniteTimeSpan)
        {
            _clock = time.CreateTimer(static started => ((StartedMethod)started!).Expire(), this, limit, Timeout.InfiniteTimeSpan);
        }

        ThreadPool.QueueUserWorkItem(static started => _ = started.RunAsync(), this, preferLocal: true);
    }

    public StartedMethod GetAwaiter() => this;

    /// <summary>What came of it, or that its time is up.</summary>
    public GlmToolResult GetResult()
    {
        _caller.Unregister();
        _clock?.Dispose();
        permit.Abandon();
        return _end.GetResult(_end.Version);
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    // On whatever thread it ends: nothing of the run needs a certain one.
    public void UnsafeOnCompleted(Action continuation)
        => _end.OnCompleted(static continuation => ((Action)continuation!)(), continuation, _end.Version, ValueTaskSourceOnCompletedFlags.None);

    private async Task RunAsync()
    {
        var result = default(GlmToolResult);
        Exception? failure = null;
        try
        {
            result = await method.ExecuteAsync(execution, _cancellation.Token).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            failure = thrown;
        }

        permit.Leave();
        if (!IsFirst())
        {
            return;
        }

        if (failure is null)
        {
            _end.SetResult(result);
        }
        else
        {
            _end.SetException(failure);
        }
    }

    // A method that does not look at its token must not hold up the run.
    private void Leave(CancellationToken token)
    {
        _ = _cancellation.CancelAsync();
        if (IsFirst())
        {
            _end.SetException(new OperationCanceledException(token));
        }
    }

    private void Expire()
    {
        _ = _cancellation.CancelAsync();
        if (IsFirst())
        {
            _end.SetResult(GlmToolResult.Failed($"Error: {execution.Tool.Name} did not finish within {_limit.TotalSeconds:0.###} s and was cancelled; it may or may not have had an effect."));
        }
    }

    private bool IsFirst() => Interlocked.Exchange(ref _hasEnded, 1) == 0;
}
