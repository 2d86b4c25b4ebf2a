namespace GlmTools;

/// <summary>How well one document answers the query (protocol sheet 8.5).</summary>
public sealed record GlmRanking
{
    /// <summary>Which document it is, counted from 0.</summary>
    public required int Index { get; init; }

    /// <summary>How well it does; more is better.</summary>
    public required double RelevanceScore { get; init; }

    /// <summary>The document, where it was asked for.</summary>
    public string? Document { get; init; }
}
