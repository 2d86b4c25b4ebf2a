using System.Buffers;

namespace GlmTools;

/// <summary>The bytes of an answer in a rented buffer, which goes back when they have been read.</summary>
internal sealed class RentedBytes : IDisposable
{
    private const int FirstLength = 4096;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstLength);
    private int _length;

    private RentedBytes()
    {
    }

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Reads a stream to its end.</summary>
    public static async ValueTask<RentedBytes> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new RentedBytes();
        while (await stream.ReadAsync(bytes.Room(), cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            bytes._length += read;
        }

        return bytes;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, []) is { Length: > 0 } buffer)
        {
            _length = 0;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Memory<byte> Room()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_length * 2);
            Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }
}
