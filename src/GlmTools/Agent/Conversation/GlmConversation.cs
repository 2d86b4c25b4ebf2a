using System.Text;
using System.Text.Json;

namespace GlmTools;

/// <summary>
/// A transcript the service accepts at any time: it cannot hold a tool message that answers nothing, nor a call that
/// is answered twice, out of order or not at all. It may be read while a run goes on, but only one run at a time writes it.
/// </summary>
/// <remarks>
/// Opened from a store, it is a journal: each message, each start and each result of a call is durable before the next step is
/// taken, so that a run can go on after a crash. The messages are kept encoded as well, so that a turn encodes only what is new.
/// </remarks>
public sealed class GlmConversation
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _appending = new(1, 1);
    private readonly Transcript _transcript = new();
    private readonly List<ConversationEntry> _entries = [];
    private readonly IGlmConversationStore? _store;
    private bool _isInUse;

    /// <summary>Creates an empty conversation that lives as long as the process.</summary>
    public GlmConversation()
        : this(Guid.NewGuid().ToString("n"), store: null)
    {
    }

    private GlmConversation(string id, IGlmConversationStore? store) => (Id, _store) = (id, store);

    /// <summary>The id of the conversation, under which a store knows it.</summary>
    public string Id { get; }

    /// <summary>The messages so far: a copy of this moment.</summary>
    public IReadOnlyList<GlmChatMessage> Messages => Read(static conversation => conversation._transcript.Messages.Select(static message => message.ToMessage()).ToArray());

    /// <summary>Whether something in it waits for an answer: a question, results of calls, or calls themselves. Then <see cref="GlmAgent.ResumeAsync(GlmConversation, IEnumerable{GlmApprovalDecision}, CancellationToken)"/> has something to do.</summary>
    public bool IsUnfinished => Read(static conversation => conversation._transcript is { Open.Count: > 0 } or { Early.Count: > 0 } or { Messages: [.., { Role: GlmChatRole.User or GlmChatRole.Tool }] });

    internal bool IsStored => _store is not null;

    /// <summary>The calls without an answer, in their order.</summary>
    internal IReadOnlyList<OpenCall> OpenCalls => Read(static conversation => conversation._transcript.Open.ToArray());

    /// <summary>The calls of an answer that never became a message.</summary>
    internal IReadOnlyList<OpenCall> EarlyCalls => Read(static conversation => conversation._transcript.Early.ToArray());

    /// <inheritdoc cref="RunRecord"/>
    internal RunRecord LastRun => Read(static conversation => RunRecord.Of(conversation._entries, conversation.Id));

    /// <summary>What the last answer took; <see langword="null"/> where none was given since the messages were replaced.</summary>
    internal GlmTurn? LatestTurn => Read(static conversation => conversation._entries
        .AsEnumerable()
        .Reverse()
        .TakeWhile(static entry => entry is not HistoryEntry)
        .Select(static entry => (entry as MessageEntry)?.Turn)
        .FirstOrDefault(static turn => turn is not null));

    /// <summary>All that ever happened to the conversation.</summary>
    internal IReadOnlyList<ConversationEntry> Entries => Read(static conversation => conversation._entries.ToArray());

    /// <summary>The messages as they go over the wire. What was handed out is never written again.</summary>
    /// <param name="instructions">A system message for a conversation that has none of its own; empty for none.</param>
    internal ReadOnlyMemory<byte>[] Encoded(ReadOnlyMemory<byte> instructions)
    {
        lock (_lock)
        {
            return _transcript.Encoded(_transcript.Messages is [{ Role: GlmChatRole.System }, ..] ? default : instructions);
        }
    }

    /// <inheritdoc cref="EncodedMessages.HaveParts"/>
    internal bool HaveParts => Read(static conversation => conversation._transcript.HaveParts);

    /// <summary>Opens a conversation of a store, or begins it there.</summary>
    /// <param name="store">The store.</param>
    /// <param name="id">The id of the conversation.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="GlmException">What the store holds cannot be read; the message names the entry.</exception>
    public static async Task<GlmConversation> OpenAsync(IGlmConversationStore store, string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var texts = await store.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        var conversation = new GlmConversation(id, store);
        conversation.Load(texts.Select(EntryReader.Read));
        return conversation;
    }

    /// <summary>Reads a transcript that <see cref="ToJson"/> wrote, or another one in the form of the wire.</summary>
    /// <param name="json">An array of messages.</param>
    /// <exception cref="GlmException">It is none, or the service would refuse it; the message names the place.</exception>
    public static GlmConversation Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var conversation = new GlmConversation();
        try
        {
            conversation.Read(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonException malformed)
        {
            throw new GlmException($"The conversation cannot be read: messages[{conversation._entries.Count}]: {malformed.Message}", malformed);
        }

        return conversation.OpenCalls is [var open, ..]
            ? throw new GlmException($"The conversation cannot be read: it ends before the call '{open.Call.Id}' is answered.")
            : conversation;
    }

    /// <summary>Adds a message, such as one the application brings along from elsewhere, to a conversation without a store.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">The service would refuse it in this place.</exception>
    /// <exception cref="InvalidOperationException">A run is writing the conversation, or it is a stored one: those take <see cref="AddAsync"/>.</exception>
    public void Add(GlmChatMessage message)
    {
        if (_store is not null)
        {
            throw new InvalidOperationException("This conversation is stored; use AddAsync, which waits until the message is.");
        }

        lock (_lock)
        {
            ThrowIfInUse();
            Apply(Fitting(message));
        }
    }

    /// <summary>Adds a message, such as one the application brings along from elsewhere.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the wait for other writers.</param>
    /// <exception cref="ArgumentException">The service would refuse it in this place.</exception>
    /// <exception cref="InvalidOperationException">A run is writing the conversation.</exception>
    /// <exception cref="GlmConversationConflictException">Somebody else wrote the stored conversation.</exception>
    public async Task AddAsync(GlmChatMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var use = Use();
        await AppendAsync(Read(conversation => conversation.Fitting(message))).ConfigureAwait(false);
    }

    /// <summary>Takes back the last user message and all that followed it.</summary>
    /// <param name="cancellationToken">Cancels the wait for other writers.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">A run is writing the conversation.</exception>
    public async Task<bool> UndoAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var use = Use();
        var messages = Messages;
        for (var i = messages.Count - 1; i >= 0; i--)
        {
            if (messages[i].Role == GlmChatRole.User)
            {
                await AppendAsync(new HistoryEntry([.. messages.Take(i)]) { EndsRun = true }).ConfigureAwait(false);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The messages as the JSON array that goes over the wire. Written in the middle of a turn, it answers the calls that
    /// have no result with a note, so that it can be sent even if the program ends here.
    /// </summary>
    public string ToJson() => Read(static conversation => conversation._transcript.ToJson());

    /// <summary>Reads the entries of a run that was written down.</summary>
    internal static GlmConversation Restore(string id, IEnumerable<ConversationEntry> entries)
    {
        var conversation = new GlmConversation(id, store: null);
        conversation.Load(entries);
        return conversation;
    }

    /// <summary>Reserves the conversation for a run.</summary>
    internal IDisposable Use()
    {
        lock (_lock)
        {
            ThrowIfInUse();
            _isInUse = true;
            return new Usage(this);
        }
    }

    /// <summary>Adds what happened in the run that uses the conversation. It is durable when the task completes.</summary>
    internal ValueTask AppendAsync(ConversationEntry entry)
    {
        if (_store is not null)
        {
            return StoreAsync(_store, entry);
        }

        ApplyInLock(entry);
        return ValueTask.CompletedTask;
    }

    /// <summary>A call under an id that is not yet used in the conversation.</summary>
    /// <param name="call">The call.</param>
    /// <param name="before">The calls before it in the same answer.</param>
    internal GlmToolCall WithUsableId(GlmToolCall call, ReadOnlySpan<RecordedCall> before)
    {
        lock (_lock)
        {
            return _transcript.WithUsableId(call, before);
        }
    }

    private async ValueTask StoreAsync(IGlmConversationStore store, ConversationEntry entry)
    {
        // Never cancelled: an entry that may or may not be there would leave nobody knowing where the next one goes.
        await _appending.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await store.AppendAsync(Id, _entries.Count, [EntryWriter.Write(entry)], CancellationToken.None).ConfigureAwait(false);
            ApplyInLock(entry);
        }
        finally
        {
            _appending.Release();
        }
    }

    private void Load(IEnumerable<ConversationEntry> entries)
    {
        try
        {
            foreach (var entry in entries)
            {
                Apply(entry);
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            throw new GlmException($"The conversation '{Id}' cannot be read: entry {_entries.Count}: {malformed.Message}", malformed);
        }
    }

    private MessageEntry Fitting(GlmChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _transcript.Refusal(message) is { } refusal
            ? throw new ArgumentException($"The message does not fit at messages[{_transcript.Messages.Count}]: {refusal}", nameof(message))
            : new MessageEntry(message);
    }

    private void ApplyInLock(ConversationEntry entry)
    {
        lock (_lock)
        {
            Apply(entry);
        }
    }

    private void Apply(ConversationEntry entry)
    {
        _transcript.Apply(entry);
        _entries.Add(entry);
    }

    private void Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A conversation is an array of messages.");
        }

        while (json.NextElement())
        {
            if (json.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("A message is an object.");
            }

            var message = ChatMessageReader.Read(ref json, utf8);
            if (_transcript.Refusal(message) is { } refusal)
            {
                throw new JsonException(refusal);
            }

            Apply(new MessageEntry(message));
        }
    }

    private T Read<T>(Func<GlmConversation, T> read)
    {
        lock (_lock)
        {
            return read(this);
        }
    }

    private void ThrowIfInUse()
    {
        if (_isInUse)
        {
            throw new InvalidOperationException("A run is writing this conversation; wait until it has stopped, or give each run a conversation of its own.");
        }
    }

    private sealed class Usage(GlmConversation conversation) : IDisposable
    {
        public void Dispose()
        {
            lock (conversation._lock)
            {
                conversation._isInUse = false;
            }
        }
    }
}
