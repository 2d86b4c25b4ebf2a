using System.Text;
using System.Text.Json;

namespace GlmTools;

/// <summary>Reads answers and events (protocol sheet 10).</summary>
internal static class V3Wire
{
    /// <summary>The answer; <see langword="null"/> for a refusal.</summary>
    public static GlmV3Result? ReadResult(ReadOnlySpan<byte> utf8, GlmV3ReturnType? returnType)
        => PlatformJson.Read(utf8, V3Json.Default.V3Envelope) is { Code: 200, Success: true, Data: { } data }
            ? data with { Choices = [.. (data.Choices ?? []).Select(choice => choice with { Content = Decode(choice.Content, returnType) })] }
            : null;

    /// <summary>An event with its meta line, which says nothing where it cannot be read.</summary>
    public static GlmV3Event ReadEvent(EventFrame frame)
        => new(new(frame.Type), frame.Data) { Id = frame.Id, Meta = frame.Meta is null ? null : PlatformJson.Read(Encoding.UTF8.GetBytes(frame.Meta), V3Json.Default.GlmV3Meta) };

    /// <summary>A text that came as a JSON string inside the string is that string's text; any other is what it is.</summary>
    private static string Decode(string content, GlmV3ReturnType? returnType)
    {
        if (returnType == GlmV3ReturnType.Text || content is not ['"', .., '"'])
        {
            return content;
        }

        try
        {
            return JsonElement.Parse(content).GetString() ?? content;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return content;
        }
    }
}
