namespace GlmTools.Cli.Page.Timelines;

/// <summary>A run on a time axis: what the page and the report show. Times are seconds from the first turn.</summary>
internal sealed record RunTimeline
{
    /// <summary>The question; for recorded traffic, that of its first request.</summary>
    public required string Title { get; init; }

    /// <summary>The run; <see langword="null"/> for recorded traffic, of which nobody knows whether it is one.</summary>
    public string? Id { get; init; }

    /// <summary>Why it ended, as <see cref="GlmStopReason"/> names it.</summary>
    public string? Stop { get; init; }

    /// <summary>The last text of the model.</summary>
    public string Text { get; init; } = "";

    public DateTimeOffset? StartedAt { get; init; }

    public double Seconds { get; init; }

    public TimelineTokens Tokens { get; init; } = new();

    /// <summary>What it cost, such as <c>0.0012 CNY</c>; <see langword="null"/> where no price is known.</summary>
    public string? Cost { get; init; }

    public IReadOnlyList<TimelineTurn> Turns { get; init; } = [];

    public IReadOnlyList<TimelineCall> Calls { get; init; } = [];

    public IReadOnlyList<TimelineExchange> Exchanges { get; init; } = [];
}
