using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>Reads Unix times. The service documents seconds and sends milliseconds in places (protocol sheet 8.7); no time of ours is both.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>As seconds the year 5138, as milliseconds 1973.</summary>
    private const long LeastMilliseconds = 100_000_000_000;

    /// <summary>The last moment of the year 9999 in milliseconds; what is beyond is neither.</summary>
    private const long MostMilliseconds = 253_402_300_799_999;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var time) && time is >= 0 and <= MostMilliseconds
            ? time < LeastMilliseconds ? DateTimeOffset.FromUnixTimeSeconds(time) : DateTimeOffset.FromUnixTimeMilliseconds(time)
            : throw new JsonException("A Unix time is a whole number of seconds or milliseconds.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
