using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GlmTools;

/// <summary>Turns the frames of one streamed answer into events (protocol sheet 9.2).</summary>
/// <param name="refuse">Makes the exception for an error inside the answer.</param>
internal sealed class QingYanEventReader(Func<ErrorBody?, GlmApiException> refuse)
{
    private readonly Dictionary<int, CumulativeContent> _contents = [];
    private string? _conversationId;
    private string? _messageId;
    private string? _status;
    private string? _sources;
    private bool _hasIntervened;

    /// <summary>What a frame brings that is new.</summary>
    /// <exception cref="GlmException">The frame tells of a failure, or cannot be read.</exception>
    public IEnumerable<QingYanEvent> Read(EventFrame frame)
    {
        if (frame.IsBareJson)
        {
            throw refuse(ErrorBody.Parse(Encoding.UTF8.GetBytes(frame.Data)));
        }

        return string.IsNullOrWhiteSpace(frame.Data) || frame.Data.StartsWith("[DONE]", StringComparison.Ordinal) ? [] : Read(Parse(frame.Data));
    }

    /// <summary>The last event.</summary>
    public QingYanEnded End() => new(_status) { ConversationId = _conversationId };

    private static JsonElement Parse(string data)
    {
        try
        {
            return JsonElement.Parse(data);
        }
        catch (JsonException malformed)
        {
            throw new GlmStreamException("The stream lost a part: a frame is not valid JSON.", malformed);
        }
    }

    private IEnumerable<QingYanEvent> Read(JsonElement frame)
    {
        // What answers a whole request may come as a frame as well: a number for a status, and a text for a message.
        if (frame.Find("message") is { ValueKind: JsonValueKind.String } && frame.Find("status") is { ValueKind: JsonValueKind.Number })
        {
            throw refuse(ErrorBody.Parse(JsonMarshal.GetRawUtf8Value(frame)));
        }

        _conversationId = frame.FindText("conversation_id") is { Length: > 0 } id ? id : _conversationId;
        _status = frame.FindText("status") ?? _status;
        var message = frame.Find("message") ?? default;
        foreach (var happened in ReadContents(message, frame).Concat(ReadSources(message)).Concat(ReadError(frame)))
        {
            yield return happened with { ConversationId = _conversationId };
        }
    }

    private IEnumerable<QingYanEvent> ReadContents(JsonElement message, JsonElement frame)
    {
        if (message.FindText("id") is { } id && id != _messageId)
        {
            _messageId = id;
            _contents.Clear();
        }

        foreach (var (index, content) in message.Find("content").Items().Index())
        {
            if (QingYanContentReader.Read(content, frame) is { } whole && ContentsAt(index).Add(whole, content.GetRawText()) is { } fresh)
            {
                yield return fresh;
            }
        }
    }

    private CumulativeContent ContentsAt(int index)
        => _contents.TryGetValue(index, out var contents) ? contents : _contents[index] = new();

    private IEnumerable<QingYanEvent> ReadSources(JsonElement message)
    {
        if (message.Find("meta_data")?.Find("metadata_list") is { } list && !list.IsEmpty() && list.GetRawText() != _sources)
        {
            _sources = list.GetRawText();
            yield return new QingYanCitations([.. ((JsonElement?)list).Items().Select(static source => new QingYanSource(source.FindText("title"), source.FindText("url")))]);
        }
    }

    private IEnumerable<QingYanEvent> ReadError(JsonElement frame)
    {
        var error = frame.Find("last_error") ?? default;
        var isIntervention = error.Find("intervene_text") is not null || Is("intervene");
        if (isIntervention && !_hasIntervened)
        {
            _hasIntervened = true;
            yield return new QingYanIntervened(error.FindText("intervene_text") ?? "");
        }

        if (!isIntervention && (!error.IsEmpty() || Is("error")))
        {
            throw refuse(new(error.FindText("code"), error.FindText("message") ?? (error.IsEmpty() ? "the assistant failed without saying why" : error.GetRawText()), null));
        }
    }

    private bool Is(string status) => string.Equals(_status, status, StringComparison.OrdinalIgnoreCase);
}
