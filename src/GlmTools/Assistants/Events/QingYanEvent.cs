namespace GlmTools;

/// <summary>Something that happened while an assistant answered.</summary>
public abstract record QingYanEvent
{
    private protected QingYanEvent()
    {
    }

    /// <summary>The conversation it belongs to: what to put into the next request; <see langword="null"/> where the service does not say.</summary>
    public string? ConversationId { get; init; }
}
