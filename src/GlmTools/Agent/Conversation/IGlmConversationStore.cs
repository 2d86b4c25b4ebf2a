namespace GlmTools;

/// <summary>
/// Where conversations are kept: for each an append-only journal of entries, which are JSON texts the store need not understand.
/// Safe for concurrent use.
/// </summary>
public interface IGlmConversationStore
{
    /// <summary>Appends entries. They are durable when the task completes, all of them or none.</summary>
    /// <param name="conversationId">The conversation; made with its first entry.</param>
    /// <param name="position">How many entries it is expected to have, which is where the first of these goes.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="cancellationToken">Cancels the wait; the entries may be there nevertheless.</param>
    /// <exception cref="GlmConversationConflictException">It does not have that many: somebody else wrote it meanwhile. Nothing was appended.</exception>
    public ValueTask AppendAsync(string conversationId, long position, IReadOnlyList<string> entries, CancellationToken cancellationToken = default);

    /// <summary>Reads the entries of a conversation in their order; none where there is no such conversation.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public ValueTask<IReadOnlyList<string>> ReadAsync(string conversationId, CancellationToken cancellationToken = default);
}
