namespace GlmTools;

/// <summary>What the journal knows of the last run of a conversation.</summary>
/// <param name="Id">The run.</param>
/// <param name="Turns">Its turns.</param>
/// <param name="ToolCalls">How many calls were started.</param>
internal sealed record RunRecord(string Id, IReadOnlyList<GlmTurn> Turns, int ToolCalls)
{
    /// <summary>Reads it off the entries; <see langword="null"/> where no run has written any.</summary>
    public static RunRecord? Of(IReadOnlyList<ConversationEntry> entries)
    {
        var turns = new List<GlmTurn>();
        var calls = 0;
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            switch (entries[i])
            {
                case MessageEntry { RunId: { } id }:
                    turns.Reverse();
                    return new(id, turns, calls);
                case MessageEntry { Turn: { } turn }:
                    turns.Add(turn);
                    break;
                case CallStartedEntry:
                    calls++;
                    break;
            }
        }

        return null;
    }
}
