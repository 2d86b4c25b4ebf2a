using System.Globalization;
using System.Text;

namespace GlmTools;

/// <summary>
/// Shows what a person would not see: line breaks, marks that turn the direction of writing, characters without width. A value
/// that holds them could otherwise pass for the text around it.
/// </summary>
internal static class VisibleText
{
    // What Unicode takes for letters and marks, and draws as nothing (DerivedCoreProperties, Default_Ignorable_Code_Point).
    private static readonly (int First, int Last)[] Undrawn =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0000, 0xE0FFF),
    ];

    /// <summary>The text, with <c>\u202E</c> in place of such a character.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsVisible(rune))
            {
                visible.Append(rune);
            }
            else
            {
                visible.Append(CultureInfo.InvariantCulture, $"{(rune.IsBmp ? $"\\u{rune.Value:X4}" : $"\\U{rune.Value:X8}")}");
            }
        }

        return visible.ToString();
    }

    private static bool IsVisible(Rune rune)
        => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            && !Array.Exists(Undrawn, range => rune.Value >= range.First && rune.Value <= range.Last);
}
