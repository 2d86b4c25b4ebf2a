namespace GlmTools;

/// <summary>Messages that belong together: an assistant message with the answers to its calls, or a single other message. So nobody can tear them apart.</summary>
public sealed class GlmMessageGroup
{
    private GlmMessageGroup(IReadOnlyList<GlmChatMessage> messages) => Messages = messages;

    /// <summary>The messages, in order.</summary>
    public IReadOnlyList<GlmChatMessage> Messages { get; }

    /// <summary>Who the first of them is from.</summary>
    public GlmChatRole Role => Messages[0].Role;

    /// <summary>A group of a new message, such as a summary of what was left out.</summary>
    /// <param name="message">A system, user or assistant message without calls.</param>
    /// <exception cref="ArgumentException">It is a tool message, or makes calls.</exception>
    public static GlmMessageGroup Of(GlmChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Role == GlmChatRole.Tool || message.ToolCalls.Count > 0
            ? throw new ArgumentException("A new group is one message without tool calls.", nameof(message))
            : new([message]);
    }

    internal static IReadOnlyList<GlmMessageGroup> Split(IReadOnlyList<GlmChatMessage> messages)
    {
        var groups = new List<GlmMessageGroup>();
        for (var i = 0; i < messages.Count;)
        {
            var end = i + 1;
            while (end < messages.Count && messages[end].Role == GlmChatRole.Tool)
            {
                end++;
            }

            groups.Add(new([.. messages.Skip(i).Take(end - i)]));
            i = end;
        }

        return groups;
    }
}
