using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>What the web has (protocol sheet 8.6).</summary>
public sealed record GlmWebSearchAnswer
{
    /// <summary>The results.</summary>
    [JsonPropertyName("search_result")]
    public required IReadOnlyList<GlmWebSearchResult> Results { get; init; }

    /// <summary>What the query is after; empty where nobody asked.</summary>
    [JsonPropertyName("search_intent")]
    public IReadOnlyList<GlmSearchIntent> Intents { get => field ?? []; init; }
}
