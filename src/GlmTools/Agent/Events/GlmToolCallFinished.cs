namespace GlmTools;

/// <summary>A tool call was dealt with. One that failed is a <see cref="GlmToolCallFailed"/>.</summary>
/// <param name="Call">The call, with the name and the arguments the model wrote.</param>
/// <param name="Result">What the model is told; also for a call that was not executed.</param>
/// <param name="Duration">How long it took, waiting for approval and for other calls included.</param>
public record GlmToolCallFinished(GlmToolCall Call, GlmToolResult Result, TimeSpan Duration) : GlmRunEvent
{
    /// <summary>When it began; <see langword="null"/> in a run that an older version wrote.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    internal static GlmToolCallFinished Of(GlmToolCall call, GlmToolResult result, TimeSpan duration, DateTimeOffset? startedAt)
        => result.IsError
            ? new GlmToolCallFailed(call, result, duration) { StartedAt = startedAt }
            : new GlmToolCallFinished(call, result, duration) { StartedAt = startedAt };
}
