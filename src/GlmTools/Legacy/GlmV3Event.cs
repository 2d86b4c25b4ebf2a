namespace GlmTools;

/// <summary>An event of a stream.</summary>
/// <param name="Type">What it tells.</param>
/// <param name="Data">A piece of the text, line breaks included; for an error what went wrong.</param>
public sealed record GlmV3Event(GlmV3EventType Type, string Data)
{
    /// <summary>The id of the request it belongs to; <see langword="null"/> where the service does not say.</summary>
    public string? Id { get; init; }

    /// <summary>What comes with the end; <see langword="null"/> before.</summary>
    public GlmV3Meta? Meta { get; init; }
}
