using System.Text.Json;

namespace GlmTools;

/// <summary>
/// Reads the parts of a content. One that has not exactly the form of its kind is kept as it is, so that nothing of a
/// transcript is lost when it is read and written.
/// </summary>
internal static class ContentPartReader
{
    /// <summary>Reads the array the reader stands on the start of.</summary>
    /// <exception cref="JsonException">A part is no object.</exception>
    public static List<GlmContentPart> Read(ref Utf8JsonReader json)
    {
        var parts = new List<GlmContentPart>();
        while (json.NextElement())
        {
            var part = JsonElement.ParseValue(ref json);
            parts.Add(part.ValueKind == JsonValueKind.Object ? Known(part) ?? new GlmUnknownPart(part) : throw new JsonException("A part of a content is not an object."));
        }

        return parts;
    }

    private static GlmContentPart? Known(JsonElement part) => Text(part, "type") switch
    {
        "text" when part.GetPropertyCount() == 2 && Text(part, "text") is { } text => new GlmTextPart(text),
        "image_url" when Url(part, "image_url") is { } url => Image(url),
        "video_url" when Url(part, "video_url") is { } url && WebUrl.IsOne(url) => new GlmVideoPart(url),
        "file_url" when Url(part, "file_url") is { } url && WebUrl.IsOne(url) => new GlmFileUrlPart(url),
        "file" when Only(part, "file") is { } file => File(file),
        "input_audio" when Only(part, "input_audio") is { } audio => Audio(audio),
        _ => null,
    };

    private static GlmImagePart? Image(string url)
        => WebUrl.IsOne(url) || DataUrl.TryRead(url, out _, out _) ? new(url)
            : DataUrl.TryDecode(url, out var bytes) ? new(bytes)
            : null;

    private static GlmFilePart? File(JsonElement file)
    {
        var name = Text(file, "filename");
        if (file.GetPropertyCount() != (name is null ? 1 : 2))
        {
            return null;
        }

        if (Text(file, "file_id") is { Length: > 0 } id)
        {
            return GlmFilePart.FromId(id) with { FileName = name };
        }

        if (Text(file, "file_url") is { } url && WebUrl.IsOne(url))
        {
            return GlmFilePart.FromUrl(url) with { FileName = name };
        }

        return name is { Length: > 0 } && Text(file, "file_data") is { } data && DataUrl.TryRead(data, out var mediaType, out var bytes) && mediaType.Length > 0
            ? GlmFilePart.FromBytes(bytes, mediaType, name)
            : null;
    }

    private static GlmAudioPart? Audio(JsonElement audio)
        => audio.GetPropertyCount() == 2 && Text(audio, "format") is "wav" or "mp3" && Text(audio, "data") is { } data && DataUrl.TryDecode(data, out var bytes)
            ? new(bytes, Text(audio, "format")!)
            : null;

    private static string? Url(JsonElement part, string kind)
        => Only(part, kind) is { } value && value.GetPropertyCount() == 1 ? Text(value, "url") : null;

    /// <summary>The object a part holds beside its type, if there is nothing else.</summary>
    private static JsonElement? Only(JsonElement part, string kind)
        => part.GetPropertyCount() == 2 && part.TryGetProperty(kind, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
