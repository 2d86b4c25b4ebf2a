namespace GlmTools.Cli.Page.Timelines;

/// <summary>A question to the model, on the time axis.</summary>
internal sealed record TimelineTurn
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required string Model { get; init; }

    public string? Finish { get; init; }

    public double Start { get; init; }

    public double Seconds { get; init; }

    public TimelineTokens Tokens { get; init; } = new();

    public string? Cost { get; init; }

    public string Text { get; init; } = "";

    public string Reasoning { get; init; } = "";

    /// <summary>Why there is no answer, or <see langword="null"/>.</summary>
    public string? Failure { get; init; }

    /// <summary>Where in the exchanges its requests are, failed attempts included.</summary>
    public IReadOnlyList<int> Exchanges { get; init; } = [];
}
