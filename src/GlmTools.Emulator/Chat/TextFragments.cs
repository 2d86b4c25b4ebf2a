using System.Globalization;

namespace GlmTools.Emulator.Chat;

/// <summary>Cuts text as a stream does, in pieces of a few text elements: never inside a character.</summary>
internal static class TextFragments
{
    private const int ElementsPerFragment = 4;

    public static IEnumerable<string> Of(string? text)
    {
        for (var start = 0; start < text?.Length;)
        {
            var length = 0;
            for (var element = 0; element < ElementsPerFragment && start + length < text.Length; element++)
            {
                length += StringInfo.GetNextTextElementLength(text, start + length);
            }

            yield return text.Substring(start, length);
            start += length;
        }
    }
}
