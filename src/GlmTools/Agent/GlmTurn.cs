namespace GlmTools;

/// <summary>One question to the model within a run.</summary>
public sealed record GlmTurn
{
    /// <summary>The model that answered; may be another name than the one asked for (protocol sheet 4.1).</summary>
    public required string Model { get; init; }

    /// <summary>What the service said about the end of the answer; <see langword="null"/> where it said nothing.</summary>
    public GlmFinishReason? FinishReason { get; init; }

    /// <summary>When the model was asked; <see langword="null"/> in a run that an older version wrote.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long it took until the answer was whole, attempts that failed included. With early calls, tools run within it.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The tokens, those of attempts that failed half-way included as far as the service told them.</summary>
    public GlmUsage Usage { get; init; }

    /// <summary>What the tokens cost; <see langword="null"/> where the price of the model is not known.</summary>
    public GlmCost? Cost { get; init; }
}
