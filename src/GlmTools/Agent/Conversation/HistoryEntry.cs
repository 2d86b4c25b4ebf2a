namespace GlmTools;

/// <summary>The messages so far were replaced: by fewer ones, or by a summary of them.</summary>
/// <param name="Messages">The messages from now on.</param>
internal sealed record HistoryEntry(IReadOnlyList<GlmChatMessage> Messages) : ConversationEntry
{
    /// <summary>Whether the last run was taken back, so that there is nothing of it to go on with.</summary>
    public bool EndsRun { get; init; }
}
