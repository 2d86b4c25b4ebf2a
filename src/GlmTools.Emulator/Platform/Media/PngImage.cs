using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace GlmTools.Emulator.Platform;

/// <summary>A picture in the colours of a prompt: the same words give the same picture.</summary>
internal static class PngImage
{
    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(static n => Enumerable.Range(0, 8).Aggregate((uint)n, static (c, _) => (c & 1) == 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1))];

    public static Medium Of(string prompt, int width, int height) => new("image/png", () => Encode(SHA256.HashData(Encoding.UTF8.GetBytes(prompt)), width, height));

    private static byte[] Encode(byte[] seed, int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

        // 8 bits a channel, true colour, no interlacing.
        Span<byte> header = [0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "IDAT"u8, Pixels(seed, width, height));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>A gradient from one colour to another, from corner to corner.</summary>
    private static byte[] Pixels(byte[] seed, int width, int height)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + (width * 3)];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    for (var channel = 0; channel < 3; channel++)
                    {
                        var (from, to) = (seed[channel], seed[channel + 3]);
                        row[1 + (x * 3) + channel] = (byte)(from + ((to - from) * (x + y) / (width + height)));
                    }
                }

                zlib.Write(row);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Add(Add(uint.MaxValue, type), data));
        png.Write(number);
    }

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc = Crc[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return crc;
    }
}
