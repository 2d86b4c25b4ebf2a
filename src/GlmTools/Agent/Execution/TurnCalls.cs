using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace GlmTools;

/// <summary>
/// The calls of one turn, started in their order: side by side, but for destructive ones, which wait for all before them and
/// hold up all behind them.
/// </summary>
/// <param name="runner">What runs them.</param>
/// <param name="tools">The tools of the turn.</param>
/// <param name="abandon">Cancels the calls of the run, and nothing else: an answer that still arrives is read to its end.</param>
internal sealed class TurnCalls(ToolCallRunner runner, TurnTools tools, CancellationTokenSource abandon)
{
    private readonly List<RecordedCall> _started = [];
    private readonly List<Task<bool>> _running = [];
    private Task<bool> _barrier = Task.FromResult(true);
    private Exception? _failure;

    /// <summary>The tools of the turn.</summary>
    public TurnTools Tools => tools;

    /// <summary>Cancels the calls.</summary>
    public CancellationToken Token => abandon.Token;

    /// <summary>The calls that were started, in order.</summary>
    public IReadOnlyList<RecordedCall> Started => _started;

    /// <summary>Starts a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refusal">What the model is told instead of a result, where it must not be executed.</param>
    public void Start(RecordedCall call, string? refusal = null)
    {
        var isBarrier = refusal is null && tools.Find(call.Call.Name)?.Policy.Effect == GlmToolEffect.Destructive;
        var running = runner.RunAsync(call, this, refusal, isBarrier ? AllAsync([.. _running]) : _barrier);
        _started.Add(call);
        _running.Add(running);
        if (isBarrier)
        {
            _barrier = running;
        }
    }

    /// <summary>Waits for all calls. The first one that ends the run has cancelled the others.</summary>
    /// <returns>Whether all of them were answered; some may wait for approval.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> FinishAsync()
    {
        var all = true;
        foreach (var running in _running)
        {
            // Cancelled calls end as well, so the wait for them needs no token of its own.
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            all &= running.IsCompletedSuccessfully && await running.ConfigureAwait(false);
        }

        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        return all;
    }

    /// <summary>Says that a call failed in a way that ends the run. Only the first one says why: the others fail because of it.</summary>
    public ValueTask FailAsync(Exception failure)
        => Interlocked.CompareExchange(ref _failure, failure, null) is null ? new(abandon.CancelAsync()) : default;

    /// <summary>Cancels what still runs, and waits until nothing of it does.</summary>
    public async ValueTask AbandonAsync()
    {
        await abandon.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll((IEnumerable<Task>)_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<bool> AllAsync(Task<bool>[] calls)
        => (await Task.WhenAll(calls).ConfigureAwait(false)).All(static answered => answered);
}
