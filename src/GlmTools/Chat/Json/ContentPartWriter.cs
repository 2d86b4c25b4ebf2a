using System.Text.Json;

namespace GlmTools;

/// <summary>Writes the parts of a content.</summary>
internal static class ContentPartWriter
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<GlmContentPart> parts)
    {
        json.WriteStartArray("content"u8);
        foreach (var part in parts)
        {
            if (part is GlmUnknownPart unknown)
            {
                unknown.Json.WriteTo(json);
                continue;
            }

            json.WriteStartObject();
            json.WriteString("type"u8, part.Type);
            WriteValue(json, part);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, GlmContentPart part)
    {
        switch (part)
        {
            case GlmTextPart text:
                json.WriteString("text"u8, text.Text);
                break;
            case GlmImagePart image:
                WriteImage(json, image);
                break;
            case GlmVideoPart video:
                WriteUrl(json, "video_url"u8, video.Url);
                break;
            case GlmFileUrlPart file:
                WriteUrl(json, "file_url"u8, file.Url);
                break;
            case GlmFilePart file:
                WriteFile(json, file);
                break;
            case GlmAudioPart audio:
                json.WriteStartObject("input_audio"u8);
                json.WriteBase64String("data"u8, audio.Bytes.Span);
                json.WriteString("format"u8, audio.Format);
                json.WriteEndObject();
                break;
            default:
                throw new NotSupportedException($"A {part.GetType().Name} cannot be sent.");
        }
    }

    private static void WriteImage(Utf8JsonWriter json, GlmImagePart image)
    {
        if (image.Url is { } url)
        {
            WriteUrl(json, "image_url"u8, url);
            return;
        }

        // Bare base64, as the official clients send it: not every model takes the prefix (protocol sheet 3.2).
        json.WriteStartObject("image_url"u8);
        json.WriteBase64String("url"u8, image.Bytes.Span);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, GlmFilePart file)
    {
        json.WriteStartObject("file"u8);
        if (file.FileId is { } id)
        {
            json.WriteString("file_id"u8, id);
        }
        else if (file.Url is { } url)
        {
            json.WriteString("file_url"u8, url);
        }
        else
        {
            json.WriteString("file_data"u8, $"data:{file.MediaType};base64,{Convert.ToBase64String(file.Bytes.Span)}");
        }

        if (file.FileName is { } name)
        {
            json.WriteString("filename"u8, name);
        }

        json.WriteEndObject();
    }

    private static void WriteUrl(Utf8JsonWriter json, ReadOnlySpan<byte> kind, string url)
    {
        json.WriteStartObject(kind);
        json.WriteString("url"u8, url);
        json.WriteEndObject();
    }
}
