namespace GlmTools;

/// <summary>A video: MP4, MKV or MOV, up to 200 MB, only by URL (protocol sheet 3.2). <c>glm-4v-plus</c> takes 20 MB and 30 seconds, as the first part.</summary>
public sealed record GlmVideoPart : GlmContentPart
{
    /// <summary>Creates a part.</summary>
    /// <param name="url">Where the service fetches the video: an http or https URL.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public GlmVideoPart(string url) => Url = WebUrl.Checked(url, nameof(url), "an http or https URL");

    /// <summary>Where the video is.</summary>
    public string Url { get; }

    /// <inheritdoc/>
    public override string Type => "video_url";
}
