using System.Text;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>How GlmTools writes JSON: compact, and 城市 stays 城市.</summary>
internal static class ToolJson
{
    public static readonly JsonWriterOptions Compact = new() { Encoder = RawTextEncoder.Instance, SkipValidation = true };

    public static readonly JsonWriterOptions Indented = new()
    {
        Encoder = RawTextEncoder.Instance,
        Indented = true,
        NewLine = "\n",
    };

    public static string Text(JsonElement value, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            value.WriteTo(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
