namespace GlmTools.Benchmarks.Streams;

/// <summary>Bytes in memory that arrive as from a network: at most 4 KiB at a time.</summary>
/// <param name="bytes">The bytes.</param>
internal sealed class PiecewiseStream(byte[] bytes) : Stream
{
    private const int PieceLength = 4096;

    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Begins again.</summary>
    public void Rewind() => _position = 0;

    public override int Read(Span<byte> buffer)
    {
        var piece = bytes.AsSpan(_position, Math.Min(Math.Min(buffer.Length, PieceLength), bytes.Length - _position));
        piece.CopyTo(buffer);
        _position += piece.Length;
        return piece.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
