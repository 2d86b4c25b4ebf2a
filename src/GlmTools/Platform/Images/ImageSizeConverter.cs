using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>A size is a string on the wire.</summary>
internal sealed class ImageSizeConverter : JsonConverter<GlmImageSize>
{
    public override GlmImageSize Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => throw new NotSupportedException("A size is only written.");

    public override void Write(Utf8JsonWriter writer, GlmImageSize value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
