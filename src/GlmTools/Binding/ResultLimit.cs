using System.Globalization;
using System.Text;

namespace GlmTools.Binding;

/// <summary>Cuts a result that is too long for the model: its head and tail stay, and a note says what is gone.</summary>
internal static class ResultLimit
{
    public static ReadOnlySpan<byte> Apply(ReadOnlySpan<byte> utf8, int maxLength)
    {
        // No character is shorter than a byte, so most results need no counting.
        if (utf8.Length <= maxLength)
        {
            return utf8;
        }

        var text = Encoding.UTF8.GetString(utf8);
        if (text.Length <= maxLength)
        {
            return utf8;
        }

        var head = Boundary(text, (maxLength + 1) / 2);
        var tail = Boundary(text, text.Length - (maxLength / 2));
        var note = string.Create(CultureInfo.InvariantCulture, $"\n[... {tail - head} of {text.Length} characters left out ...]\n");
        return Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, head), note, text.AsSpan(tail)));
    }

    // Between two characters, never within a surrogate pair.
    private static int Boundary(string text, int at)
        => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
