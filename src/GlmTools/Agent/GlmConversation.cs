using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GlmTools;

/// <summary>
/// A transcript the service accepts at any time: it cannot hold a tool message that answers nothing, nor a call that
/// is answered twice, out of order or not at all. It may be read while a run goes on, but only one run at a time writes it.
/// </summary>
/// <remarks>The messages are kept encoded as well, so that a turn encodes only what is new.</remarks>
public sealed class GlmConversation
{
    private const string NeverAnswered = "Error: the call was interrupted; it may or may not have had an effect.";

    private readonly Lock _lock = new();
    private readonly List<GlmChatMessage> _messages = [];
    private readonly HashSet<string> _callIds = new(StringComparer.Ordinal);
    private readonly Queue<string> _openCalls = new();
    private readonly ArrayBufferWriter<byte> _utf8 = new();
    private bool _isInUse;

    /// <summary>The messages so far: a copy of this moment.</summary>
    public IReadOnlyList<GlmChatMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>The messages behind one another, with commas between them. What was handed out is never written again.</summary>
    internal ReadOnlyMemory<byte> Utf8Messages
    {
        get
        {
            lock (_lock)
            {
                return _utf8.WrittenMemory;
            }
        }
    }

    internal bool BeginsWithSystem
    {
        get
        {
            lock (_lock)
            {
                return _messages is [{ Role: GlmChatRole.System }, ..];
            }
        }
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
            throw new GlmException($"The conversation cannot be read: messages[{conversation._messages.Count}]: {malformed.Message}", malformed);
        }

        return conversation._openCalls.Count == 0
            ? conversation
            : throw new GlmException($"The conversation cannot be read: it ends before the call '{conversation._openCalls.Peek()}' is answered.");
    }

    /// <summary>Adds a message, such as one the application brings along from elsewhere.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">The service would refuse it in this place.</exception>
    /// <exception cref="InvalidOperationException">A run is writing the conversation.</exception>
    public void Add(GlmChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_lock)
        {
            ThrowIfInUse();
            if (Refusal(message) is { } refusal)
            {
                throw new ArgumentException($"The message does not fit at messages[{_messages.Count}]: {refusal}", nameof(message));
            }

            Append(message);
        }
    }

    /// <summary>
    /// The messages as the JSON array that goes over the wire. Written in the middle of a turn, it answers the calls that
    /// are still running with a note, so that it can be sent even if the program ends here.
    /// </summary>
    public string ToJson()
    {
        lock (_lock)
        {
            var json = new StringBuilder("[").Append(Encoding.UTF8.GetString(_utf8.WrittenSpan));
            foreach (var id in _openCalls)
            {
                var answer = ChatMessageWriter.Encode(GlmChatMessage.Tool(id, NeverAnswered));
                json.Append(',').Append(Encoding.UTF8.GetString(answer.Span));
            }

            return json.Append(']').ToString();
        }
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

    /// <summary>Adds a message of the run that uses the conversation, in a place where it fits.</summary>
    internal void Append(GlmChatMessage message)
    {
        lock (_lock)
        {
            // Encoded first: what cannot be encoded leaves no trace.
            var utf8 = ChatMessageWriter.Encode(message).Span;
            if (_messages.Count > 0)
            {
                _utf8.Write(","u8);
            }

            _utf8.Write(utf8);
            _messages.Add(message);
            foreach (var call in message.ToolCalls)
            {
                _callIds.Add(call.Id);
                _openCalls.Enqueue(call.Id);
            }

            if (message.Role == GlmChatRole.Tool)
            {
                _openCalls.Dequeue();
            }
        }
    }

    /// <summary>Adds what the model answered.</summary>
    /// <param name="content">The text, or <see langword="null"/>.</param>
    /// <param name="calls">The calls as they came.</param>
    /// <param name="reasoning">The reasoning, or <see langword="null"/>.</param>
    /// <returns>The calls with the ids they have to be answered under.</returns>
    internal IReadOnlyList<GlmToolCall> AppendAnswer(string? content, IReadOnlyList<GlmToolCall> calls, string? reasoning)
    {
        lock (_lock)
        {
            // An id may be missing, or come twice; used again, the service would refuse it (protocol sheet 3.3, 5).
            var taken = new HashSet<string>(StringComparer.Ordinal) { "" };
            GlmToolCall[] named = [.. calls.Select(call => !_callIds.Contains(call.Id) && taken.Add(call.Id) ? call : call with { Id = $"call_{Guid.NewGuid():n}" })];
            Append(GlmChatMessage.Assistant(content, [.. named.Select(ReplayedCall.Of)], reasoning));
            return named;
        }
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
            if (Refusal(message) is { } refusal)
            {
                throw new JsonException(refusal);
            }

            Append(message);
        }
    }

    /// <summary>Why the service would refuse a message as the next one (protocol sheet 3); <see langword="null"/> if it would not.</summary>
    private string? Refusal(GlmChatMessage message)
    {
        var due = _openCalls.TryPeek(out var open) ? open : null;
        return message switch
        {
            { Role: GlmChatRole.Tool } when due is null => "There is no call left to answer.",
            { Role: GlmChatRole.Tool } when message.ToolCallId != due => $"It answers the call '{message.ToolCallId}', but the next one to answer is '{due}'.",
            { Role: not GlmChatRole.Tool } when due is not null => $"The call '{due}' has to be answered by a tool message first.",
            { Role: not GlmChatRole.Tool, ToolCallId: not null } => "Only a tool message answers a call.",
            { Role: not GlmChatRole.Assistant, ToolCalls.Count: > 0 } => "Only an assistant message makes calls.",
            { Role: GlmChatRole.Assistant, Content: null, ToolCalls.Count: 0 } => "It has neither content nor calls.",
            { Role: not GlmChatRole.Assistant, Content: null } => "It has no content.",
            _ => message.ToolCalls.Select((call, position) => Refusal(call, message.ToolCalls.Take(position))).FirstOrDefault(static refusal => refusal is not null),
        };
    }

    private string? Refusal(GlmToolCall call, IEnumerable<GlmToolCall> before) => call switch
    {
        { Id: "" } => "A call has no id.",
        { Name: "" } => $"The call '{call.Id}' has no name.",
        _ when _callIds.Contains(call.Id) || before.Any(other => other.Id == call.Id) => $"The call id '{call.Id}' is used twice.",
        _ when !ArgumentsText.IsObject(call.Arguments) => $"The arguments of the call '{call.Id}' are not a JSON object.",
        _ => null,
    };

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
