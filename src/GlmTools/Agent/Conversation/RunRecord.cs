namespace GlmTools;

/// <summary>What the journal knows of the last run of a conversation.</summary>
/// <param name="Id">The run.</param>
/// <param name="Turns">Its turns.</param>
/// <param name="ToolCalls">How many calls were started.</param>
internal sealed record RunRecord(string Id, IReadOnlyList<GlmTurn> Turns, int ToolCalls)
{
    /// <summary>Reads it off the entries.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="conversationId">What a run is named after that went on with messages no run has written: it has to be the same one each time it is resumed.</param>
    public static RunRecord Of(IReadOnlyList<ConversationEntry> entries, string conversationId)
    {
        var turns = new List<GlmTurn>();
        var calls = 0;
        string? id = null;
        for (var i = entries.Count - 1; i >= 0 && id is null && entries[i] is not HistoryEntry { EndsRun: true }; i--)
        {
            switch (entries[i])
            {
                case MessageEntry message:
                    id = message.RunId;
                    turns.AddRange(message.Turn is { } turn ? [turn] : []);
                    break;
                case CallStartedEntry:
                    calls++;
                    break;
            }
        }

        turns.Reverse();
        return new(id ?? conversationId, turns, calls);
    }
}
