using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>Turns messages of the wire into those of Microsoft.Extensions.AI.</summary>
internal static class MessageReading
{
    /// <summary>Reads an array of messages.</summary>
    public static List<GlmChatMessage> Read(string json)
    {
        ReadOnlySpan<byte> utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8);
        var messages = new List<GlmChatMessage>();
        reader.Read();
        while (reader.NextElement())
        {
            messages.Add(ChatMessageReader.Read(ref reader, utf8));
        }

        return messages;
    }

    public static ChatMessage ToChat(GlmChatMessage message) => message.Role switch
    {
        GlmChatRole.System => new(ChatRole.System, message.Content),
        GlmChatRole.User => UserReading.Read(message),
        GlmChatRole.Tool => new(ChatRole.Tool, [new FunctionResultContent(message.ToolCallId!, message.Content)]),
        _ => new(ChatRole.Assistant, [.. Contents(message)]),
    };

    private static IEnumerable<AIContent> Contents(GlmChatMessage message)
    {
        if (message.ReasoningContent is { Length: > 0 } reasoning)
        {
            yield return new TextReasoningContent(reasoning);
        }

        if (message.Content is { Length: > 0 } text)
        {
            yield return new TextContent(text);
        }

        foreach (var call in message.ToolCalls)
        {
            yield return CallArguments.Read(call, isGenerated: false);
        }
    }
}
