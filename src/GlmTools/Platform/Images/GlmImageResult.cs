using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>Images the service made (protocol sheet 8.2).</summary>
public sealed record GlmImageResult
{
    /// <summary>The images; one in practice.</summary>
    [JsonPropertyName("data")]
    public required IReadOnlyList<GlmImage> Images { get; init; }

    /// <summary>When they were made.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>What the content filter says; empty where it says nothing.</summary>
    public IReadOnlyList<GlmContentFilter> ContentFilter { get => field ?? []; init; }
}
