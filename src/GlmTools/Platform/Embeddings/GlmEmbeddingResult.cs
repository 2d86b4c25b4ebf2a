using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>Vectors, one a text and in the order of the texts (protocol sheet 8.1).</summary>
public sealed record GlmEmbeddingResult
{
    /// <summary>The model that made them.</summary>
    public string? Model { get; init; }

    /// <summary>The vectors.</summary>
    [JsonPropertyName("data")]
    public required IReadOnlyList<GlmEmbedding> Embeddings { get; init; }

    /// <summary>What they cost.</summary>
    public GlmUsage Usage { get; init; }
}
