using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GlmTools;

/// <summary>
/// Reads the chunks of one stream. As a rule a chunk repeats every byte of the one before but the text it adds; then only that text has to be read, and
/// not the object around it, which is most of what a chunk costs.
/// </summary>
internal sealed class ChunkReader
{
    /// <summary>How often in a row a chunk may be unlike the one before, until the stream counts as one in which they are.</summary>
    private const int MaxMisses = 8;

    // What a JSON text may not hold, or holds in another form than it is read.
    private static readonly SearchValues<byte> Reserved = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static value => (byte)value), (byte)'"', (byte)'\\']);

    private readonly RecentTexts _recent = new();
    private GlmChatChunk _before;
    private ChunkText _changing;

    // The data of that chunk with one byte in place of the text; no place where nothing was learned.
    private byte[] _frame = new byte[512];
    private int _length = 1;
    private int _place;
    private int _misses;

    /// <summary>Whether of the last chunk nothing but its text was read.</summary>
    public bool HasRepeated { get; private set; }

    /// <summary>Reads the data of the next event.</summary>
    /// <param name="data">The data.</param>
    /// <param name="chunk">Becomes the chunk in it.</param>
    /// <returns>Whether there is one; not in an object that holds something else, such as an error.</returns>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public bool TryRead(ReadOnlySpan<byte> data, ref GlmChatChunk chunk)
    {
        // Both begin and end with a quote of the text, which may not be the same one.
        var tail = _frame.AsSpan((_place + 1).._length);
        var isAlike = _place > 0 && data.Length >= _place + tail.Length && data.StartsWith(_frame.AsSpan(0, _place)) && data.EndsWith(tail);
        var text = isAlike ? ReadText(data[(_place - 1)..^(tail.Length - 1)]) : null;
        HasRepeated = text is not null;
        if (text is not null)
        {
            _misses = 0;
            chunk = With(text);
            return true;
        }

        if (ChatResponseReader.ReadChunk(data, _before.Envelope) is not { } read)
        {
            return false;
        }

        chunk = read;
        if (!isAlike)
        {
            _before = read;
            Learn(data);
        }

        return true;
    }

    /// <summary>Reads a text between its quotes; <see langword="null"/> where it is more, or less, than one.</summary>
    private string? ReadText(ReadOnlySpan<byte> quoted)
    {
        var json = quoted[1..^1];
        if (_recent.Find(json) is { } known)
        {
            return known;
        }

        // What is not UTF-8 becomes the replacement character, as it does in the parser's hands.
        var text = json.ContainsAny(Reserved) ? ReadEscaped(quoted) : Encoding.UTF8.GetString(json);
        return text is null ? null : _recent.Keep(json, text);
    }

    private static string? ReadEscaped(ReadOnlySpan<byte> quoted)
    {
        try
        {
            var json = new Utf8JsonReader(quoted);
            return json.Read() && json.BytesConsumed == quoted.Length ? json.Text(quoted) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The chunk before with another text.</summary>
    private GlmChatChunk With(string text)
    {
        var delta = _before.Delta;
        return new(_before.Envelope, _changing switch
        {
            ChunkText.Reasoning => delta with { ReasoningContent = text },
            ChunkText.Arguments => delta with { ToolCalls = delta.ToolCalls.WithArguments(text) },
            _ => delta with { Content = text },
        });
    }

    /// <summary>Keeps what stands around the text, where nothing but the text depends on what stands there.</summary>
    private void Learn(ReadOnlySpan<byte> data)
    {
        _place = 0;
        if (_misses++ >= MaxMisses || TextOf(_before.Delta, out _changing, out var name) is not { } text)
        {
            return;
        }

        var start = data.IndexOf(name) + name.Length;
        if (start < name.Length)
        {
            return;
        }

        // Another text in its place tells whether this is the place, and the only one.
        var other = text == "*" ? "+" : "*";
        var rest = data[(start + LengthOfText(data[start..]))..];
        _length = start + 1 + rest.Length;
        _frame = _frame.Length >= _length ? _frame : new byte[_length];
        data[..start].CopyTo(_frame);
        _frame[start] = (byte)other[0];
        rest.CopyTo(_frame.AsSpan(start + 1));
        _place = ChatResponseReader.ReadChunk(_frame.AsSpan(0, _length), _before.Envelope) == With(other) ? start : 0;
    }

    /// <summary>The text of a chunk that the next one will most likely have another of; <see langword="null"/> for none.</summary>
    private static string? TextOf(in GlmChatDelta delta, out ChunkText changing, out ReadOnlySpan<byte> name)
    {
        if (delta.ToolCalls is { Count: 1 } calls && calls[0].Arguments is { } arguments)
        {
            changing = ChunkText.Arguments;
            name = "\"arguments\":\""u8;
            return arguments;
        }

        if (delta.ReasoningContent is { } reasoning)
        {
            changing = ChunkText.Reasoning;
            name = "\"reasoning_content\":\""u8;
            return reasoning;
        }

        changing = ChunkText.Content;
        name = "\"content\":\""u8;
        return delta.Content;
    }

    /// <summary>How long a text is, up to its quote. It has one, because the parser found one.</summary>
    private static int LengthOfText(ReadOnlySpan<byte> utf8)
    {
        var length = utf8.IndexOfAny((byte)'"', (byte)'\\');
        while (utf8[length] == '\\')
        {
            length += 2;
            length += utf8[length..].IndexOfAny((byte)'"', (byte)'\\');
        }

        return length;
    }

    /// <summary>Which text of a chunk differs from that of the chunk before.</summary>
    private enum ChunkText
    {
        Content,
        Reasoning,
        Arguments,
    }
}
