using System.Text.Json;

namespace GlmTools.Benchmarks.Dispatching;

/// <summary>What all readers by hand do.</summary>
internal static class HandReading
{
    public static Utf8JsonReader Begin(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        Expect(ref reader, JsonTokenType.StartObject);
        return reader;
    }

    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    public static void SkipMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    public static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
        {
            throw Missing();
        }
    }

    public static JsonException Missing() => new("A member is missing or of another type.");
}
