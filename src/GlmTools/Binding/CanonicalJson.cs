using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>
/// Gives JSON one form for each value, so that equal arguments have equal bytes: keys in ordinal order, no white space,
/// only the escapes JSON demands, and numbers by their value, however long.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>The canonical form. What is no JSON text, or is nested more than 64 levels deep, is its own.</summary>
    /// <param name="utf8">The text. Of keys that are there twice, the last one counts.</param>
    public static byte[] Of(ReadOnlySpan<byte> utf8)
    {
        if (UnicodeText.IndexOfFault(utf8) >= 0)
        {
            return utf8.ToArray();
        }

        var output = new ArrayBufferWriter<byte>(utf8.Length + 1);
        using var json = new Utf8JsonWriter(output, ToolJson.Compact);
        try
        {
            Write(json, JsonElement.Parse(utf8));
        }
        catch (JsonException)
        {
            return utf8.ToArray();
        }

        json.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>
    /// Whether a text is its own canonical form, as what models write mostly is. Found out without writing it anew; where that takes more than a look, the
    /// answer is no.
    /// </summary>
    /// <param name="utf8">The text.</param>
    public static bool IsOf(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        Span<Range> names = stackalloc Range[json.CurrentState.Options.MaxDepth + 1];
        var end = 0;
        try
        {
            while (json.Read())
            {
                var start = (int)json.TokenStartIndex;
                if (json.ValueIsEscaped || utf8[end..start].ContainsAny(" \t\r\n"u8) || !IsCanonical(ref json, utf8, names))
                {
                    return false;
                }

                end = start + json.ValueSpan.Length + (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0);
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return end == utf8.Length && UnicodeText.IndexOfFault(utf8) < 0;
    }

    private static bool IsCanonical(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, scoped Span<Range> names)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                names[json.CurrentDepth + 1] = default;
                return true;
            case JsonTokenType.PropertyName:
                // Other characters have another order as UTF-8 than as text.
                var isNext = Ascii.IsValid(json.ValueSpan) && (names[json.CurrentDepth].Equals(default) || utf8[names[json.CurrentDepth]].SequenceCompareTo(json.ValueSpan) < 0);
                var start = (int)json.TokenStartIndex + 1;
                names[json.CurrentDepth] = start..(start + json.ValueSpan.Length);
                return isNext;
            case JsonTokenType.Number:
                var digits = json.ValueSpan.TrimStart((byte)'-');
                return !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (digits[^1] != '0' || json.ValueSpan.Length == 1);
            case JsonTokenType.String:
                return RawTextEncoder.Instance.FindFirstCharacterToEncodeUtf8(json.ValueSpan) < 0;
            default:
                return true;
        }
    }

    private static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(json, value);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.Number:
                json.WriteRawValue(Number(Encoding.ASCII.GetString(JsonMarshal.GetRawUtf8Value(value))), skipInputValidation: true);
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, JsonElement value)
    {
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        json.WriteStartObject();
        foreach (var (name, member) in members)
        {
            json.WritePropertyName(name);
            Write(json, member);
        }

        json.WriteEndObject();
    }

    /// <summary>
    /// Digits without zeros at either end, and a power of ten. It works on the text, because no type of number holds both
    /// a large and a precise one, and an exponent may itself be of any length.
    /// </summary>
    private static string Number(string text)
    {
        var e = text.IndexOfAny(['e', 'E']);
        var exponent = e < 0 ? 0 : BigInteger.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = (e < 0 ? text : text[..e]).TrimStart('-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return "0";
        }

        exponent += digits.Length - significant.Length - decimals;
        var sign = text[0] == '-' ? "-" : "";
        return exponent.IsZero ? sign + significant : string.Create(CultureInfo.InvariantCulture, $"{sign}{significant}e{exponent}");
    }
}
