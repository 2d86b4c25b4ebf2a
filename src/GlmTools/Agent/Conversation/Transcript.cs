using System.Text;

namespace GlmTools;

/// <summary>
/// The messages of a conversation and the calls among them that have no answer yet. Answers may come in any order; the tool
/// messages enter in the order of the calls.
/// </summary>
internal sealed class Transcript
{
    private readonly List<TranscriptMessage> _messages = [];
    private readonly HashSet<string> _callIds = new(StringComparer.Ordinal);
    private readonly List<OpenCall> _open = [];
    private readonly List<OpenCall> _early = [];

    // Answers of calls that were not executed while the message they are part of was still arriving.
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _ahead = new(StringComparer.Ordinal);
    private EncodedMessages _utf8 = new();

    // A tool may know by the id whether it was called before, so no other transcript has it either.
    private string? _newIds;
    private int _newIdCount;

    public IReadOnlyList<TranscriptMessage> Messages => _messages;

    /// <inheritdoc cref="EncodedMessages.Blocks"/>
    public ReadOnlyMemory<byte>[] Encoded(ReadOnlyMemory<byte> first = default) => _utf8.Blocks(first);

    /// <inheritdoc cref="EncodedMessages.HaveParts"/>
    public bool HaveParts => _utf8.HaveParts;

    /// <summary>The calls without a tool message, in their order.</summary>
    public IReadOnlyList<OpenCall> Open => _open;

    /// <summary>Calls that were started while the answer they are part of was still arriving, and never became a message.</summary>
    public IReadOnlyList<OpenCall> Early => _early;

    public void Apply(ConversationEntry entry)
    {
        switch (entry)
        {
            case MessageEntry { Message.Role: GlmChatRole.Tool } answer:
                Finish(answer.Message.ToolCallId!, Encoding.UTF8.GetBytes(answer.Message.Content!));
                break;
            case MessageEntry message:
                Append(message);
                break;
            case CallStartedEntry started:
                Start(started.Recorded);
                break;
            case CallFinishedEntry finished:
                Finish(finished.CallId, finished.Utf8);
                break;
            case HistoryEntry history:
                Replace(history.Messages);
                break;
        }
    }

    /// <summary>A call under an id the transcript has not seen: one may be missing or come twice, and the service refuses it used again (protocol sheet 3.3, 5).</summary>
    public GlmToolCall WithUsableId(GlmToolCall call, ReadOnlySpan<RecordedCall> before)
    {
        var isUsable = call.Id.Length > 0 && !_callIds.Contains(call.Id);
        for (var i = 0; isUsable && i < before.Length; i++)
        {
            isUsable = before[i].Call.Id != call.Id;
        }

        return isUsable ? call : call with { Id = $"{_newIds ??= $"call_{Random.Shared.NextInt64():x}"}_{++_newIdCount}" };
    }

    /// <summary>Why the service would refuse a message as the next one (protocol sheet 3); <see langword="null"/> if it would not.</summary>
    public string? Refusal(GlmChatMessage message)
    {
        var due = _open.Count > 0 ? _open[0].Call.Id : null;
        return message switch
        {
            { Role: GlmChatRole.Tool } when due is null => "There is no call left to answer.",
            { Role: GlmChatRole.Tool } when message.ToolCallId != due => $"It answers the call '{message.ToolCallId}', but the next one to answer is '{due}'.",
            { Role: not GlmChatRole.Tool } when due is not null => $"The call '{due}' has to be answered by a tool message first.",
            { Role: not GlmChatRole.Tool, ToolCallId: not null } => "Only a tool message answers a call.",
            { Role: not GlmChatRole.Assistant, ToolCalls.Count: > 0 } => "Only an assistant message makes calls.",
            { Role: not GlmChatRole.User, Parts.Count: > 0 } => "Only a user message has parts.",
            { Content: not null, Parts.Count: > 0 } => "It has a content and parts: put the text into a part.",
            { Role: GlmChatRole.Assistant, Content: null, ToolCalls.Count: 0 } => "It has neither content nor calls.",
            { Role: not GlmChatRole.Assistant, Content: null, Parts.Count: 0 } => "It has no content.",
            _ => message.ToolCalls.Select((call, position) => Refusal(call, message.ToolCalls.Take(position))).FirstOrDefault(static refusal => refusal is not null),
        };
    }

    /// <summary>Why the service would refuse messages, with the place; <see langword="null"/> if it would not.</summary>
    public static string? Refusal(IReadOnlyList<GlmChatMessage> messages)
    {
        var transcript = new Transcript();
        for (var i = 0; i < messages.Count; i++)
        {
            if (transcript.Refusal(messages[i]) is { } refusal)
            {
                return $"messages[{i}]: {refusal}";
            }

            transcript.Apply(new MessageEntry(messages[i]));
        }

        return transcript._open is [var open, ..] ? $"It ends before the call '{open.Call.Id}' is answered." : null;
    }

    private string? Refusal(GlmToolCall call, IEnumerable<GlmToolCall> before) => call switch
    {
        { Id: "" } => "A call has no id.",
        { Name: "" } => $"The call '{call.Id}' has no name.",
        _ when _callIds.Contains(call.Id) || before.Any(other => other.Id == call.Id) => $"The call id '{call.Id}' is used twice.",
        _ when !ArgumentsText.IsObject(call.Arguments) => $"The arguments of the call '{call.Id}' are not a JSON object.",
        _ => null,
    };

    private void Append(MessageEntry entry)
    {
        // Encoded first: what cannot be encoded leaves no trace.
        _utf8.Add(entry.Message);
        _messages.Add(new(entry.Message));
        for (var i = 0; i < entry.Message.ToolCalls.Count; i++)
        {
            var call = entry.Message.ToolCalls[i];
            var open = Find(_early, call.Id);
            if (open is not null)
            {
                _early.Remove(open);
            }

            _callIds.Add(call.Id);
            open ??= new OpenCall(entry.Calls.Count > 0 ? entry.Calls[i] : new RecordedCall(call, tool: null));
            open.Answer ??= _ahead.Remove(call.Id, out var answer) ? answer : (ReadOnlyMemory<byte>?)null;
            _open.Add(open);
        }

        AnswerInOrder();
    }

    private void Start(RecordedCall recorded)
    {
        var open = Find(recorded.Call.Id);
        if (open is null)
        {
            _callIds.Add(recorded.Call.Id);
            _early.Add(open = new OpenCall(recorded));
        }

        open.IsStarted = true;
    }

    private void Finish(string callId, ReadOnlyMemory<byte> answer)
    {
        if (Find(callId) is { } open)
        {
            open.Answer ??= answer;
            AnswerInOrder();
        }
        else if (_callIds.Add(callId))
        {
            _ahead.Add(callId, answer);
        }
    }

    private OpenCall? Find(string callId) => Find(_open, callId) ?? Find(_early, callId);

    private static OpenCall? Find(List<OpenCall> calls, string callId)
    {
        foreach (var call in calls)
        {
            if (call.Call.Id == callId)
            {
                return call;
            }
        }

        return null;
    }

    private void AnswerInOrder()
    {
        while (_open.Count > 0 && _open[0].Answer is { } answer)
        {
            _utf8.Add(_open[0].Call.Id, answer.Span);
            _messages.Add(new(_open[0].Call.Id, answer));
            _open.RemoveAt(0);
        }
    }

    private void Replace(IReadOnlyList<GlmChatMessage> messages)
    {
        // A new buffer: the old one may still be on its way to the service.
        _utf8 = new();
        _messages.Clear();
        _open.Clear();
        _early.Clear();
        _ahead.Clear();
        _callIds.Clear();
        foreach (var message in messages)
        {
            Apply(new MessageEntry(message));
        }
    }

    /// <summary>The messages as the array that goes over the wire, with an answer for each call that has none.</summary>
    public string ToJson()
    {
        var open = _open.Select(static open => ChatMessageWriter.Encode(GlmChatMessage.Tool(open.Call.Id, open.AnswerForNow)));
        return $"[{string.Join(',', _utf8.Blocks().Concat(open).Select(static utf8 => Encoding.UTF8.GetString(utf8.Span)))}]";
    }
}
