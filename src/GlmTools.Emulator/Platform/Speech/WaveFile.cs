using System.Buffers.Binary;
using System.Text;

namespace GlmTools.Emulator.Platform;

/// <summary>A .wav file: one channel of 16-bit samples, and what is said in it as a comment.</summary>
/// <param name="Seconds">How long it is.</param>
/// <param name="Comment">The comment, if there is one.</param>
internal sealed record WaveFile(double Seconds, string? Comment)
{
    public const int SamplesPerSecond = 24000;

    private const int BytesPerSample = 2;

    public static byte[] Write(ReadOnlySpan<byte> samples, string comment)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        byte[] text = [.. Encoding.UTF8.GetBytes(comment), 0];
        byte[] info = [.. "INFO"u8, .. Chunk("ICMT"u8, text)];
        byte[] format = new byte[16];
        BinaryPrimitives.WriteInt16LittleEndian(format, 1);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(2), 1);
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(4), SamplesPerSecond);
        BinaryPrimitives.WriteInt32LittleEndian(format.AsSpan(8), SamplesPerSecond * BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(12), BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(format.AsSpan(14), 8 * BytesPerSample);
        return Chunk("RIFF"u8, [.. "WAVE"u8, .. Chunk("fmt "u8, format), .. Chunk("LIST"u8, info), .. Chunk("data"u8, samples)]);
    }

    /// <summary>Reads a file; <see langword="null"/> for what is none.</summary>
    public static WaveFile? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
        {
            return null;
        }

        var (bytesPerSecond, samples, comment) = (0, 0, (string?)null);
        for (var rest = file[12..]; TryTake(ref rest, out var type, out var data);)
        {
            if (type.SequenceEqual("fmt "u8) && data.Length >= 16)
            {
                bytesPerSecond = BinaryPrimitives.ReadInt32LittleEndian(data[8..]);
            }
            else if (type.SequenceEqual("data"u8))
            {
                samples = data.Length;
            }
            else if (type.SequenceEqual("LIST"u8) && data.StartsWith("INFO"u8))
            {
                var infos = data[4..];
                comment = TryTake(ref infos, out var name, out var text) && name.SequenceEqual("ICMT"u8) ? Encoding.UTF8.GetString(text.TrimEnd((byte)0)) : null;
            }
        }

        return bytesPerSecond > 0 ? new((double)samples / bytesPerSecond, comment) : null;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> data)
    {
        type = data = default;
        if (rest.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) is var length && length > rest.Length - 8)
        {
            return false;
        }

        type = rest[..4];
        data = rest.Slice(8, (int)length);
        // Chunks begin at even places.
        rest = rest[(int)Math.Min(rest.Length, 8 + length + (length % 2))..];
        return true;
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. type, .. length, .. data, .. (data.Length % 2 == 1 ? "\0"u8 : [])];
    }
}
