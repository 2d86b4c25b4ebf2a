namespace GlmTools;

/// <summary>A file at the service (protocol sheet 8.7).</summary>
public sealed record GlmFile
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Filename { get; init; }

    /// <summary>Its length in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>What it is for.</summary>
    public GlmFilePurpose Purpose { get; init; }

    /// <summary>When it was uploaded.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How far its processing is, in the service's own words; <see langword="null"/> where it does not say.</summary>
    public string? Status { get; init; }
}
