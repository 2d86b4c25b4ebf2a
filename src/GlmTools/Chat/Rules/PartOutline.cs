namespace GlmTools;

/// <summary>What the rules look at in a part of a content, whether it is an object or encoded already.</summary>
/// <param name="Type">The kind of part, as the wire calls it.</param>
/// <param name="Length">How many bytes the part itself holds; 0 for what the service fetches.</param>
/// <param name="ImageType">The media type of an image it holds; <see langword="null"/> for what is none that is known.</param>
internal readonly record struct PartOutline(string Type, int Length = 0, string? ImageType = null)
{
    public bool IsImage => Type == "image_url";

    public bool IsVideo => Type == "video_url";

    /// <summary>Whether it is a file in either form.</summary>
    public bool IsFile => Type is "file" or "file_url";

    public bool IsAudio => Type == "input_audio";

    public static PartOutline Of(GlmContentPart part) => part switch
    {
        GlmImagePart image => new(part.Type, image.Bytes.Length, MediaType.OfImage(image.Bytes.Span)),
        GlmFilePart file => new(part.Type, file.Bytes.Length),
        GlmAudioPart audio => new(part.Type, audio.Bytes.Length),
        _ => new(part.Type),
    };
}
