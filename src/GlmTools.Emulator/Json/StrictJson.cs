using System.Text.Encodings.Web;
using System.Text.Json;

namespace GlmTools.Emulator.Json;

/// <summary>How the emulator reads and writes JSON.</summary>
internal static class StrictJson
{
    /// <summary>Compact, and 城市 stays 城市.</summary>
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document, or <see langword="null"/> when it is not one JSON object or holds text that is no valid Unicode.</summary>
    public static JsonDocument? ParseObject(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            RequireReadableText(utf8.Span);
            var json = JsonDocument.Parse(utf8);
            if (json.RootElement.ValueKind is JsonValueKind.Object)
            {
                return json;
            }

            json.Dispose();
            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes one JSON value.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            write(writer);
        }

        return buffer.ToArray();
    }

    /// <summary>The string member of that name, or <see langword="null"/> for anything else.</summary>
    public static string? Text(this JsonElement json, string name)
        => json.Find(name)?.AsText();

    /// <summary>The string, or <see langword="null"/> for another kind of value.</summary>
    public static string? AsText(this JsonElement json) => json.ValueKind is JsonValueKind.String ? json.GetString() : null;

    /// <summary>The whole-number member of that name, or <see langword="null"/> for anything else.</summary>
    public static long? Number(this JsonElement json, string name)
        => json.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    /// <summary>Whether the member of that name is <see langword="true"/>.</summary>
    public static bool IsTrue(this JsonElement json, string name) => json.Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>The items of the array member of that name, or none for anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name)
        => json.Find(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>The member of that name; one that is missing or null, and a member of what is no object, is <see langword="null"/>.</summary>
    public static JsonElement? Find(this JsonElement json, string name)
        => json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>A document is parsed lazily; this reads each string once, so that nobody meets a bad one later.</summary>
    /// <exception cref="InvalidOperationException">A string is no valid UTF-8 or UTF-16.</exception>
    private static void RequireReadableText(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                reader.GetString();
            }
        }
    }
}
