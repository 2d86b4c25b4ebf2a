namespace GlmTools;

/// <summary>A file in the older form, only by URL: up to 50 of them, not together with images and videos (protocol sheet 3.2).</summary>
public sealed record GlmFileUrlPart : GlmContentPart
{
    /// <summary>Creates a part.</summary>
    /// <param name="url">Where the service fetches the file: an http or https URL.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public GlmFileUrlPart(string url) => Url = WebUrl.Checked(url, nameof(url), "an http or https URL");

    /// <summary>Where the file is.</summary>
    public string Url { get; }

    /// <inheritdoc/>
    public override string Type => "file_url";
}
