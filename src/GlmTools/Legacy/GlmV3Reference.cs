namespace GlmTools;

/// <summary>Whether the model may look things up.</summary>
public sealed record GlmV3Reference
{
    /// <summary>Whether it may.</summary>
    public required bool Enable { get; init; }

    /// <summary>What to look for; <see langword="null"/> (the default) leaves it to the service.</summary>
    public string? SearchQuery { get; init; }
}
