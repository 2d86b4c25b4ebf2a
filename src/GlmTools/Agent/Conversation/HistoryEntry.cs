namespace GlmTools;

/// <summary>The messages so far were replaced: by fewer ones, or by a summary of them.</summary>
/// <param name="Messages">The messages from now on.</param>
internal sealed record HistoryEntry(IReadOnlyList<GlmChatMessage> Messages) : ConversationEntry;
