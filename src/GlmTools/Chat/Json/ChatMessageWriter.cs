using System.Text.Json;

namespace GlmTools;

/// <summary>Writes messages with the keys of the protocol, and others only where they were given: foreign ones are refused (protocol sheet 3.3, 5).</summary>
internal static class ChatMessageWriter
{
    public static ReadOnlyMemory<byte> Encode(GlmChatMessage message)
    {
        using var body = JsonBody.Start();
        Write(body.Json, message);
        return body.ToArray();
    }

    /// <summary>Writes a message.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="message">The message.</param>
    /// <param name="argumentsAsObjects">Whether arguments are objects instead of strings that hold one, as some local servers want them.</param>
    public static void Write(Utf8JsonWriter json, GlmChatMessage message, bool argumentsAsObjects = false)
    {
        json.WriteStartObject();
        json.WriteString("role"u8, Name(message.Role));
        if (message.Parts.Count > 0)
        {
            ContentPartWriter.Write(json, message.Parts);
        }
        else if (message.Content is { } content)
        {
            json.WriteString("content"u8, content);
        }

        if (message.ReasoningContent is { } reasoning)
        {
            json.WriteString("reasoning_content"u8, reasoning);
        }

        if (message.ToolCalls is { Count: > 0 } calls)
        {
            WriteToolCalls(json, calls, argumentsAsObjects);
        }

        if (message.Audio?.Id is { } audio)
        {
            json.WriteStartObject("audio"u8);
            json.WriteString("id"u8, audio);
            json.WriteEndObject();
        }

        if (message.ToolCallId is { } id)
        {
            json.WriteString("tool_call_id"u8, id);
        }
        else
        {
            UnknownMembers.Write(json, message.AdditionalProperties);
        }

        json.WriteEndObject();
    }

    private static void WriteToolCalls(Utf8JsonWriter json, IReadOnlyList<GlmToolCall> calls, bool argumentsAsObjects)
    {
        json.WriteStartArray("tool_calls"u8);
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, call.Id);
            json.WriteString("type"u8, "function"u8);
            json.WriteStartObject("function"u8);
            json.WriteString("name"u8, call.Name);
            if (argumentsAsObjects && ArgumentsText.IsObject(call.Arguments))
            {
                json.WritePropertyName("arguments"u8);
                json.WriteRawValue(call.Arguments, skipInputValidation: true);
            }
            else
            {
                json.WriteString("arguments"u8, call.Arguments);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ReadOnlySpan<byte> Name(GlmChatRole role) => role switch
    {
        GlmChatRole.System => "system"u8,
        GlmChatRole.User => "user"u8,
        GlmChatRole.Assistant => "assistant"u8,
        GlmChatRole.Tool => "tool"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };
}
