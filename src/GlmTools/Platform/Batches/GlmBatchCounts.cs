namespace GlmTools;

/// <summary>How many requests of a batch are done (protocol sheet 8.7).</summary>
public sealed record GlmBatchCounts
{
    /// <summary>All of them.</summary>
    public int Total { get; init; }

    /// <summary>Those with an answer.</summary>
    public int Completed { get; init; }

    /// <summary>Those that failed.</summary>
    public int Failed { get; init; }
}
