namespace GlmTools;

/// <summary>A stored conversation was written by somebody else meanwhile. Open it again to go on with what it holds now.</summary>
/// <param name="conversationId">The conversation.</param>
/// <param name="position">Where the entry was to go.</param>
public sealed class GlmConversationConflictException(string conversationId, long position)
    : GlmException($"The conversation '{conversationId}' has no room for an entry at position {position}: another run or process writes it. Open it again to go on with what it holds now.")
{
    /// <summary>The conversation.</summary>
    public string ConversationId { get; } = conversationId;
}
