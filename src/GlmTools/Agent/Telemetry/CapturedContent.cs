using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Writes messages in the form traces have for them: a role, and parts of text, reasoning, calls and results.</summary>
internal static class CapturedContent
{
    /// <summary>What goes into a request.</summary>
    public static string Input(IEnumerable<GlmChatMessage> messages) => Write(json =>
    {
        foreach (var message in messages)
        {
            json.WriteStartObject();
            WriteMessage(json, message);
            json.WriteEndObject();
        }
    });

    /// <summary>What comes out of one.</summary>
    public static string Output(GlmChatMessage answer, GlmFinishReason? reason) => Write(json =>
    {
        json.WriteStartObject();
        WriteMessage(json, answer);
        json.WriteString("finish_reason", Name(reason));
        json.WriteEndObject();
    });

    /// <summary>The instructions of an agent.</summary>
    public static string Instructions(string text) => Write(json => WriteText(json, "text", text));

    private static string Write(Action<Utf8JsonWriter> items) => ToolJson.Text(json =>
    {
        json.WriteStartArray();
        items(json);
        json.WriteEndArray();
    });

    private static void WriteMessage(Utf8JsonWriter json, GlmChatMessage message)
    {
        json.WriteString("role", message.Role.ToString().ToLowerInvariant());
        json.WriteStartArray("parts");
        if (message.ReasoningContent is { Length: > 0 } reasoning)
        {
            WriteText(json, "reasoning", reasoning);
        }

        if (message.ToolCallId is { } answered)
        {
            json.WriteStartObject();
            json.WriteString("type", "tool_call_response");
            json.WriteString("id", answered);
            json.WriteString("response", message.Content);
            json.WriteEndObject();
        }
        else if (message.Content is { Length: > 0 } text)
        {
            WriteText(json, "text", text);
        }

        foreach (var part in message.Parts)
        {
            WritePart(json, part);
        }

        foreach (var call in message.ToolCalls)
        {
            json.WriteStartObject();
            json.WriteString("type", "tool_call");
            json.WriteString("id", call.Id);
            json.WriteString("name", call.Name);
            WriteArguments(json, call.Arguments);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, GlmContentPart part)
    {
        if (part is GlmTextPart { Text: var text })
        {
            WriteText(json, "text", text);
            return;
        }

        // Only that it is there: a trace is no place for a whole image, nor for a URL that may be signed.
        json.WriteStartObject();
        json.WriteString("type", part.Type);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string type, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("content", text);
        json.WriteEndObject();
    }

    private static void WriteArguments(Utf8JsonWriter json, string arguments)
    {
        json.WritePropertyName("arguments");
        if (ArgumentsText.IsObject(arguments))
        {
            json.WriteRawValue(arguments, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(arguments);
        }
    }

    // The conventions have names of their own for the reasons they know.
    private static string Name(GlmFinishReason? reason)
        => reason is null ? GenAi.Other
            : reason == GlmFinishReason.ToolCalls ? "tool_call"
            : reason == GlmFinishReason.Sensitive ? "content_filter"
            : reason == GlmFinishReason.NetworkError ? "error"
            : reason.Value.Value;
}
