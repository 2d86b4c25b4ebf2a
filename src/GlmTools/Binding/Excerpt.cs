using System.Text.Encodings.Web;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>Cuts what came to a length that fits into a message.</summary>
internal static class Excerpt
{
    private const int MaxLength = 60;

    public static string Of(string text)
        => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, CutAt(text)), "…");

    /// <summary>The same in quotes, on one line.</summary>
    public static string Quoted(string text)
    {
        var cut = Of(text);
        var isPlain = !cut.Any(static c => char.IsControl(c) || c is '"' or '\\');
        return isPlain ? $"\"{cut}\"" : $"\"{JsonEncodedText.Encode(cut, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
    }

    // Never between the halves of a surrogate pair: the message has to stay valid UTF-8.
    private static int CutAt(string text) => char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
}
