using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace GlmTools.Binding;

/// <summary>Turns the arguments of a foreign pipeline back into the JSON they came from, so that they pass the same binder.</summary>
internal static class ArgumentEncoder
{
    public static ReadOnlyMemory<byte> Encode(AIFunctionArguments arguments)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ToolJson.Compact))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        if (value is JsonElement element)
        {
            element.WriteTo(writer);
            return;
        }

        // Pipelines hand over JsonElement; only a caller's own code brings CLR values, for which this contract is enough.
        var type = value?.GetType() ?? typeof(object);
        JsonSerializer.Serialize(writer, value, AIJsonUtilities.DefaultOptions.GetTypeInfo(type));
    }
}
