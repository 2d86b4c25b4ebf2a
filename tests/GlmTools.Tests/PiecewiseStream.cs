namespace GlmTools.Tests;

/// <summary>A response body that arrives in given pieces, and then ends, breaks or stays silent.</summary>
internal sealed class PiecewiseStream(IEnumerable<ReadOnlyMemory<byte>> pieces, Func<CancellationToken, Task>? atEnd = null) : Stream
{
    private readonly Queue<ReadOnlyMemory<byte>> _pieces = new(pieces);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // As on a network: what comes next is never there yet.
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (!_pieces.TryDequeue(out var piece))
        {
            await (atEnd?.Invoke(cancellationToken) ?? Task.CompletedTask);
            return 0;
        }

        piece.CopyTo(buffer);
        return piece.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
