namespace GlmTools;

/// <summary>An image the service made (protocol sheet 8.2).</summary>
public sealed record GlmImage
{
    /// <summary>Where it is. The address expires, after a day at the earliest; it needs no key, so do not send one there.</summary>
    public required Uri Url { get; init; }
}
