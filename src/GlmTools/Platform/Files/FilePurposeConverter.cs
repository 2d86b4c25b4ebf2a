using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>A purpose is a string on the wire.</summary>
internal sealed class FilePurposeConverter : JsonConverter<GlmFilePurpose>
{
    public override GlmFilePurpose Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, GlmFilePurpose value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
