namespace GlmTools.Cli.Page.Timelines;

/// <summary>A tool call, on the time axis.</summary>
internal sealed record TimelineCall
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The arguments as the model wrote them.</summary>
    public required string Arguments { get; init; }

    /// <summary>What the model was told; <see langword="null"/> where the call still waits, or nothing of it was recorded.</summary>
    public string? Result { get; init; }

    public bool Failed { get; init; }

    /// <summary>The number of the turn whose answer made the call.</summary>
    public int Turn { get; init; }

    public double Start { get; init; }

    public double Seconds { get; init; }

    /// <summary>Whether its times are only what its requests leave room for, because nobody measured them.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>What a person is asked, of a call that waits for approval.</summary>
    public string? Asks { get; init; }
}
