using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>Turns what a user says into a message of the wire.</summary>
internal static class UserWriting
{
    /// <exception cref="ArgumentException">It holds what GLM cannot be told.</exception>
    public static GlmChatMessage Write(ChatMessage message, string place)
    {
        foreach (var content in message.Contents)
        {
            if (content is not (TextContent or FunctionResultContent or ToolApprovalResponseContent))
            {
                throw new ArgumentException($"{place} holds a {content.GetType().Name}, which GLM cannot be told.", nameof(message));
            }
        }

        return GlmChatMessage.User(message.Text);
    }
}
