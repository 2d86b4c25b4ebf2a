using System.Buffers.Binary;
using System.IO.Compression;

namespace CsvAnalyst.Drawing;

/// <summary>Writes pictures as PNG: the signature, and three chunks with their length, name, content and checksum.</summary>
internal static class PngFile
{
    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(static i => Shift((uint)i))];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    public static void Write(string path, Canvas canvas)
    {
        using var file = File.Create(path);
        file.Write(Signature);
        WriteChunk(file, "IHDR"u8, Header(canvas));
        WriteChunk(file, "IDAT"u8, Content(canvas));
        WriteChunk(file, "IEND"u8, []);
    }

    private static byte[] Header(Canvas canvas)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), canvas.Height);
        header[8] = 8; // bits a channel
        header[9] = 2; // red, green and blue
        return header;
    }

    private static byte[] Content(Canvas canvas)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal))
        {
            for (var y = 0; y < canvas.Height; y++)
            {
                zlib.WriteByte(0); // The line is not filtered.
                foreach (var pixel in canvas.Pixels.AsSpan(y * canvas.Width, canvas.Width))
                {
                    zlib.Write([pixel.Red, pixel.Green, pixel.Blue]);
                }
            }
        }

        return output.ToArray();
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checksum(Checksum(uint.MaxValue, name), content));
        file.Write(number);
    }

    private static uint Checksum(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc = Crc[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint Shift(uint value)
    {
        for (var i = 0; i < 8; i++)
        {
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        }

        return value;
    }
}
