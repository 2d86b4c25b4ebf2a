using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>Judges texts by the rules of JSON alone.</summary>
internal static class ArgumentSyntax
{
    /// <summary>How deep objects and arrays may be nested: what <see cref="Utf8JsonReader"/> allows unless told otherwise.</summary>
    private const int MaxDepth = 64;

    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>Whether a text is one complete object or array, and nothing else.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> utf8, JsonTokenType start)
    {
        var json = new Utf8JsonReader(utf8);
        try
        {
            if (!json.Read() || json.TokenType != start)
            {
                return false;
            }

            json.Skip();
            return !json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Why a text is not what was wanted, for the model.</summary>
    /// <param name="utf8">The text as it came.</param>
    /// <param name="rest">What is left of it after normalising.</param>
    /// <param name="syntax">Where it stops being JSON.</param>
    public static GlmToolProblem Explain(ReadOnlySpan<byte> utf8, string rest, JsonException syntax)
    {
        var (cutOff, tooDeep) = Scan(Encoding.UTF8.GetBytes(rest));
        if (tooDeep)
        {
            return new("", "maxDepth", string.Create(CultureInfo.InvariantCulture, $"at most {MaxDepth} levels of nesting"), "more");
        }

        return new("", "syntax", "one complete JSON object in valid Unicode", cutOff ? $"text that is cut off behind: {Excerpt.OfEnd(rest)}" : $"text that is not{Place(utf8, syntax)}");
    }

    // A reader that waits for more tells the end of the text from a mistake in it.
    private static (bool CutOff, bool TooDeep) Scan(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(AnyDepth));
        try
        {
            while (json.Read())
            {
                if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && json.CurrentDepth >= MaxDepth)
                {
                    return (false, true);
                }
            }
        }
        catch (JsonException)
        {
            return (false, false);
        }

        return (json.CurrentDepth > 0 || json.BytesConsumed < utf8.Length, false);
    }

    private static string Place(ReadOnlySpan<byte> utf8, JsonException syntax)
    {
        if (syntax is not { LineNumber: long line, BytePositionInLine: long position })
        {
            return $": {Excerpt.OfUtf8(utf8)}";
        }

        var offset = 0;
        for (var i = 0; i < line; i++)
        {
            offset += utf8[offset..].IndexOf((byte)'\n') + 1;
        }

        var at = Math.Min(offset + (int)position, utf8.Length);
        return string.Create(CultureInfo.InvariantCulture, $" (line {line + 1}, byte {position + 1}): {Excerpt.OfUtf8(utf8[at..])}");
    }
}
