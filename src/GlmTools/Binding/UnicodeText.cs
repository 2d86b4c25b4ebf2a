using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace GlmTools.Binding;

/// <summary>
/// Finds what JSON allows and Unicode does not: bytes that are no UTF-8, and half a surrogate pair in an escape. A reader
/// throws on such a text only where it is read as one, which is too late to tell the model about it.
/// </summary>
internal static class UnicodeText
{
    /// <summary>Makes sure that a text can be read as one.</summary>
    /// <exception cref="JsonException">It holds half a surrogate pair or bytes that are no UTF-8.</exception>
    public static void ThrowIfFaulty(ReadOnlySpan<byte> json)
    {
        if (IndexOfFault(json) is >= 0 and var fault)
        {
            var line = json[..fault];
            throw new JsonException("The text is not valid Unicode.", null, line.Count((byte)'\n'), fault - (line.LastIndexOf((byte)'\n') + 1));
        }
    }

    /// <summary>Where the fault begins, or -1.</summary>
    public static int IndexOfFault(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return IndexOfNoUtf8(json);
        }

        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length; at = Next(json, at))
        {
            var unit = Escaped(json, at);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(Escaped(json, at + 6)))
            {
                at += 6;
            }
            else if (char.IsSurrogate(unit))
            {
                return at;
            }

            at += 2;
        }

        return -1;
    }

    private static int Next(ReadOnlySpan<byte> json, int from)
    {
        var next = from < json.Length ? json[from..].IndexOf((byte)'\\') : -1;
        return next < 0 ? -1 : from + next;
    }

    // The UTF-16 code unit of \uXXXX, or 0 where none is escaped.
    private static char Escaped(ReadOnlySpan<byte> json, int at)
        => at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';

    private static int IndexOfNoUtf8(ReadOnlySpan<byte> json)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(json[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
