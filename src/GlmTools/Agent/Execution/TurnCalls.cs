using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace GlmTools;

/// <summary>
/// The calls of one turn, started in their order: side by side, but for destructive ones, which wait for all before them and
/// hold up all behind them. To be awaited, by the run alone, until all of them have ended.
/// </summary>
/// <remarks>
/// Methods are called when the run has begun to wait. Then there is nothing of it left on the stack that one which works or blocks could hold up, and
/// the thread the answer came on may as well call them; its siblings do not wait for one that takes its time. Only answers that are there at once, as
/// out of a cache, leave something on it.
/// </remarks>
internal sealed class TurnCalls : ICriticalNotifyCompletion
{
    /// <summary>How many turns may go on within one another on a thread.</summary>
    private const int MaxDepth = 32;

    [ThreadStatic]
    private static int _depth;

    private readonly List<RunningCall> _calls = [];
    private readonly ToolCallRunner _runner;
    private readonly CancellationTokenSource _abandon;
    private readonly CancellationTokenRegistration _leaving;
    private RunningCall? _barrier;
    private Action? _continuation;
    private Exception? _failure;
    private volatile bool _isAbandoned;
    private int _next;

    // The run itself counts until it waits.
    private int _pending = 1;

    /// <param name="runner">What runs the calls.</param>
    /// <param name="tools">The tools of the turn.</param>
    /// <param name="abandon">Cancels the calls of the run, and nothing else: an answer that still arrives is read to its end.</param>
    public TurnCalls(ToolCallRunner runner, TurnTools tools, CancellationTokenSource abandon)
    {
        _runner = runner;
        _abandon = abandon;
        Tools = tools;

        // In the context of the run: spans that end must not become that of who cancels.
        _leaving = abandon.Token.Register(static calls => ((TurnCalls)calls!).LeaveAll(), this);
    }

    /// <summary>The tools of the turn.</summary>
    public TurnTools Tools { get; }

    /// <summary>Cancels the calls.</summary>
    public CancellationToken Token => _abandon.Token;

    /// <summary>What follows from the answer the calls are part of.</summary>
    public TurnCourse Course { get; set; }

    /// <summary>Whether a call was started.</summary>
    public bool HasStarted => _calls.Count > 0;

    /// <summary>The calls that were started, in order.</summary>
    public RecordedCall[] Started => _calls.Count == 0 ? [] : [.. _calls.Select(static call => call.Recorded)];

    /// <summary>Whether all of them have ended.</summary>
    public bool IsCompleted => Volatile.Read(ref _pending) <= (_continuation is null ? 1 : 0);

    // A user interface must not stand still, and answers that are there at once lead ever deeper into the stack, of which a method may need a lot.
    private static bool MayCallHere
        => _depth < MaxDepth && SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default && RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>All calls of a whole answer, under the ids they are answered by; the ones that were started come first.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="conversation">The transcript.</param>
    public RecordedCall[] Record(ModelAnswer answer, GlmConversation conversation)
    {
        var started = Started;
        if (answer.Calls.Count <= started.Length)
        {
            return started;
        }

        var recorded = new RecordedCall[answer.Calls.Count];
        started.CopyTo(recorded, 0);
        for (var i = started.Length; i < recorded.Length; i++)
        {
            var call = answer.Calls[i];
            recorded[i] = new(conversation.WithUsableId(call, recorded.AsSpan(0, i)), Tools.Find(call.Name));
        }

        return recorded;
    }

    /// <summary>Starts a call whose method is called when the run waits, which it does next.</summary>
    /// <param name="recorded">The call.</param>
    /// <param name="refusal">What the model is told instead of a result, where it must not be executed.</param>
    public void Start(RecordedCall recorded, string? refusal = null)
    {
        var (call, preparing) = Prepare(recorded, refusal);
        if (!preparing.IsCompletedSuccessfully)
        {
            _ = CallWhenReadyAsync(call, preparing);
        }
        else if (preparing.Result)
        {
            MakeReady(call);
        }
    }

    /// <summary>Starts a call and does not wait with its method for the run, which has something else to wait for first: such as the rest of the answer.</summary>
    /// <param name="recorded">The call.</param>
    /// <param name="refusal">What the model is told instead of a result, where it must not be executed.</param>
    public void StartEarly(RecordedCall recorded, string? refusal = null)
    {
        var (call, preparing) = Prepare(recorded, refusal);
        _ = CallWhenReadyAsync(call, preparing);
    }

    /// <summary>Says that a call failed in a way that ends the run. Only the first one says why: the others fail because of it.</summary>
    public ValueTask FailAsync(Exception failure)
        => Interlocked.CompareExchange(ref _failure, failure, null) is null ? CancelAsync() : default;

    /// <summary>Says that all is done that follows from the end of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isAnswered">Whether it was answered; if not, it waits for an approval, its own or that of a call before it.</param>
    public void Close(RunningCall call, bool isAnswered)
    {
        try
        {
            call.Operation.Dispose();
        }
        catch (Exception failure)
        {
            // Whoever listens to spans may throw; the run fails then, but it does not wait for ever.
            Interlocked.CompareExchange(ref _failure, failure, null);
        }

        call.Close(isAnswered);
        CountDown();
    }

    /// <summary>Cancels what still runs, and waits until nobody waits for any of it.</summary>
    public async ValueTask AbandonAsync()
    {
        _isAbandoned = true;
        await CancelAsync().ConfigureAwait(false);
        await this;
    }

    public TurnCalls GetAwaiter() => this;

    /// <summary>Ends the wait. The first call that ended the run has cancelled the others.</summary>
    /// <returns>Whether all were answered; some may wait for approval.</returns>
    public bool GetResult()
    {
        _leaving.Unregister();
        if (_failure is not null && !_isAbandoned)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        return _calls.TrueForAll(static call => call.IsAnswered);
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        var isReady = _calls.Exists(static call => call.IsReady);
        _continuation = continuation;
        CountDown();
        if (!isReady)
        {
            return;
        }

        if (!MayCallHere)
        {
            ThreadPool.QueueUserWorkItem(static calls => calls.CallReady(), this, preferLocal: true);
            return;
        }

        _depth++;
        CallReady();
        _depth--;
    }

    /// <summary>Calls the methods that are ready and nobody has taken, one after the other. Where one takes its time, another thread comes for the rest.</summary>
    public void CallReady()
    {
        var areMore = Volatile.Read(ref _next) < _calls.Count - 1;
        if (areMore)
        {
            _runner.Relief.Expect(this);
        }

        for (int i; (i = Interlocked.Increment(ref _next) - 1) < _calls.Count;)
        {
            Call(_calls[i]);
        }

        if (areMore)
        {
            _runner.Relief.Cancel(this);
        }
    }

    private (RunningCall Call, ValueTask<bool> Preparing) Prepare(RecordedCall recorded, string? refusal)
    {
        var call = new RunningCall(recorded, Tools.Find(recorded.Call.Name), this);
        var isBarrier = refusal is null && call.Tool?.Policy.Effect == GlmToolEffect.Destructive;
        var before = isBarrier && _calls.Count > 0 ? AllAsync(_calls.ConvertAll(static other => other.End)) : _barrier?.End;
        _barrier = isBarrier ? call : _barrier;
        lock (_calls)
        {
            _calls.Add(call);
        }

        Interlocked.Increment(ref _pending);
        return (call, _runner.PrepareAsync(call, refusal, before is { IsCompletedSuccessfully: true, Result: true } ? null : before));
    }

    private async Task CallWhenReadyAsync(RunningCall call, ValueTask<bool> preparing)
    {
        if (await preparing.ConfigureAwait(false))
        {
            MakeReady(call);
            ThreadPool.QueueUserWorkItem(static call => call.Turn.Call(call), call, preferLocal: true);
        }
    }

    private void MakeReady(RunningCall call)
    {
        call.MakeReady();
        _runner.Watch(call);
        if (_abandon.IsCancellationRequested)
        {
            LeaveAll();
        }
    }

    private void Call(RunningCall call)
    {
        if (call.TryTake())
        {
            _ = _runner.CallAsync(call);
        }
    }

    // A method that does not look at its token must not hold up the run.
    private void LeaveAll()
    {
        RunningCall[] calls;
        lock (_calls)
        {
            calls = [.. _calls];
        }

        foreach (var call in calls)
        {
            if (call.TryLeave())
            {
                Interlocked.CompareExchange(ref _failure, new OperationCanceledException(Token), null);
                _runner.GiveUp(call, _failure);
            }
        }
    }

    // What hears of it, such as whoever is asked for an approval, may throw; that ends no run for another reason than the first one.
    private async ValueTask CancelAsync() => await _abandon.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void CountDown()
    {
        if (Interlocked.Decrement(ref _pending) == 0)
        {
            _continuation!();
        }
    }

    private static async Task<bool> AllAsync(List<Task<bool>> calls)
        => (await Task.WhenAll(calls).ConfigureAwait(false)).All(static answered => answered);
}
