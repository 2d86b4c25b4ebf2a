using System.Buffers.Text;

namespace GlmTools;

/// <summary>Reads <c>data:</c> URLs in base64.</summary>
internal static class DataUrl
{
    private const string Scheme = "data:";
    private const string Base64Mark = ";base64,";

    /// <summary>Reads one.</summary>
    /// <param name="url">The text.</param>
    /// <param name="mediaType">Its media type; empty where it does not say.</param>
    /// <param name="bytes">What it holds.</param>
    /// <returns>Whether it is one, and holds anything.</returns>
    public static bool TryRead(string url, out string mediaType, out byte[] bytes)
    {
        var mark = url.IndexOf(Base64Mark, StringComparison.OrdinalIgnoreCase);
        if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || mark < 0)
        {
            (mediaType, bytes) = ("", []);
            return false;
        }

        mediaType = url[Scheme.Length..mark];
        return TryDecode(url.AsSpan(mark + Base64Mark.Length), out bytes);
    }

    /// <summary>Decodes base64.</summary>
    /// <returns>Whether it is that, and holds anything.</returns>
    public static bool TryDecode(ReadOnlySpan<char> base64, out byte[] bytes)
    {
        bytes = Base64.IsValid(base64, out var length) ? new byte[length] : [];
        return bytes.Length > 0 && Convert.TryFromBase64Chars(base64, bytes, out _);
    }
}
