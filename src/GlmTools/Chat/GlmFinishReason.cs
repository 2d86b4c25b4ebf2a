namespace GlmTools;

/// <summary>Why the model stopped. New values appear now and then; one this version does not know is kept as it came.</summary>
/// <param name="Value">The text on the wire.</param>
public readonly record struct GlmFinishReason(string Value)
{
    /// <summary>A natural end, or a stop string.</summary>
    public static GlmFinishReason Stop { get; } = new("stop");

    /// <summary>The model wants tools called. May come without any call, as a call may come without it (protocol sheet 0, 4).</summary>
    public static GlmFinishReason ToolCalls { get; } = new("tool_calls");

    /// <summary><c>max_tokens</c> was reached: text and arguments may be cut.</summary>
    public static GlmFinishReason Length { get; } = new("length");

    /// <summary>The content filter stopped the answer; what came of it should be withdrawn.</summary>
    public static GlmFinishReason Sensitive { get; } = new("sensitive");

    /// <summary>The inference failed; the request may be repeated.</summary>
    public static GlmFinishReason NetworkError { get; } = new("network_error");

    /// <summary>Prompt and answer together are longer than the model's context window.</summary>
    public static GlmFinishReason ModelContextWindowExceeded { get; } = new("model_context_window_exceeded");

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;
}
