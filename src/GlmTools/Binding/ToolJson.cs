using System.Buffers;
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

    public static string Text(JsonElement value, JsonWriterOptions options) => Text(value.WriteTo, options);

    /// <summary>What is written, compactly, as text.</summary>
    public static string Text(Action<Utf8JsonWriter> write) => Text(write, Compact);

    private static string Text(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
