using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>Reads Unix times. The service documents seconds and sends milliseconds in places (protocol sheet 8.7); no time of ours is both.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>As seconds the year 5138, as milliseconds 1973.</summary>
    private const long LeastMilliseconds = 100_000_000_000;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var time)
            ? time < LeastMilliseconds ? DateTimeOffset.FromUnixTimeSeconds(time) : DateTimeOffset.FromUnixTimeMilliseconds(time)
            : throw new JsonException("A Unix time is a whole number.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        => writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
