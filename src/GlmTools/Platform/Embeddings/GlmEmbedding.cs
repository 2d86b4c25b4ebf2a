using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>One text as a vector (protocol sheet 8.1).</summary>
public sealed record GlmEmbedding
{
    /// <summary>Which text it is, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The vector. Similar texts have vectors that point the same way.</summary>
    [JsonPropertyName("embedding")]
    public required ReadOnlyMemory<float> Vector { get; init; }
}
