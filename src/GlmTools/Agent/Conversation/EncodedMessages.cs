namespace GlmTools;

/// <summary>
/// Messages as they go over the wire, in blocks: a request may hold what was handed out, because nothing is ever written where something
/// was, and a transcript that grows copies nothing of what it has.
/// </summary>
internal sealed class EncodedMessages
{
    private const int LeastLength = 512;
    private const int MostLength = 1 << 16;

    private readonly List<ReadOnlyMemory<byte>> _full = [];
    private Memory<byte> _block;
    private int _used;
    private int _total;

    /// <summary>The blocks so far; in each, messages behind one another with commas between them.</summary>
    /// <param name="first">A message to go before them; empty for none.</param>
    public ReadOnlyMemory<byte>[] Blocks(ReadOnlyMemory<byte> first = default)
        => first.IsEmpty ? [.. _full, _block[.._used]] : [first, .. _full, _block[.._used]];

    /// <summary>Whether one of them has parts.</summary>
    public bool HaveParts { get; private set; }

    /// <summary>Adds a message. One that cannot be encoded leaves no trace.</summary>
    public void Add(GlmChatMessage message)
    {
        using var body = JsonBody.Start();
        ChatMessageWriter.Write(body.Json, message);
        body.Json.Flush();
        Add(body.Utf8.Span);
        HaveParts |= message.Parts.Count > 0;
    }

    /// <summary>Adds the answer to a call.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="answer">The content of the message: text in UTF-8.</param>
    public void Add(string callId, ReadOnlySpan<byte> answer)
    {
        using var body = JsonBody.Start();
        ChatMessageWriter.WriteAnswer(body.Json, callId, answer);
        body.Json.Flush();
        Add(body.Utf8.Span);
    }

    private void Add(ReadOnlySpan<byte> utf8)
    {
        if (_used + 1 + utf8.Length > _block.Length)
        {
            Begin(utf8.Length);
        }
        else
        {
            _block.Span[_used++] = (byte)',';
        }

        utf8.CopyTo(_block.Span[_used..]);
        _used += utf8.Length;
        _total += utf8.Length;
    }

    private void Begin(int length)
    {
        if (_used > 0)
        {
            _full.Add(_block[.._used]);
        }

        // Half of what there is already: few blocks, and little of them empty.
        _block = new byte[Math.Max(length, Math.Clamp(_total / 2, LeastLength, MostLength))];
        _used = 0;
    }
}
