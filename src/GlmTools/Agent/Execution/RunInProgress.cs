namespace GlmTools;

/// <summary>What a run has gathered so far. Calls of a turn add to it in parallel.</summary>
internal sealed class RunInProgress
{
    private readonly Lock _lock = new();
    private readonly List<GlmToolCallFinished> _toolCalls = [];
    private readonly List<GlmTurn> _turns = [];
    private readonly GlmAgent _agent;
    private DateTimeOffset _turnStartedAt;
    private long _turnBegan;
    private GlmUsage _turnUsage;
    private GlmCost? _turnCost;
    private GlmUsage _usage;
    private GlmCost? _cost = default(GlmCost);

    /// <summary>Begins a run, or goes on with one.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="conversation">The transcript.</param>
    /// <param name="earlier">What the run did before; <see langword="null"/> for a new one.</param>
    /// <param name="final">How the model is to answer; <see langword="null"/> for as text.</param>
    /// <param name="parent">The run a tool of which this one is; <see langword="null"/> for none.</param>
    /// <param name="listener">Who wants to know what happens; may be called from several threads at a time.</param>
    public RunInProgress(GlmAgent agent, GlmConversation conversation, RunRecord? earlier, FinalAnswer? final, RunInProgress? parent, Action<GlmRunEvent>? listener)
    {
        Parent = parent;
        _agent = agent;
        Listener = listener;
        Conversation = conversation;
        Final = final;
        Id = earlier?.Id ?? Guid.NewGuid().ToString("n");
        ExecutedCalls = earlier?.ToolCalls ?? 0;
        _turns.AddRange(earlier?.Turns ?? []);
        _turns.ForEach(Count);
        Guard = agent.Options.LoopGuard is { } limits ? new LoopGuard(limits) : null;
        Operation = agent.Telemetry.StartRun(Id, conversation.Id);
    }

    public string Id { get; }

    public GlmConversation Conversation { get; }

    /// <summary>The run in traces and logs.</summary>
    public RunOperation Operation { get; }

    /// <summary>The run a tool of which this one is.</summary>
    public RunInProgress? Parent { get; }

    /// <summary>Who wants to know what happens; <see langword="null"/> for nobody, so that nothing is made for nobody.</summary>
    public Action<GlmRunEvent>? Listener { get; }

    /// <summary>Who approves calls: where the agent has nobody, whoever approves those of the run it is a tool of.</summary>
    public Func<GlmApprovalRequest, CancellationToken, ValueTask<GlmApprovalDecision>>? Approve => _agent.Options.Approve ?? Parent?.Approve;

    public FinalAnswer? Final { get; }

    public LoopGuard? Guard { get; }

    public ToolReads Reads { get; } = new();

    /// <summary>The answer of this turn.</summary>
    public ModelAnswer Answer { get; set; } = new();

    /// <summary>The number of the turn that is going on, from 1.</summary>
    public int Turn => Turns.Count + 1;

    public IReadOnlyList<GlmTurn> Turns => _turns;

    /// <summary>How many tool calls were executed.</summary>
    public int ExecutedCalls { get; private set; }

    /// <summary>Whether a call was refused because the run may make no more of them.</summary>
    public bool HasRefusedCalls { get; private set; }

    /// <summary>Why the run has to end after this turn, as a call in it has found out; <see langword="null"/> where nothing says so.</summary>
    public GlmStopReason? StopAfterTurn { get; private set; }

    /// <summary>What the run took so far, and the agents it called as tools.</summary>
    public GlmUsage Usage
    {
        get
        {
            lock (_lock)
            {
                return _usage;
            }
        }
    }

    /// <summary>What that cost; <see langword="null"/> where the price of a model is not known.</summary>
    public GlmCost? Cost
    {
        get
        {
            lock (_lock)
            {
                return _cost;
            }
        }
    }

    public GlmRunProgress Progress(int turn) => new()
    {
        RunId = Id,
        Turn = turn,
        Conversation = Conversation,
        Tools = _agent.Tools,
        ToolCalls = ExecutedCalls,
        Usage = Usage,
        Cost = Cost,
        Text = Answer.Content?.Trim() ?? "",
    };

    /// <summary>Notes that a call was dealt with.</summary>
    public void Add(GlmToolCallFinished finished)
    {
        lock (_lock)
        {
            _toolCalls.Add(finished);
        }

        Listener?.Invoke(finished);
    }

    /// <summary>Begins a turn.</summary>
    public void BeginTurn()
    {
        var clock = _agent.Options.TimeProvider;
        (_turnStartedAt, _turnBegan) = (clock.GetUtcNow(), clock.GetTimestamp());
        (_turnUsage, _turnCost) = (default, default(GlmCost));
    }

    /// <summary>Ends an attempt to get an answer: each one has a price of its own.</summary>
    public void EndAttempt()
    {
        var prices = _agent.Options.Prices;
        _turnUsage += Answer.Usage;
        _turnCost += prices.Cost(Answer.Model ?? _agent.Model, Answer.Usage) ?? prices.Cost(_agent.Model, Answer.Usage);
    }

    /// <summary>Ends a turn: what it took is counted, also where nothing else is left of it.</summary>
    public GlmTurn EndTurn()
    {
        var turn = new GlmTurn
        {
            Model = Answer.Model ?? _agent.Model,
            FinishReason = Answer.FinishReason,
            StartedAt = _turnStartedAt,
            Duration = _agent.Options.TimeProvider.GetElapsedTime(_turnBegan),
            Usage = _turnUsage,
            Cost = _turnCost,
        };
        lock (_lock)
        {
            _turns.Add(turn);
            Count(turn);
        }

        Parent?.AddTurnOfOther(turn);
        Listener?.Invoke(new GlmUsageReported(turn));
        return turn;
    }

    // What agents take that are called as tools counts at once, so that a budget holds for all of them together.
    private void AddTurnOfOther(GlmTurn turn)
    {
        lock (_lock)
        {
            Count(turn);
        }

        Parent?.AddTurnOfOther(turn);
    }

    // Added up as they come, so that a turn costs no more for all those before it.
    private void Count(GlmTurn turn)
    {
        _usage += turn.Usage;
        _cost = _cost is { } sum && turn.Cost is { } cost ? sum + cost : null;
    }

    /// <summary>Whether one more call may be executed.</summary>
    public bool TakesCall()
    {
        lock (_lock)
        {
            if (ExecutedCalls >= _agent.Options.MaxToolCalls)
            {
                HasRefusedCalls = true;
                return false;
            }

            ExecutedCalls++;
            return true;
        }
    }

    public void StopAfter(GlmStopReason reason)
    {
        lock (_lock)
        {
            StopAfterTurn ??= reason;
        }
    }

    /// <summary>The budget that is used up; <see langword="null"/> where none is.</summary>
    public GlmStopReason? ExceededBudget()
    {
        if (Usage is var usage && (usage.TotalTokens > 0 ? usage.TotalTokens : usage.PromptTokens + usage.CompletionTokens) >= _agent.Options.TokenBudget)
        {
            return GlmStopReason.TokenBudget;
        }

        return Cost?.Amount >= _agent.Options.CostBudget ? GlmStopReason.CostBudget : null;
    }

    public GlmRun Finish(GlmStopReason reason, IReadOnlyList<GlmApprovalRequest> pending) => new()
    {
        Id = Id,
        Text = reason == GlmStopReason.ContentFilter ? "" : Answer.Content?.Trim() ?? "",
        StopReason = reason,
        FinishReason = Answer.FinishReason,
        Conversation = Conversation,
        Usage = Usage,
        Cost = Cost,
        Turns = [.. _turns],
        ToolCalls = [.. _toolCalls],
        PendingApprovals = pending,
    };
}
