namespace GlmTools.Tests.Agent;

/// <summary>One conversation in memory, which fails when the test wants it to.</summary>
/// <param name="entries">What it holds already.</param>
internal sealed class JournalStore(IEnumerable<string> entries) : IGlmConversationStore
{
    private readonly Lock _lock = new();
    private readonly List<string> _entries = [.. entries];

    public JournalStore()
        : this([])
    {
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<string> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Sees each entry before it is stored, with its position; what it throws the store throws, and nothing is stored.</summary>
    public Action<long, string> Before { get; set; } = static (_, _) => { };

    /// <summary>Sees each entry when it is stored.</summary>
    public Action<string> After { get; set; } = static _ => { };

    /// <summary>The journal of a program that ended when it had written so many entries.</summary>
    public JournalStore CutAt(int count) => new(Entries.Take(count));

    /// <summary>The journal of a program that ended when it had written an entry.</summary>
    public JournalStore CutBehind(string part) => CutAt(Entries.Index().First(entry => entry.Item.Contains(part, StringComparison.Ordinal)).Index + 1);

    public async ValueTask AppendAsync(string conversationId, long position, IReadOnlyList<string> entries, CancellationToken cancellationToken = default)
    {
        // A disk is never at once ready.
        await Task.Yield();
        lock (_lock)
        {
            if (position != _entries.Count)
            {
                throw new GlmConversationConflictException(conversationId, position);
            }

            foreach (var entry in entries)
            {
                Before(_entries.Count, entry);
                _entries.Add(entry);
                After(entry);
            }
        }
    }

    public ValueTask<IReadOnlyList<string>> ReadAsync(string conversationId, CancellationToken cancellationToken = default) => new(Entries);
}
