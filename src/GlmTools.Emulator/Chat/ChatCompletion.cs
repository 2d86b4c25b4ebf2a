using System.Text.Json;

namespace GlmTools.Emulator.Chat;

/// <summary>A completion with all that the envelope needs (protocol sheet 4.1), before it takes its sync or streamed form.</summary>
internal sealed record ChatCompletion
{
    public required string Id { get; init; }

    public required string RequestId { get; init; }

    public required long Created { get; init; }

    public required string Model { get; init; }

    public required string? Reasoning { get; init; }

    public required string? Text { get; init; }

    /// <inheritdoc cref="EmulatedCompletion.TextPieces"/>
    public IReadOnlyList<string>? TextPieces { get; init; }

    public required IReadOnlyList<EmulatedToolCall> ToolCalls { get; init; }

    public required string FinishReason { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Fields { get; init; }

    public required Usage Usage { get; init; }
}
