namespace GlmTools;

/// <summary>
/// A call of a turn, from its start to its answer. Its method may run on when nobody waits for it any more, so whoever ends the call first - the
/// method, the clock, or who cancels the run - says what becomes of it.
/// </summary>
/// <param name="recorded">The call.</param>
/// <param name="tool">The tool; <see langword="null"/> where there is none of the name.</param>
/// <param name="turn">The calls it is one of.</param>
internal sealed class RunningCall(RecordedCall recorded, GlmTool? tool, TurnCalls turn)
{
    private const int Preparing = 0;
    private const int Ready = 1;
    private const int Taken = 2;

    private readonly CancellationTokenSource _cancellation = new();
    private TaskCompletionSource<bool>? _end;
    private volatile bool _hasClosed;
    private int _stage = Preparing;
    private int _hasEnded;

    public RecordedCall Recorded => recorded;

    public GlmToolCall Call => recorded.Call;

    /// <summary>The calls it is one of.</summary>
    public TurnCalls Turn => turn;

    /// <summary>The tool; <see langword="null"/> where there is none of the name.</summary>
    public GlmTool? Tool => tool;

    /// <summary>Cancelled when nobody waits for the method any more.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it began, as a time stamp.</summary>
    public long Began { get; set; }

    /// <summary>The call in traces and logs.</summary>
    public ToolOperation Operation { get; set; }

    /// <summary>The arguments as the loop guard knows them; <see langword="null"/> where it does not look at the call.</summary>
    public TextDigest? Arguments { get; set; }

    /// <summary>What others wait for that read the same; <see langword="null"/> for none.</summary>
    public SharedRead? Read { get; set; }

    /// <summary>What the person who approved it had to say to the model; <see langword="null"/> for nothing.</summary>
    public string? Note { get; set; }

    /// <summary>The right to run its method; <see langword="null"/> before it has it.</summary>
    public ToolPermit? Permit { get; set; }

    /// <summary>The arguments its method is called with, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; set; }

    /// <summary>How long its method may take.</summary>
    public TimeSpan Limit { get; set; }

    /// <summary>When its time is up, as a time stamp.</summary>
    public long Due { get; set; }

    /// <summary>Whether somebody has ended it.</summary>
    public bool HasEnded => Volatile.Read(ref _hasEnded) == 1;

    /// <summary>Whether it was answered; only to be asked for when it has closed.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Completes when all is done that follows from its end: with whether it was answered.</summary>
    public Task<bool> End
    {
        get
        {
            if (_end is null)
            {
                Interlocked.CompareExchange(ref _end, new(TaskCreationOptions.RunContinuationsAsynchronously), null);
            }

            if (_hasClosed)
            {
                _end.TrySetResult(IsAnswered);
            }

            return _end.Task;
        }
    }

    /// <summary>Whether its method may be called by whoever takes it.</summary>
    public bool IsReady => Volatile.Read(ref _stage) == Ready;

    /// <summary>Says that its method may be called, by whoever takes it. Whoever looks afterwards whether the run is cancelled sees that, or who cancels it sees the call.</summary>
    public void MakeReady() => Interlocked.Exchange(ref _stage, Ready);

    /// <summary>Takes a call that is ready.</summary>
    /// <returns>Whether it is for the caller to call its method.</returns>
    public bool TryTake() => IsReady && Interlocked.CompareExchange(ref _stage, Taken, Ready) == Ready;

    /// <summary>Ends the call.</summary>
    /// <returns>Whether it is for the caller to say what becomes of it.</returns>
    public bool TryEnd() => Interlocked.Exchange(ref _hasEnded, 1) == 0;

    /// <summary>Ends a call whose method may be running, without waiting for that.</summary>
    /// <returns>Whether it is for the caller to say what becomes of it.</returns>
    public bool TryLeave()
    {
        // What is still being prepared ends by itself, so that nothing is written about a call that was given up.
        if (Volatile.Read(ref _stage) == Preparing || !TryEnd())
        {
            return false;
        }

        _ = _cancellation.CancelAsync();
        if (TryTake())
        {
            Permit!.Leave();
        }
        else
        {
            Permit!.Abandon();
        }

        return true;
    }

    /// <summary>Says that all is done that follows from its end.</summary>
    public void Close(bool isAnswered)
    {
        IsAnswered = isAnswered;
        _hasClosed = true;
        Interlocked.MemoryBarrier();
        _end?.TrySetResult(isAnswered);
    }
}
