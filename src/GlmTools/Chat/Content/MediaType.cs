namespace GlmTools;

/// <summary>Tells images by how they begin.</summary>
internal static class MediaType
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    /// <summary>The media type of an image; <see langword="null"/> for what is none that is known.</summary>
    public static string? OfImage(ReadOnlySpan<byte> image)
        => image.StartsWith(Png) ? "image/png"
            : image.StartsWith(Jpeg) ? "image/jpeg"
            : image.StartsWith("GIF8"u8) ? "image/gif"
            : image.StartsWith("RIFF"u8) && image.Length >= 12 && image[8..].StartsWith("WEBP"u8) ? "image/webp"
            : null;
}
