using System.Text.Json;

namespace GlmTools;

/// <summary>Writes messages with the keys of the protocol, and others only where they were given: foreign ones are refused (protocol sheet 3.3, 5).</summary>
internal static class ChatMessageWriter
{
    // A history has them over and over: the writer asks the encoder about every other text each time.
    private static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    private static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");
    private static readonly JsonEncodedText Reasoning = JsonEncodedText.Encode("reasoning_content");
    private static readonly JsonEncodedText ToolCalls = JsonEncodedText.Encode("tool_calls");
    private static readonly JsonEncodedText ToolCallId = JsonEncodedText.Encode("tool_call_id");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Function = JsonEncodedText.Encode("function");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Arguments = JsonEncodedText.Encode("arguments");
    private static readonly JsonEncodedText System = JsonEncodedText.Encode("system");
    private static readonly JsonEncodedText User = JsonEncodedText.Encode("user");
    private static readonly JsonEncodedText Assistant = JsonEncodedText.Encode("assistant");
    private static readonly JsonEncodedText Tool = JsonEncodedText.Encode("tool");

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
        json.WriteString(Role, NameOf(message.Role));
        if (message.Parts.Count > 0)
        {
            ContentPartWriter.Write(json, message.Parts);
        }
        else if (message.Content is { } content)
        {
            json.WriteString(Content, content);
        }

        if (message.ReasoningContent is { } reasoning)
        {
            json.WriteString(Reasoning, reasoning);
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
            json.WriteString(ToolCallId, id);
        }
        else
        {
            UnknownMembers.Write(json, message.AdditionalProperties);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the answer to a call, as <see cref="Write"/> writes its message.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="callId">The call.</param>
    /// <param name="answer">The content of the message: text in UTF-8.</param>
    public static void WriteAnswer(Utf8JsonWriter json, string callId, ReadOnlySpan<byte> answer)
    {
        json.WriteStartObject();
        json.WriteString(Role, Tool);
        json.WriteString(Content, answer);
        json.WriteString(ToolCallId, callId);
        json.WriteEndObject();
    }

    private static void WriteToolCalls(Utf8JsonWriter json, IReadOnlyList<GlmToolCall> calls, bool argumentsAsObjects)
    {
        json.WriteStartArray(ToolCalls);
        for (var i = 0; i < calls.Count; i++)
        {
            var call = calls[i];
            json.WriteStartObject();
            json.WriteString(Id, call.Id);
            json.WriteString(Type, Function);
            json.WriteStartObject(Function);
            json.WriteString(Name, call.Name);
            if (argumentsAsObjects && ArgumentsText.IsObject(call.Arguments))
            {
                json.WritePropertyName(Arguments);
                json.WriteRawValue(call.Arguments, skipInputValidation: true);
            }
            else
            {
                json.WriteString(Arguments, call.Arguments);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static JsonEncodedText NameOf(GlmChatRole role) => role switch
    {
        GlmChatRole.System => System,
        GlmChatRole.User => User,
        GlmChatRole.Assistant => Assistant,
        GlmChatRole.Tool => Tool,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role."),
    };
}
