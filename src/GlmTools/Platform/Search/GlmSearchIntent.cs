namespace GlmTools;

/// <summary>What the service takes a query to be after (protocol sheet 8.6).</summary>
public sealed record GlmSearchIntent
{
    /// <summary>The query.</summary>
    public string? Query { get; init; }

    /// <summary><c>SEARCH_ALL</c>, <c>SEARCH_NONE</c> or <c>SEARCH_ALWAYS</c>.</summary>
    public string? Intent { get; init; }

    /// <summary>What was searched for instead.</summary>
    public string? Keywords { get; init; }
}
