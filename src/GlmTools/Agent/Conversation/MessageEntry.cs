namespace GlmTools;

/// <summary>A message was added. The answers of a run's tools are no messages of their own: they follow from <see cref="CallFinishedEntry"/>.</summary>
/// <param name="Message">The message as it goes over the wire.</param>
internal sealed record MessageEntry(GlmChatMessage Message) : ConversationEntry
{
    /// <summary>The run that begins with the message; <see langword="null"/> where none does.</summary>
    public string? RunId { get; init; }

    /// <summary>What the turn cost that ends with the message; <see langword="null"/> where the message is not the model's.</summary>
    public GlmTurn? Turn { get; init; }

    /// <summary>The calls of the message as the model wrote them; empty where they are those of the message.</summary>
    public IReadOnlyList<RecordedCall> Calls { get; init; } = [];

    /// <summary>An answer of the model.</summary>
    /// <param name="content">The text.</param>
    /// <param name="reasoning">The reasoning.</param>
    /// <param name="calls">The calls as the model wrote them.</param>
    /// <param name="turn">What the turn cost; <see langword="null"/> where it did not end.</param>
    public static MessageEntry Answer(string? content, string? reasoning, IReadOnlyList<RecordedCall> calls, GlmTurn? turn = null)
    {
        var replayed = calls.Count == 0 ? [] : new GlmToolCall[calls.Count];
        for (var i = 0; i < replayed.Length; i++)
        {
            replayed[i] = ReplayedCall.Of(calls[i].Call);
        }

        return new(GlmChatMessage.Assistant(content, replayed, reasoning)) { Calls = calls, Turn = turn };
    }
}
