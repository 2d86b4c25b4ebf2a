using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>Cuts what came to a length that fits into a message, always between two characters as people count them.</summary>
internal static class Excerpt
{
    private const int MaxLength = 60;

    /// <summary>No excerpt needs more bytes than this to be read.</summary>
    private const int MaxBytes = 16 * MaxLength;

    /// <summary>The beginning of a text.</summary>
    public static string Of(string text, int maxLength = MaxLength)
        => text.Length <= maxLength ? text : string.Concat(text.AsSpan(0, CutAt(text, maxLength)), "…");

    /// <summary>The beginning of a text that may be no text at all.</summary>
    public static string OfUtf8(ReadOnlySpan<byte> utf8)
        => Of(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, MaxBytes)]));

    /// <summary>The end of a text.</summary>
    public static string OfEnd(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        // Some more than needed, because the first of its characters may be half of one.
        var window = text[^Math.Min(text.Length, 2 * MaxLength)..];
        var starts = StringInfo.ParseCombiningCharacters(window);
        var start = Array.Find(starts, at => at >= window.Length - MaxLength);
        return string.Concat("…", window.AsSpan(start));
    }

    /// <summary>The same in quotes, on one line.</summary>
    public static string Quoted(string text)
    {
        var cut = Of(text);
        var isPlain = !cut.Any(static c => char.IsControl(c) || c is '"' or '\\');
        return isPlain ? $"\"{cut}\"" : $"\"{JsonEncodedText.Encode(cut, RawTextEncoder.Instance)}\"";
    }

    private static int CutAt(string text, int maxLength)
    {
        var end = 0;
        for (var next = 0; next <= maxLength; next += StringInfo.GetNextTextElementLength(text.AsSpan(next)))
        {
            end = next;
        }

        return end;
    }
}
