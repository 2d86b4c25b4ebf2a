using System.Buffers.Binary;

namespace GlmTools.Emulator.Validation;

/// <summary>An image inside a request: JPEG or PNG, up to 5 MB and 6000 x 6000 pixels (protocol sheet 3.2).</summary>
internal static class ImageFile
{
    private const int MostBytes = 5 * 1024 * 1024;
    private const int MostPixels = 6000;

    /// <summary>What is wrong with it, or <see langword="null"/>. A <c>data:</c> prefix is tolerated, because newer models are documented with it.</summary>
    public static string? Problem(string text)
    {
        if ((Base64Text.DataUrl(text) ?? Base64Text.Decode(text)) is not { Length: > 0 } bytes)
        {
            return "must be an http or https URL, or base64";
        }

        if (bytes.Length > MostBytes)
        {
            return $"is an image of {bytes.Length} bytes; {MostBytes} are allowed";
        }

        return Size(bytes) is not var (width, height) ? "must be a JPEG or PNG image"
            : width > MostPixels || height > MostPixels ? $"is an image of {width} x {height} pixels; {MostPixels} x {MostPixels} are allowed"
            : null;
    }

    private static (int Width, int Height)? Size(ReadOnlySpan<byte> image)
        => image.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? PngSize(image)
            : image.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegSize(image)
            : null;

    private static (int Width, int Height)? PngSize(ReadOnlySpan<byte> png)
        => png.Length >= 24 ? (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..])) : null;

    /// <summary>Goes from segment to segment until the frame header, which has the size.</summary>
    private static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 9 <= jpeg.Length && jpeg[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]))
        {
            // C4, C8 and CC lie among the frame headers, but are tables.
            if (jpeg[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]));
            }
        }

        return null;
    }
}
