namespace GlmTools;

/// <summary>
/// The calls of one turn, started in their order: side by side, but for destructive ones, which wait for all before them and
/// hold up all behind them.
/// </summary>
internal sealed class TurnCalls : IDisposable
{
    private readonly ToolCallRunner _runner;
    private readonly TurnTools _tools;
    private readonly CancellationTokenSource _abandon;
    private readonly List<RecordedCall> _started = [];
    private readonly List<Task<bool>> _running = [];
    private Task<bool> _barrier = Task.FromResult(true);

    public TurnCalls(ToolCallRunner runner, TurnTools tools, CancellationToken cancellationToken)
    {
        _runner = runner;
        _tools = tools;
        _abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>The calls that were started, in order.</summary>
    public IReadOnlyList<RecordedCall> Started => _started;

    /// <summary>Starts a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refusal">What the model is told instead of a result, where it must not be executed.</param>
    public void Start(RecordedCall call, string? refusal = null)
    {
        var isBarrier = refusal is null && _tools.Find(call.Call.Name)?.Policy.Effect == GlmToolEffect.Destructive;
        var before = isBarrier ? AllAsync([.. _running]) : _barrier;
        var running = _runner.RunAsync(call, _tools, refusal, before, _abandon.Token);
        _started.Add(call);
        _running.Add(running);
        if (isBarrier)
        {
            _barrier = running;
        }
    }

    /// <summary>Waits for all calls. The first one that ends the run cancels the others.</summary>
    /// <returns>Whether all of them were answered; some may wait for approval.</returns>
    public async Task<bool> FinishAsync()
    {
        var all = true;

        // Cancelled calls end as well, so the wait for them needs no token of its own.
        await foreach (var ended in Task.WhenEach(_running).ConfigureAwait(false))
        {
            all &= await ended.ConfigureAwait(false);
        }

        return all;
    }

    /// <summary>Cancels what still runs, and waits until nothing of it does.</summary>
    public async Task AbandonAsync()
    {
        await _abandon.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll((IEnumerable<Task>)_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _abandon.Dispose();

    private static async Task<bool> AllAsync(Task<bool>[] calls)
        => (await Task.WhenAll(calls).ConfigureAwait(false)).All(static answered => answered);
}
