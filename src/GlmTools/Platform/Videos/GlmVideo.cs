namespace GlmTools;

/// <summary>A video the service made (protocol sheet 7).</summary>
public sealed record GlmVideo
{
    /// <summary>Where it is. The address expires; it needs no key, so do not send one there.</summary>
    public required Uri Url { get; init; }

    /// <summary>Where its cover image is, if it has one.</summary>
    public Uri? CoverImageUrl { get; init; }
}
