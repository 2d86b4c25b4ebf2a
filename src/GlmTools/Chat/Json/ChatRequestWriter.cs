using System.Buffers;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Writes requests: nothing but what was set, and 城市 stays 城市.</summary>
internal static class ChatRequestWriter
{
    public static ReadOnlyMemory<byte> Write(GlmChatRequest request, bool stream)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(output, ToolJson.Compact);
        json.WriteStartObject();
        json.WriteString("model"u8, request.Model);
        WriteMessages(json, request);
        if (!request.Tools.IsEmpty)
        {
            json.WritePropertyName("tools"u8);
            json.WriteRawValue(request.Tools.Span, skipInputValidation: true);
        }

        if (stream)
        {
            json.WriteBoolean("stream"u8, true);
        }

        WriteSettings(json, request);
        WriteString(json, "request_id"u8, request.RequestId);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void WriteMessages(Utf8JsonWriter json, GlmChatRequest request)
    {
        json.WriteStartArray("messages"u8);
        foreach (var messages in request.EncodedMessages)
        {
            json.WriteRawValue(messages.Span, skipInputValidation: true);
        }

        foreach (var message in request.Messages)
        {
            ChatMessageWriter.Write(json, message);
        }

        json.WriteEndArray();
    }

    private static void WriteSettings(Utf8JsonWriter json, GlmChatSettings settings)
    {
        WriteBoolean(json, "tool_stream"u8, settings.ToolStream);
        if (settings.Thinking is { } thinking)
        {
            json.WriteStartObject("thinking"u8);
            json.WriteString("type"u8, thinking.Type);
            WriteBoolean(json, "clear_thinking"u8, thinking.ClearThinking);
            json.WriteEndObject();
        }

        WriteString(json, "reasoning_effort"u8, settings.ReasoningEffort);
        WriteBoolean(json, "do_sample"u8, settings.DoSample);
        WriteHundredths(json, "temperature"u8, settings.Temperature);
        WriteHundredths(json, "top_p"u8, settings.TopP);
        if (settings.MaxTokens is { } maxTokens)
        {
            json.WriteNumber("max_tokens"u8, maxTokens);
        }

        if (settings.Stop is { Count: > 0 } stop)
        {
            json.WriteStartArray("stop"u8);
            foreach (var text in stop)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        if (settings.ResponseFormat is { } format)
        {
            json.WriteStartObject("response_format"u8);
            json.WriteString("type"u8, format.Type);
            json.WriteEndObject();
        }

        WriteString(json, "user_id"u8, settings.UserId);
    }

    private static void WriteString(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteBoolean(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    /// <summary>Writes two decimals, as the service takes them: a widened <c>0.7f</c> has many more (protocol sheet 2.1).</summary>
    private static void WriteHundredths(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 2));
        }
    }
}
