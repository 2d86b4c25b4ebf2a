using System.Text.Json;

namespace GlmTools;

/// <summary>Reads completions and chunks, which share their envelope (protocol sheet 4.1, 5.2).</summary>
internal ref struct ChatResponseReader
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly ChunkEnvelope _before;
    private Utf8JsonReader _json;
    private GlmChatChoice? _choice;
    private List<GlmChatChoice>? _choices;
    private string? _id;
    private string? _requestId;
    private string? _model;
    private long _created;
    private bool _isError;
    private GlmUsage? _usage;
    private GlmChatDelta? _delta;
    private List<GlmWebSearchResult>? _webSearch;
    private List<GlmContentFilter>? _contentFilter;
    private UnknownMembers _unknown;
    private GlmFinishReason? _finishReason;

    private ChatResponseReader(ReadOnlySpan<byte> utf8, ChunkEnvelope? before = null)
    {
        _utf8 = utf8;
        _before = before ?? ChunkEnvelope.Empty;
        _json = new Utf8JsonReader(utf8);
    }

    /// <summary>Reads a whole answer; <see langword="null"/> for an object that holds none, such as an error.</summary>
    /// <exception cref="JsonException">It is no JSON object, or a message of it cannot be read.</exception>
    public static GlmChatCompletion? ReadCompletion(ReadOnlySpan<byte> utf8)
    {
        var response = new ChatResponseReader(utf8);
        response.ReadEnvelope();
        return response._isError || response._choice is null ? null : new()
        {
            Id = response._id,
            RequestId = response._requestId,
            Created = response._created,
            Model = response._model,
            Choices = response._choices ?? (IReadOnlyList<GlmChatChoice>)[response._choice],
            Usage = response._usage,
            WebSearch = response._webSearch!,
            ContentFilter = response._contentFilter!,
            AdditionalProperties = response._unknown.Found!,
        };
    }

    /// <summary>Reads an event of a stream; <see langword="null"/> for an object that holds none, such as an error.</summary>
    /// <param name="utf8">The data of the event.</param>
    /// <param name="before">That of the chunk before it, which has the same id and the same model as a rule, and then the same texts in memory.</param>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static GlmChatChunk? ReadChunk(ReadOnlySpan<byte> utf8, ChunkEnvelope? before = null)
    {
        var response = new ChatResponseReader(utf8, before);
        response.ReadEnvelope();
        return response._isError || response.IsEmpty ? null : new GlmChatChunk(response.Envelope(), response._delta.GetValueOrDefault());
    }

    // Nearly all chunks of an answer hold the same, and then they share it.
    private readonly ChunkEnvelope Envelope() => IsPlain && _before.IsPlain(_id, _requestId, _created, _model) ? _before : new()
    {
        Id = _id,
        RequestId = _requestId,
        Created = _created,
        Model = _model,
        FinishReason = _finishReason,
        Usage = _usage,
        WebSearch = _webSearch,
        ContentFilter = _contentFilter,
        AdditionalProperties = _unknown.Found,
    };

    private readonly bool IsPlain => _finishReason is null && _usage is null && _webSearch is null && _contentFilter is null && _unknown.Found is null;

    private readonly bool IsEmpty => _delta is null && _finishReason is null && _usage is null && _webSearch is null && _contentFilter is null;

    private void ReadEnvelope()
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer is not a JSON object.");
        }

        while (_json.NextMember())
        {
            if (_json.ValueTextEquals("id"u8))
            {
                _id = _json.ReadText(_utf8, _before.Id);
            }
            else if (_json.ValueTextEquals("created"u8))
            {
                _created = _json.ReadInteger();
            }
            else if (_json.ValueTextEquals("model"u8))
            {
                _model = _json.ReadText(_utf8, _before.Model);
            }
            else if (_json.ValueTextEquals("choices"u8))
            {
                ReadChoices();
            }
            else if (_json.ValueTextEquals("usage"u8))
            {
                _usage = UsageReader.Read(ref _json);
            }
            else if (_json.ValueTextEquals("request_id"u8))
            {
                _requestId = _json.ReadText(_utf8, _before.RequestId);
            }
            else
            {
                ReadOther();
            }
        }

        // Throws where something follows the object: two frames run into one.
        _json.Read();
    }

    private void ReadOther()
    {
        if (_json.ValueTextEquals("object"u8))
        {
            _json.SkipValue();
        }
        else if (_json.ValueTextEquals("error"u8))
        {
            _json.SkipValue();
            _isError |= _json.TokenType != JsonTokenType.Null;
        }
        else if (_json.ValueTextEquals("web_search"u8))
        {
            _webSearch = AnnotationReader.ReadWebSearch(ref _json, _utf8);
        }
        else if (_json.ValueTextEquals("content_filter"u8))
        {
            _contentFilter = AnnotationReader.ReadContentFilter(ref _json, _utf8);
        }
        else
        {
            _unknown.Add(ref _json);
        }
    }

    private void ReadChoices()
    {
        if (_json.Enter(JsonTokenType.StartArray))
        {
            while (_json.NextElement())
            {
                if (_json.IsOrSkip(JsonTokenType.StartObject))
                {
                    ReadChoice();
                }
            }
        }
    }

    private void ReadChoice()
    {
        var index = 0;
        GlmChatMessage? message = null;
        var unknown = default(UnknownMembers);
        while (_json.NextMember())
        {
            if (_json.ValueTextEquals("delta"u8))
            {
                _delta = ReadDelta();
            }
            else if (_json.ValueTextEquals("message"u8))
            {
                message = _json.Enter(JsonTokenType.StartObject) ? ChatMessageReader.Read(ref _json, _utf8, GlmChatRole.Assistant) : null;
            }
            else if (_json.ValueTextEquals("finish_reason"u8))
            {
                _finishReason = _json.ReadWord(_utf8) is { Length: > 0 } reason ? new(reason) : null;
            }
            else if (_json.ValueTextEquals("index"u8))
            {
                index = (int)_json.ReadInteger();
            }
            else
            {
                unknown.Add(ref _json);
            }
        }

        if (message is not null)
        {
            Add(new() { Index = index, Message = message, FinishReason = _finishReason, AdditionalProperties = unknown.Found! });
        }
        else
        {
            _unknown.AddAll(unknown);
        }
    }

    // There is one as a rule, and then no list is needed.
    private void Add(GlmChatChoice choice)
    {
        if (_choice is null)
        {
            _choice = choice;
        }
        else
        {
            (_choices ??= [_choice]).Add(choice);
        }
    }

    private GlmChatDelta? ReadDelta()
    {
        if (!_json.Enter(JsonTokenType.StartObject))
        {
            return null;
        }

        string? content = null, reasoning = null;
        GlmToolCallDeltas calls = [];
        GlmAudio? audio = null;
        var unknown = default(UnknownMembers);
        while (_json.NextMember())
        {
            if (_json.ValueTextEquals("content"u8))
            {
                content = _json.ReadText(_utf8);
            }
            else if (_json.ValueTextEquals("reasoning_content"u8))
            {
                reasoning = _json.ReadText(_utf8);
            }
            else if (_json.ValueTextEquals("tool_calls"u8))
            {
                calls = ChatMessageReader.ReadToolCallDeltas(ref _json, _utf8);
            }
            else if (_json.ValueTextEquals("role"u8))
            {
                _json.SkipValue();
            }
            else if (_json.ValueTextEquals("audio"u8))
            {
                audio = ChatMessageReader.ReadAudio(ref _json, _utf8);
            }
            else
            {
                unknown.Add(ref _json);
            }
        }

        return new GlmChatDelta { Content = content, ReasoningContent = reasoning, ToolCalls = calls, Audio = audio, AdditionalProperties = unknown.Found! };
    }
}
