namespace GlmTools;

/// <summary>An answer that came as a whole (protocol sheet 9.2, <c>stream_sync</c>).</summary>
public sealed record QingYanAnswer
{
    /// <summary>The conversation it belongs to: what to put into the next request; <see langword="null"/> where the service does not say.</summary>
    public string? ConversationId { get; init; }

    /// <summary>All that the assistant put out, in order: texts, and what its own tools did.</summary>
    public required IReadOnlyList<QingYanContent> Output { get; init; }

    /// <summary>The texts alone, one below the other.</summary>
    public string Text => string.Join('\n', Output.OfType<QingYanText>().Select(static text => text.Text));
}
