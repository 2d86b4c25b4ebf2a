using System.Collections.Frozen;
using System.Text.Json;

namespace GlmTools;

/// <summary>Writes requests: nothing but what was set, and 城市 stays 城市.</summary>
internal static class ChatRequestWriter
{
    /// <summary>The fields it writes by itself.</summary>
    public static readonly FrozenSet<string> Fields =
    [
        "model", "messages", "tools", "stream", "tool_stream", "thinking", "reasoning_effort", "do_sample", "temperature", "top_p", "max_tokens",
        "stop", "response_format", "user_id", "seed", "sensitive_word_check", "meta", "watermark_enabled", "request_id",
    ];

    public static void Write(Utf8JsonWriter json, GlmChatRequest request, bool stream)
    {
        json.WriteStartObject();
        json.WriteString("model"u8, request.Model);
        WriteMessages(json, request);
        WriteTools(json, request);

        if (stream)
        {
            json.WriteBoolean("stream"u8, true);
        }

        WriteSettings(json, request);
        json.WriteOptional("request_id"u8, request.RequestId);
        json.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter json, GlmChatRequest request)
    {
        json.WriteStartArray("messages"u8);
        for (var i = 0; i < request.EncodedMessages.Count; i++)
        {
            json.WriteRawValue(request.EncodedMessages[i].Span, skipInputValidation: true);
        }

        for (var i = 0; i < request.Messages.Count; i++)
        {
            ChatMessageWriter.Write(json, request.Messages[i]);
        }

        json.WriteEndArray();
    }

    private static void WriteTools(Utf8JsonWriter json, GlmChatRequest request)
    {
        if (request.ServerTools.Count == 0)
        {
            if (!request.Tools.IsEmpty)
            {
                json.WritePropertyName("tools"u8);
                json.WriteRawValue(request.Tools.Span, skipInputValidation: true);
            }

            return;
        }

        json.WriteStartArray("tools"u8);
        var functions = request.Tools.Span.Trim(" \t\r\n"u8);
        if (functions.Length > 2 && functions[1..^1].Trim(" \t\r\n"u8) is { IsEmpty: false } inner)
        {
            json.WriteRawValue(inner, skipInputValidation: true);
        }

        foreach (var tool in request.ServerTools)
        {
            ServerToolWriter.Write(json, tool);
        }

        json.WriteEndArray();
    }

    private static void WriteSettings(Utf8JsonWriter json, GlmChatSettings settings)
    {
        json.WriteOptional("tool_stream"u8, settings.ToolStream);
        if (settings.Thinking is { } thinking)
        {
            json.WriteStartObject("thinking"u8);
            json.WriteString("type"u8, thinking.Type);
            json.WriteOptional("clear_thinking"u8, thinking.ClearThinking);
            json.WriteEndObject();
        }

        json.WriteOptional("reasoning_effort"u8, settings.ReasoningEffort);
        json.WriteOptional("do_sample"u8, settings.DoSample);
        json.WriteHundredths("temperature"u8, settings.Temperature);
        json.WriteHundredths("top_p"u8, settings.TopP);
        json.WriteOptional("max_tokens"u8, settings.MaxTokens);
        json.WriteOptional("stop"u8, settings.Stop);
        if (settings.ResponseFormat is { } format)
        {
            json.WriteStartObject("response_format"u8);
            json.WriteString("type"u8, format.Type);
            json.WriteEndObject();
        }

        json.WriteOptional("user_id"u8, settings.UserId);
        WriteSpecialSettings(json, settings);
    }

    /// <summary>Writes what only few models take, and what this version does not know.</summary>
    private static void WriteSpecialSettings(Utf8JsonWriter json, GlmChatSettings settings)
    {
        json.WriteOptional("seed"u8, settings.Seed);
        if (settings.SensitiveWordCheck is { } check)
        {
            json.WriteStartObject("sensitive_word_check"u8);
            json.WriteString("type"u8, check.Type);
            json.WriteString("status"u8, check.Status);
            json.WriteEndObject();
        }

        if (settings.Meta is { } meta)
        {
            json.WriteStartObject("meta"u8);
            json.WriteOptional("user_info"u8, meta.UserInfo);
            json.WriteOptional("bot_info"u8, meta.BotInfo);
            json.WriteOptional("bot_name"u8, meta.BotName);
            json.WriteOptional("user_name"u8, meta.UserName);
            json.WriteEndObject();
        }

        json.WriteOptional("watermark_enabled"u8, settings.WatermarkEnabled);
        UnknownMembers.Write(json, settings.AdditionalProperties);
    }
}
