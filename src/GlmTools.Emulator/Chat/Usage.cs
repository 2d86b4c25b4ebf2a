using System.Text;
using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Chat;

/// <summary>
/// The token counts. The emulator has no tokenizer: a token is four UTF-8 bytes, rounded up. The prompt is the JSON of <c>messages</c> and
/// <c>tools</c> as sent; the completion is reasoning, text, and the names and arguments of calls.
/// </summary>
internal readonly record struct Usage(int Prompt, int Completion, int Reasoning)
{
    private const int BytesPerToken = 4;

    public static Usage Of(JsonElement body, EmulatedCompletion reply)
    {
        var calls = reply.ToolCalls.Sum(static call => Bytes(call.Name) + Bytes(call.Arguments));
        return new(
            Tokens(Bytes(body.Find("messages")?.GetRawText()) + Bytes(body.Find("tools")?.GetRawText())),
            Tokens(Bytes(reply.Reasoning) + Bytes(reply.Text) + calls),
            Tokens(Bytes(reply.Reasoning)));
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", Prompt);
        json.WriteNumber("completion_tokens", Completion);
        json.WriteNumber("total_tokens", Prompt + Completion);
        WriteDetail(json, "prompt_tokens_details", "cached_tokens", 0);
        if (Reasoning > 0)
        {
            WriteDetail(json, "completion_tokens_details", "reasoning_tokens", Reasoning);
        }

        json.WriteEndObject();
    }

    private static void WriteDetail(Utf8JsonWriter json, string details, string name, int tokens)
    {
        json.WriteStartObject(details);
        json.WriteNumber(name, tokens);
        json.WriteEndObject();
    }

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static int Tokens(int bytes) => (bytes + BytesPerToken - 1) / BytesPerToken;
}
