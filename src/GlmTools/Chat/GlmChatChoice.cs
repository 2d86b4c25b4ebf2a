namespace GlmTools;

/// <summary>An answer of the model. There is one in each completion (protocol sheet 4.2).</summary>
public sealed record GlmChatChoice
{
    /// <summary>The position in the list.</summary>
    public int Index { get; init; }

    /// <summary>The answer.</summary>
    public required GlmChatMessage Message { get; init; }

    /// <summary>Why the model stopped; <see langword="null"/> where the service does not say.</summary>
    public GlmFinishReason? FinishReason { get; init; }
}
