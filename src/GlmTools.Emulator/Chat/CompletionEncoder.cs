using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Chat;

/// <summary>Writes a completion as one JSON body (protocol sheet 4).</summary>
internal static class CompletionEncoder
{
    public static byte[] Encode(ChatCompletion completion) => StrictJson.Write(json =>
    {
        json.WriteStartObject();
        Envelope.WriteHead(json, completion, "chat.completion");
        json.WriteString("request_id", completion.RequestId);
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        json.WriteString("finish_reason", completion.FinishReason);
        WriteMessage(json, completion);
        json.WriteEndObject();
        json.WriteEndArray();
        Envelope.WriteTail(json, completion);
        json.WriteEndObject();
    });

    private static void WriteMessage(Utf8JsonWriter json, ChatCompletion completion)
    {
        json.WriteStartObject("message");
        json.WriteString("role", "assistant");
        json.WriteString("content", completion.Text);
        if (completion.Reasoning is not null)
        {
            json.WriteString("reasoning_content", completion.Reasoning);
        }

        if (completion.ToolCalls.Count > 0)
        {
            json.WriteStartArray("tool_calls");
            for (var i = 0; i < completion.ToolCalls.Count; i++)
            {
                Envelope.WriteToolCall(json, i, completion.ToolCalls[i]);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
