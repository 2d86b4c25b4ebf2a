using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GlmTools.Emulator.Chat;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Legacy;

/// <summary>An answer before it takes its sync, async or streamed form.</summary>
internal sealed record V3Answer
{
    public required string RequestId { get; init; }

    /// <summary>The text, with the blank it usually begins with (protocol sheet 10).</summary>
    public required string Text { get; init; }

    public required string? FinishReason { get; init; }

    public required int TotalTokens { get; init; }

    /// <summary>Whether the content is a JSON string inside the string.</summary>
    public required bool IsDoubleEncoded { get; init; }

    /// <summary>Whether a stream brings what is new, or all so far.</summary>
    public required bool IsIncremental { get; init; }

    public static V3Answer Of(JsonElement body, EmulatedCompletion completion)
    {
        var usage = Usage.Of(body, completion);
        return new()
        {
            RequestId = body.Text("request_id") ?? RandomNumberGenerator.GetString("0123456789", 19),
            Text = $" {completion.Text}",
            FinishReason = completion.FinishReason,
            TotalTokens = usage.Prompt + usage.Completion + (Encoding.UTF8.GetByteCount(body.Find("prompt")!.Value.GetRawText()) / 4),
            IsDoubleEncoded = body.Text("return_type") is null or "json_string",
            IsIncremental = body.IsTrue("incremental"),
        };
    }

    public void WriteChoicesTo(Utf8JsonWriter json)
    {
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteString("role", "assistant");
        json.WriteString("content", IsDoubleEncoded ? Encoding.UTF8.GetString(StrictJson.Write(inner => inner.WriteStringValue(Text))) : Text);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    public void WriteUsageTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("total_tokens", TotalTokens);
        json.WriteEndObject();
    }
}
