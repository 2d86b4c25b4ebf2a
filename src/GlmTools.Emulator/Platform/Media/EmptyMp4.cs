using System.Buffers.Binary;

namespace GlmTools.Emulator.Platform;

/// <summary>A video file of a given length without a picture in it: players open it and show nothing.</summary>
internal static class EmptyMp4
{
    public static Medium Of(int seconds) => new("video/mp4", () => Encode(seconds));

    private static byte[] Encode(int seconds)
    {
        // Version and flags, two times, 1000 ticks a second, the length; speed and volume of 1; a unit matrix; the next track is the first.
        var movie = new byte[100];
        BinaryPrimitives.WriteInt32BigEndian(movie.AsSpan(12), 1000);
        BinaryPrimitives.WriteInt32BigEndian(movie.AsSpan(16), seconds * 1000);
        BinaryPrimitives.WriteInt32BigEndian(movie.AsSpan(20), 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(movie.AsSpan(24), 0x0100);
        BinaryPrimitives.WriteInt32BigEndian(movie.AsSpan(36), 0x00010000);
        BinaryPrimitives.WriteInt32BigEndian(movie.AsSpan(52), 0x00010000);
        BinaryPrimitives.WriteInt32BigEndian(movie.AsSpan(68), 0x40000000);
        BinaryPrimitives.WriteInt32BigEndian(movie.AsSpan(96), 1);
        return [.. Box("ftyp"u8, [.. "isom"u8, 0, 0, 2, 0, .. "isomiso2mp41"u8]), .. Box("moov"u8, Box("mvhd"u8, movie))];
    }

    private static byte[] Box(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, 8 + content.Length);
        return [.. length, .. type, .. content];
    }
}
