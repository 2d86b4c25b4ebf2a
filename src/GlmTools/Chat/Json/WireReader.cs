using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GlmTools;

/// <summary>
/// Reads what a service sends in the many forms it sends it: a value of an unexpected kind is read for what it holds or
/// passed over, never a reason to fail (protocol sheet 4).
/// </summary>
internal static partial class WireReader
{
    /// <summary>Goes to the next member of the object the reader is in, onto its name.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool NextMember(this ref Utf8JsonReader json)
        => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes to the next element of the array the reader is in.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool NextElement(this ref Utf8JsonReader json)
        => json.Read() && json.TokenType != JsonTokenType.EndArray;

    /// <summary>Goes onto the value of a member and enters it.</summary>
    /// <returns>Whether it is of that kind; another one has been passed over.</returns>
    public static bool Enter(this ref Utf8JsonReader json, JsonTokenType start)
    {
        json.Read();
        return json.IsOrSkip(start);
    }

    /// <summary>Whether the value is of a kind; another one has been passed over.</summary>
    public static bool IsOrSkip(this ref Utf8JsonReader json, JsonTokenType start)
    {
        if (json.TokenType == start)
        {
            return true;
        }

        json.Skip();
        return false;
    }

    /// <summary>Goes onto the value of a member that is of no interest, and over it.</summary>
    public static void SkipValue(this ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    /// <summary>Reads the value of a member as text: a string's text, else its JSON; <see langword="null"/> for null.</summary>
    public static string? ReadText(this ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        json.Read();
        return json.Text(utf8);
    }

    /// <summary>Reads the value of a member as text that is often one of a few words, which are there already.</summary>
    public static string? ReadWord(this ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        json.Read();
        return json.TokenType != JsonTokenType.String || json.ValueIsEscaped ? json.Text(utf8)
            : json.ValueTextEquals("assistant"u8) ? "assistant"
            : json.ValueTextEquals("function"u8) ? "function"
            : json.ValueTextEquals("tool_calls"u8) ? "tool_calls"
            : json.ValueTextEquals("stop"u8) ? "stop"
            : json.Text(utf8);
    }

    /// <summary>Reads the value of a member as text, which is a known one as a rule.</summary>
    public static string? ReadText(this ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, string? known)
    {
        json.Read();
        return known is not null && json.TokenType == JsonTokenType.String && json.ValueTextEquals(known) ? known : json.Text(utf8);
    }

    /// <summary>Reads the value the reader is on as text: a string's text, else its JSON; <see langword="null"/> for null.</summary>
    public static string? Text(this ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return Unescape(ref json);
            default:
                var start = (int)json.TokenStartIndex;
                json.Skip();
                return Encoding.UTF8.GetString(utf8[start..(int)json.BytesConsumed]);
        }
    }

    /// <summary>Reads the value of a member as an integer; 0 for anything else.</summary>
    public static long ReadInteger(this ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var value))
        {
            return value;
        }

        json.Skip();
        return 0;
    }

    private static string Unescape(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair or broken UTF-8: one unreadable character is no reason to lose the answer.
            var text = EscapeOrLoneSurrogate().Replace(Encoding.UTF8.GetString(json.ValueSpan), static match => match.Groups["lone"].Success ? "\\ufffd" : match.Value);
            var mended = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{text}\""));
            mended.Read();
            return mended.GetString()!;
        }
    }

    [GeneratedRegex(@"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(?<lone>\\u[dD][89a-fA-F]..)|\\.")]
    private static partial Regex EscapeOrLoneSurrogate();
}
