using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>A batch status is a string on the wire.</summary>
internal sealed class BatchStatusConverter : JsonConverter<GlmBatchStatus>
{
    public override GlmBatchStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, GlmBatchStatus value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
