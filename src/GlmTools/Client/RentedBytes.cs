using System.Buffers;

namespace GlmTools;

/// <summary>The bytes of an answer in a rented buffer, which goes back when they have been read. To be disposed of once.</summary>
internal readonly struct RentedBytes : IDisposable
{
    private const int FirstLength = 4096;

    private readonly byte[] _buffer;
    private readonly int _length;

    private RentedBytes(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Reads a stream to its end.</summary>
    public static async ValueTask<RentedBytes> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstLength);
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            length += read;
            buffer = length < buffer.Length ? buffer : Larger(buffer);
        }

        return new(buffer, length);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
