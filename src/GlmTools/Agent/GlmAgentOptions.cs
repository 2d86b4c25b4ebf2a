using Microsoft.Extensions.Logging;

namespace GlmTools;

/// <summary>How a <see cref="GlmAgent"/> behaves.</summary>
public sealed record GlmAgentOptions
{
    /// <summary>The name of the agent, for traces and logs; <see langword="null"/> (the default) for none.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// What the model is to be and to do: a system message before each request, not part of the conversation. A
    /// conversation that begins with a system message of its own keeps to that one.
    /// </summary>
    public string? Instructions { get; init; }

    /// <summary>How the model is to answer. Default: the service's defaults.</summary>
    public GlmChatSettings Settings { get; init; } = new();

    /// <summary>How often the model may be asked in a run, 1 or more. Default: 16. On the last turn it gets no tools, so that it answers.</summary>
    public int MaxTurns { get; init; } = 16;

    /// <summary>How many tool calls of a run are executed, 0 or more; further ones are refused, and the next turn is the last. Default: no limit.</summary>
    public int? MaxToolCalls { get; init; }

    /// <summary>How many tokens a run may take, prompts and answers of all its requests together, 1 or more. Checked after each answer. Default: no limit.</summary>
    public long? TokenBudget { get; init; }

    /// <summary>
    /// What a run may cost, in the currency of <see cref="Prices"/>, more than 0. Checked after each answer. Default: no
    /// limit. A model without a price is refused then, because nobody could say when the budget is used up.
    /// </summary>
    public decimal? CostBudget { get; init; }

    /// <summary>What the models cost. Default: the prices of the mainland service, in CNY.</summary>
    public GlmPriceTable Prices { get; init; } = GlmPriceTable.Mainland;

    /// <summary>How long a run may take; what is running then is cancelled, and the transcript stays valid. Default: no limit.</summary>
    public TimeSpan MaxDuration { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Asked after each turn with tool calls whether the run ends here; <see langword="null"/> (the default) for no such condition.</summary>
    public Func<GlmRunProgress, bool>? StopWhen { get; init; }

    /// <summary>When the model is told that it goes round in circles, and when the run ends for it; <see langword="null"/> for never.</summary>
    public GlmLoopGuard? LoopGuard { get; init; } = new();

    /// <summary>The services tools get; <see langword="null"/> (the default) for none.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>What tools get as <see cref="GlmToolContext.State"/>.</summary>
    public object? State { get; init; }

    /// <summary>
    /// Which tools the model gets in a turn; <see langword="null"/> (the default) for all of the agent's. They need not be
    /// tools of the agent. A call of a tool the turn does not have is refused.
    /// </summary>
    public Func<GlmRunProgress, CancellationToken, ValueTask<GlmToolSet>>? SelectTools { get; init; }

    /// <summary>
    /// Asked before a call of a tool with <see cref="GlmToolAttribute.RequiresApproval"/> is executed, one call of a run at a
    /// time, while the other calls run. Where it is <see langword="null"/> (the default), the run is suspended instead: it ends with
    /// <see cref="GlmStopReason.ApprovalNeeded"/> when nothing else is left to do. What it throws ends the run.
    /// </summary>
    public Func<GlmApprovalRequest, CancellationToken, ValueTask<GlmApprovalDecision>>? Approve { get; init; }

    /// <summary>
    /// A secret, so that nobody who sees a suspended run can make up a decision: at least 16 bytes. Empty (the default) where
    /// requests and decisions do not leave trusted hands.
    /// </summary>
    public ReadOnlyMemory<byte> ApprovalKey { get; init; }

    /// <summary>
    /// How long a call may take where its tool declares nothing. Default: 100 seconds;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan ToolTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How many calls of a run are executed at a time, 1 or more. Default: 8.</summary>
    public int MaxParallelCalls { get; init; } = 8;

    /// <summary>How often a method that threw is called again where its tool is <see cref="GlmToolEffect.Idempotent"/>, 0 or more. Default: 2.</summary>
    public int ToolRetries { get; init; } = 2;

    /// <summary>
    /// Whether the same call of a <see cref="GlmToolEffect.ReadOnly"/> tool is executed once and answered from memory after that, until a
    /// call that is not read-only is executed. Default: <see langword="true"/>.
    /// </summary>
    public bool ReuseReads { get; init; } = true;

    /// <summary>How often an answer that is not of the type asked for is sent back to the model, 0 or more. Default: 3.</summary>
    public int AnswerRetries { get; init; } = 3;

    /// <summary>What surrounds each request to the model, the first one outermost. What it throws ends the run. Default: nothing.</summary>
    public IReadOnlyList<Func<GlmModelStep, GlmModelStep>> AroundModel { get; init; } = [];

    /// <summary>What surrounds each call of a tool's method, the first one outermost. What it throws ends the run. Default: nothing.</summary>
    public IReadOnlyList<Func<GlmToolStep, GlmToolStep>> AroundTools { get; init; } = [];

    /// <summary>Where <see cref="GlmAgent.OpenAsync"/> and <see cref="GlmAgent.ResumeAsync(string, CancellationToken)"/> find conversations; <see langword="null"/> (the default) for nowhere.</summary>
    public IGlmConversationStore? Store { get; init; }

    /// <summary>
    /// What becomes of a call that had started when the program ended, if nobody knows whether its effect happened. Default
    /// (<see langword="null"/>): read-only and idempotent ones are executed again, of others the model is told.
    /// </summary>
    public Func<GlmInterruptedCall, CancellationToken, ValueTask<GlmInterruptedCallCourse>>? Interrupted { get; init; }

    /// <summary>How a conversation that grows too long is made shorter; <see langword="null"/> (the default) for not at all.</summary>
    public GlmCompaction? Compaction { get; init; }

    /// <summary>Where the agent logs what it does, never with texts, arguments or results; <see langword="null"/> (the default) for nowhere.</summary>
    public ILogger? Logger { get; init; }

    /// <summary>Whether traces hold messages, arguments and results. Default: <see langword="false"/>; they may hold personal data.</summary>
    public bool CaptureContent { get; init; }

    /// <summary>The clock for time-outs and durations. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
