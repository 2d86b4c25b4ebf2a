using System.Text.Json;

namespace GlmTools;

/// <summary>What a chunk holds beside what it adds: the same in nearly all chunks of an answer, so that they share it.</summary>
internal sealed record ChunkEnvelope
{
    public static ChunkEnvelope Empty { get; } = new();

    public string? Id { get; init; }

    public long Created { get; init; }

    public string? Model { get; init; }

    public GlmFinishReason? FinishReason { get; init; }

    public GlmUsage? Usage { get; init; }

    public string? RequestId { get; init; }

    public IReadOnlyList<GlmWebSearchResult>? WebSearch { get; init; }

    public IReadOnlyList<GlmContentFilter>? ContentFilter { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>Whether it holds these, which nearly every chunk does, and nothing else.</summary>
    public bool IsPlain(string? id, string? requestId, long created, string? model)
        => Id == id && RequestId == requestId && Created == created && Model == model
            && FinishReason is null && Usage is null && WebSearch is null && ContentFilter is null && AdditionalProperties is null;
}
