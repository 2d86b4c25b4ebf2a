using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace GlmTools.Binding;

/// <summary>Turns the arguments of a foreign pipeline back into the JSON they came from, so that they pass the same binder.</summary>
internal static class ArgumentEncoder
{
    /// <summary>
    /// The key of a text that is no JSON object, exactly as the model wrote it. So what was garbled is read as it is for an agent, and refused
    /// by a destructive tool. The value is a <see cref="string"/>: what a model writes under this key is a <see cref="JsonElement"/>.
    /// </summary>
    public const string Verbatim = "$text";

    public static ReadOnlyMemory<byte> Encode(AIFunctionArguments arguments)
    {
        if (VerbatimText(arguments) is { } text)
        {
            return Encoding.UTF8.GetBytes(text);
        }

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

    /// <summary>The text as the model wrote it; <see langword="null"/> where the arguments are members.</summary>
    public static string? VerbatimText(IDictionary<string, object?>? arguments)
        => arguments is { Count: 1 } && arguments.TryGetValue(Verbatim, out var value) ? value as string : null;

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
