namespace GlmTools;

/// <summary>A file in the newer form: uploaded before, by URL, or itself, up to 50 MB (protocol sheet 3.2).</summary>
public sealed record GlmFilePart : GlmContentPart
{
    private GlmFilePart()
    {
    }

    /// <summary>The id of a file that was uploaded before; <see langword="null"/> for one of the other forms.</summary>
    public string? FileId { get; private init; }

    /// <summary>Where the file is; <see langword="null"/> for one of the other forms.</summary>
    public string? Url { get; private init; }

    /// <summary>The file itself; empty for one of the other forms.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>The media type of <see cref="Bytes"/>, such as <c>application/pdf</c>; <see langword="null"/> for one of the other forms.</summary>
    public string? MediaType { get; private init; }

    /// <summary>The file's name; <see langword="null"/> where it is not told.</summary>
    public string? FileName { get; init; }

    /// <inheritdoc/>
    public override string Type => "file";

    /// <summary>A file that was uploaded before.</summary>
    /// <param name="fileId">Its id.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static GlmFilePart FromId(string fileId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileId);
        return new() { FileId = fileId };
    }

    /// <summary>A file that the service fetches.</summary>
    /// <param name="url">An http or https URL.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static GlmFilePart FromUrl(string url) => new() { Url = WebUrl.Checked(url, nameof(url), "an http or https URL") };

    /// <summary>The file itself.</summary>
    /// <param name="bytes">What is in it.</param>
    /// <param name="mediaType">Its media type, such as <c>application/pdf</c>.</param>
    /// <param name="fileName">Its name.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    public static GlmFilePart FromBytes(ReadOnlyMemory<byte> bytes, string mediaType, string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        return new() { Bytes = FileBytes.Checked(bytes, nameof(bytes)), MediaType = mediaType, FileName = fileName };
    }
}
