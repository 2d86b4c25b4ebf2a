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

    /// <summary>The model ended its turn with neither text nor calls, as it does now and then after much reasoning.</summary>
    EmptyAnswer,

    /// <summary>The model stopped for a reason this version does not know: see <see cref="GlmRun.FinishReason"/>.</summary>
    Other,
}
