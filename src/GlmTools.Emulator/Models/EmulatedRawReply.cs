namespace GlmTools.Emulator;

/// <summary>A reply of bytes that go out as they are: spliced frames, HTML, half characters.</summary>
public sealed record EmulatedRawReply : EmulatedReply
{
    /// <summary>The HTTP status.</summary>
    /// <value>200.</value>
    public int Status { get; init; } = 200;

    /// <summary>The content type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The body in pieces, each written and flushed by itself.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Writes { get; init; }
}
