using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>What the service thinks of a content (protocol sheet 8.5).</summary>
public sealed record GlmModerationResult
{
    /// <summary>The findings.</summary>
    [JsonPropertyName("result_list")]
    public required IReadOnlyList<GlmModerationFinding> Findings { get; init; }

    /// <summary>Whether nothing speaks against it.</summary>
    [JsonIgnore]
    public bool Passes => Findings.All(static finding => finding.RiskLevel == "PASS");
}
