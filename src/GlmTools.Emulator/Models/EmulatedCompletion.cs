using System.Text.Json;

namespace GlmTools.Emulator;

/// <summary>A reply in the service's own form, sync or streamed as the request asked.</summary>
public sealed record EmulatedCompletion : EmulatedReply
{
    /// <summary>The <c>reasoning_content</c>, or <see langword="null"/> (the default) for none.</summary>
    public string? Reasoning { get; init; }

    /// <summary>The <c>content</c>, or <see langword="null"/> (the default) for none.</summary>
    public string? Text { get; init; }

    /// <summary>How a stream cuts <see cref="Text"/>, which the pieces have to make up; <see langword="null"/> (the default) for a few characters each.</summary>
    public IReadOnlyList<string>? TextPieces { get; init; }

    /// <summary>The calls, or none.</summary>
    public IReadOnlyList<EmulatedToolCall> ToolCalls { get; init; } = [];

    /// <summary>More fields of the answer, such as <c>web_search</c> and <c>content_filter</c>; in a stream they stand in its last chunk.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The <c>finish_reason</c>, any text; <see langword="null"/> (the default) for <c>tool_calls</c> or <c>stop</c>, as fits.</summary>
    public string? FinishReason { get; init; }
}
