namespace GlmTools;

/// <summary>One thing the service thinks of a content (protocol sheet 8.5).</summary>
public sealed record GlmModerationFinding
{
    /// <summary>What kind of content it is about, such as <c>text</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary><c>PASS</c>, <c>REVIEW</c> (let a human look at it) or <c>REJECT</c>.</summary>
    public required string RiskLevel { get; init; }

    /// <summary>Why, in the service's own words.</summary>
    public IReadOnlyList<string> RiskType { get => field ?? []; init; }
}
