using System.Text.Json;

namespace GlmTools.Emulator.Chat;

/// <summary>What a sync answer and a chunk have in common.</summary>
internal static class Envelope
{
    public static void WriteHead(Utf8JsonWriter json, ChatCompletion completion, string kind)
    {
        json.WriteString("id", completion.Id);
        json.WriteNumber("created", completion.Created);
        json.WriteString("object", kind);
        json.WriteString("model", completion.Model);
    }

    /// <summary>Writes what stands behind the choices: fields the scenario adds, then the usage.</summary>
    public static void WriteTail(Utf8JsonWriter json, ChatCompletion completion)
    {
        foreach (var (name, value) in completion.Fields)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        completion.Usage.WriteTo(json);
    }

    public static void WriteToolCall(Utf8JsonWriter json, int index, EmulatedToolCall call)
    {
        json.WriteStartObject();
        json.WriteString("id", call.Id);
        json.WriteNumber("index", index);
        json.WriteString("type", "function");
        json.WriteStartObject("function");
        json.WriteString("name", call.Name);
        json.WriteString("arguments", call.Arguments);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
