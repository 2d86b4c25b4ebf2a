using System.Threading.Tasks.Sources;

namespace GlmTools;

/// <summary>
/// A method that runs for a call. It runs on a thread of its own, so that one which works or blocks holds up neither its siblings, nor the
/// stream, nor its deadline; and it is left alone when that is over.
/// </summary>
/// <param name="method">How it is called.</param>
/// <param name="execution">The call.</param>
/// <param name="permit">The right to run, given back when the method has really ended.</param>
/// <param name="deadline">How long it is waited for.</param>
internal sealed class StartedMethod(ToolMethod method, GlmToolExecution execution, ToolPermit permit, Deadline deadline) : IValueTaskSource<GlmToolResult>
{
    private ManualResetValueTaskSourceCore<GlmToolResult> _end;
    private int _hasEnded;

    /// <summary>Starts it, once.</summary>
    /// <returns>What comes of it; cancelled as soon as nobody has to wait for it any more.</returns>
    public ValueTask<GlmToolResult> StartAsync()
    {
        permit.Hold();
        deadline.Token.UnsafeRegister(static (started, token) => ((StartedMethod)started!).Leave(token), this);
        ThreadPool.QueueUserWorkItem(static started => _ = started.RunAsync(), this, preferLocal: true);
        return new(this, _end.Version);
    }

    GlmToolResult IValueTaskSource<GlmToolResult>.GetResult(short token) => _end.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<GlmToolResult>.GetStatus(short token) => _end.GetStatus(token);

    void IValueTaskSource<GlmToolResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _end.OnCompleted(continuation, state, token, flags);

    private async Task RunAsync()
    {
        var result = default(GlmToolResult);
        Exception? failure = null;
        try
        {
            result = await method.ExecuteAsync(execution, deadline.Token).ConfigureAwait(false);
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

    private void Leave(CancellationToken token)
    {
        if (IsFirst())
        {
            _end.SetException(new OperationCanceledException(token));
        }
    }

    private bool IsFirst() => Interlocked.Exchange(ref _hasEnded, 1) == 0;
}
