namespace GlmTools;

/// <summary>Keeps conversations in memory, for tests and for programs that need them no longer than they run.</summary>
public sealed class GlmMemoryStore : IGlmConversationStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<string>> _conversations = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask AppendAsync(string conversationId, long position, IReadOnlyList<string> entries, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversationId);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Contains(null))
        {
            throw new ArgumentException("An entry is null.", nameof(entries));
        }

        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var stored = _conversations.GetValueOrDefault(conversationId) ?? [];
            if (stored.Count != position)
            {
                throw new GlmConversationConflictException(conversationId, position);
            }

            stored.AddRange(entries);
            _conversations[conversationId] = stored;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ReadAsync(string conversationId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversationId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new([.. _conversations.GetValueOrDefault(conversationId) ?? []]);
        }
    }
}
