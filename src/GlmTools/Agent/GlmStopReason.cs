namespace GlmTools;

/// <summary>Why a run ended.</summary>
public enum GlmStopReason
{
    /// <summary>The model answered.</summary>
    Answered,

    /// <summary>The run used up <see cref="GlmAgentOptions.MaxTurns"/>; on the last turn the model had no tools, so the text is what it could say without them.</summary>
    MaxTurns,

    /// <summary>The answer reached <see cref="GlmChatSettings.MaxTokens"/> and is cut off.</summary>
    Length,

    /// <summary>The content filter stopped the answer. There is no text, and text that was streamed should be withdrawn.</summary>
    ContentFilter,

    /// <summary>The conversation no longer fits into the model's context window; the text may be cut off.</summary>
    ContextWindow,

    /// <summary>The model ended its turn with neither text nor calls, as it does now and then after much reasoning, and did so again when it was asked once more.</summary>
    EmptyAnswer,

    /// <summary>The model stopped for a reason this version does not know: see <see cref="GlmRun.FinishReason"/>.</summary>
    Other,

    /// <summary>The run used up <see cref="GlmAgentOptions.MaxToolCalls"/>; the model then had no tools, so the text is what it could say without more of them.</summary>
    MaxToolCalls,

    /// <summary>The run used up <see cref="GlmAgentOptions.TokenBudget"/> before the model answered.</summary>
    TokenBudget,

    /// <summary>The run used up <see cref="GlmAgentOptions.CostBudget"/> before the model answered.</summary>
    CostBudget,

    /// <summary>The run used up <see cref="GlmAgentOptions.MaxDuration"/>.</summary>
    Deadline,

    /// <summary><see cref="GlmAgentOptions.StopWhen"/> said so.</summary>
    Predicate,

    /// <summary>The model kept making the same calls with the same results, also when it was told: see <see cref="GlmLoopGuard"/>.</summary>
    RepeatedCall,

    /// <summary>The model kept making calls that failed in the same way, also when it was told: see <see cref="GlmLoopGuard"/>.</summary>
    RepeatedError,

    /// <summary>Calls wait for approval: see <see cref="GlmRun.PendingApprovals"/>. <see cref="GlmAgent.ResumeAsync(GlmRun, IEnumerable{GlmApprovalDecision}, CancellationToken)"/> goes on.</summary>
    ApprovalNeeded,

    /// <summary>The model gave no answer of the type that was asked for, although it was told what was wrong.</summary>
    InvalidAnswer,
}
