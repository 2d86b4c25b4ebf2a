using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace GlmTools;

/// <summary>
/// Reads the chunks of one stream. As a rule a chunk repeats every byte of the one before but the text it adds; then the parser, which is
/// most of what a chunk costs, need not be asked again.
/// </summary>
internal sealed class ChunkReader
{
    /// <summary>How often in a row a chunk may be unlike the one before, until the stream counts as one in which they are.</summary>
    private const int MaxMisses = 8;

    // What a JSON text may not hold, or holds in another form than it is read.
    private static readonly SearchValues<byte> Reserved = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static value => (byte)value), (byte)'"', (byte)'\\']);

    private GlmChatChunk? _before;
    private byte[] _head = [];
    private byte[] _tail = [];
    private bool _isReasoning;
    private int _misses;

    /// <summary>Whether the last chunk was read without the parser.</summary>
    public bool HasRepeated { get; private set; }

    /// <summary>Reads the data of the next event; <see langword="null"/> for an object that holds no chunk, such as an error.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public GlmChatChunk? Read(ReadOnlySpan<byte> data)
    {
        HasRepeated = false;
        var isAlike = _head.Length > 0 && data.Length >= _head.Length + _tail.Length && data.StartsWith(_head) && data.EndsWith(_tail);
        if (isAlike && data[_head.Length..^_tail.Length] is var text && !text.ContainsAny(Reserved) && Utf8.IsValid(text))
        {
            HasRepeated = true;
            _misses = 0;
            return _before! with { Delta = Delta(Encoding.UTF8.GetString(text)) };
        }

        var chunk = ChatResponseReader.ReadChunk(data, _before);
        if (chunk is not null && !isAlike)
        {
            _before = chunk;
            Learn(data, chunk);
        }

        return chunk;
    }

    private GlmChatDelta Delta(string text) => _isReasoning ? new() { ReasoningContent = text } : new() { Content = text };

    /// <summary>Keeps what stands around the text, where nothing but the text depends on what stands there.</summary>
    private void Learn(ReadOnlySpan<byte> data, GlmChatChunk chunk)
    {
        _head = [];
        _isReasoning = chunk.Delta.ReasoningContent is not null;
        if (_misses++ >= MaxMisses || (chunk.Delta.ReasoningContent ?? chunk.Delta.Content) is not { } text)
        {
            return;
        }

        var name = _isReasoning ? "\"reasoning_content\":\""u8 : "\"content\":\""u8;
        var utf8 = Encoding.UTF8.GetBytes(text);
        var start = data.IndexOf(name) + name.Length;
        var end = start + utf8.Length;
        if (start < name.Length || !data[start..].StartsWith(utf8) || data[end] != '"')
        {
            return;
        }

        // Another text in its place tells whether this is the place, and the only one.
        if (ChatResponseReader.ReadChunk([.. data[..start], .. "*"u8, .. data[end..]], chunk) == chunk with { Delta = Delta("*") })
        {
            (_head, _tail) = (data[..start].ToArray(), data[end..].ToArray());
        }
    }
}
