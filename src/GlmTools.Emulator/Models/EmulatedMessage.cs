namespace GlmTools.Emulator;

/// <summary>One message of a request.</summary>
public sealed record EmulatedMessage
{
    /// <summary><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The content; text parts are joined, and an assistant message without content has <c>""</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of a user message that came as such, text among them; empty for one that is text.</summary>
    public IReadOnlyList<EmulatedPart> Parts { get; init; } = [];

    /// <summary>The <c>reasoning_content</c> of an assistant message, or <see langword="null"/>.</summary>
    public string? Reasoning { get; init; }

    /// <summary>The id of the call that a tool message answers, or <see langword="null"/>.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>The calls of an assistant message, or none.</summary>
    public IReadOnlyList<EmulatedToolCall> ToolCalls { get; init; } = [];
}
