namespace GlmTools;

/// <summary>A request to the model on its way through <see cref="GlmAgentOptions.AroundModel"/>.</summary>
public sealed record GlmModelCall
{
    /// <summary>The request. Its messages are those of <see cref="Progress"/>'s conversation, and what is added to <see cref="GlmChatRequest.Messages"/> goes behind them.</summary>
    public required GlmChatRequest Request { get; init; }

    /// <summary>How far the run got.</summary>
    public required GlmRunProgress Progress { get; init; }

    /// <summary>Whether the answer is streamed; if it is not, it comes as one chunk.</summary>
    public required bool IsStreamed { get; init; }
}
