using System.Buffers.Binary;

namespace GlmTools.Tests.Chat.Content;

/// <summary>The beginning of a PNG file: as much as anybody looks at.</summary>
internal static class SampleImage
{
    public static readonly byte[] Png = OfSize(2, 1);

    public static readonly string Base64 = Convert.ToBase64String(Png);

    public static byte[] OfSize(int width, int height)
    {
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, .. new byte[8], 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
