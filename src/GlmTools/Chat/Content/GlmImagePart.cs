namespace GlmTools;

/// <summary>
/// An image: JPEG or PNG, up to 5 MB and 6000 x 6000 pixels (protocol sheet 3.2). How many a message may have depends on the
/// model.
/// </summary>
public sealed record GlmImagePart : GlmContentPart
{
    /// <summary>Creates a part of an image that the service fetches, or that its URL holds.</summary>
    /// <param name="url">An http or https URL, or a <c>data:</c> URL in base64.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public GlmImagePart(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (DataUrl.TryRead(url, out _, out var bytes))
        {
            Bytes = bytes;
        }
        else
        {
            Url = WebUrl.Checked(url, nameof(url), "an http or https URL, or a data: URL in base64");
        }
    }

    /// <summary>Creates a part of the image itself.</summary>
    /// <param name="bytes">The file, as it is on the disk.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public GlmImagePart(ReadOnlyMemory<byte> bytes) => Bytes = FileBytes.Checked(bytes, nameof(bytes));

    /// <summary>Where the image is; <see langword="null"/> where <see cref="Bytes"/> are the image.</summary>
    public string? Url { get; }

    /// <summary>The image itself, sent in base64 without the prefix of a <c>data:</c> URL; empty where it is at <see cref="Url"/>.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <inheritdoc/>
    public override string Type => "image_url";
}
