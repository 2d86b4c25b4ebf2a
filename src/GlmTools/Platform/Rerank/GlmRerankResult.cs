namespace GlmTools;

/// <summary>Documents in order, the best first (protocol sheet 8.5).</summary>
public sealed record GlmRerankResult
{
    /// <summary>The documents.</summary>
    public required IReadOnlyList<GlmRanking> Results { get; init; }

    /// <summary>What it cost.</summary>
    public GlmUsage Usage { get; init; }
}
