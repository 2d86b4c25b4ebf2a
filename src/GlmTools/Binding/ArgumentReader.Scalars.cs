using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace GlmTools.Binding;

/// <content>The values that are a single token.</content>
public ref partial struct ArgumentReader
{
    private delegate bool TryParse<T>(ref Utf8JsonReader json, out T value);

    private delegate bool TryParseText<T>(string text, out T value);

    /// <summary>Reads a string.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string ReadString()
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            return _json.GetString()!;
        }

        Mismatch("type", "a string");
        return "";
    }

    /// <summary>Reads one of some names, such as the members of an enum.</summary>
    /// <param name="names">The names, a line each.</param>
    /// <returns>The position of the name; -1 for any other.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int ReadName(ReadOnlySpan<byte> names)
    {
        // The keys of a dictionary may be names too.
        var (position, offset) = (0, 0);
        return _json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !_json.ValueIsEscaped && NameList.TryFindAhead(names, _json.ValueSpan, ref position, ref offset)
            ? position
            : ReadUncommonName(names);
    }

    private int ReadUncommonName(ReadOnlySpan<byte> names)
    {
        var isText = _json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
        if (isText)
        {
            var (position, offset) = (0, 0);
            if (_json.ValueIsEscaped && NameList.TryFind(names, ref _json, ref position, ref offset))
            {
                return position;
            }

            position = IndexIgnoringCase(names, ReadText());
            if (position >= 0)
            {
                Repaired($"read {Describe()} in the case of the schema");
                _call.Correct(_json.TokenStartIndex, JsonText(NameList.ToArray(names)[position]));
                return position;
            }
        }

        var all = NameList.ToArray(names);
        var expected = NameList.OneOf(all);
        if (isText && NearestName.To(ReadText(), all) is { } meant)
        {
            expected += $" (did you mean \"{meant}\"?)";
        }

        if (_json.TokenType == JsonTokenType.PropertyName)
        {
            RefuseKey(expected);
            return -1;
        }

        Mismatch("enum", expected);
        return -1;
    }

    /// <summary>Reads a boolean.</summary>
    public bool ReadBoolean()
    {
        if (_json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _json.TokenType == JsonTokenType.True;
        }

        return ReadQuoted(static (ref Utf8JsonReader json, out bool value) => (value = json.TokenType == JsonTokenType.True) || json.TokenType == JsonTokenType.False, "true or false");
    }

    /// <summary>Reads a single UTF-16 character.</summary>
    public char ReadChar()
        => ReadFormatted<char>(static (string text, out char value) => char.TryParse(text, out value), "maxLength", "a single character");

    /// <summary>Reads a date and time (RFC 3339, 5.6); one without an offset stays unspecified and counts as a repair.</summary>
    public DateTime ReadDateTime()
        => _json.TokenType == JsonTokenType.String && _json.TryGetDateTime(out var value) && IsDateTime(needsOffset: false)
            ? value
            : NoFormat<DateTime>("a date and time like \"2026-01-31T09:30:00Z\"");

    /// <summary>Reads a date and time with its offset (RFC 3339, 5.6): without one, it would depend on the machine.</summary>
    public DateTimeOffset ReadDateTimeOffset()
        => _json.TokenType == JsonTokenType.String && _json.TryGetDateTimeOffset(out var value) && IsDateTime(needsOffset: true)
            ? value
            : NoFormat<DateTimeOffset>("a date and time with its offset like \"2026-01-31T09:30:00+08:00\"");

    /// <summary>Reads an ISO 8601 date.</summary>
    public DateOnly ReadDateOnly()
        => ReadFormatted<DateOnly>(static (string text, out DateOnly value) => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out value), "format", "a date like \"2026-01-31\"");

    /// <summary>Reads an ISO 8601 time of day, down to 100 ns; one without seconds counts as a repair.</summary>
    public TimeOnly ReadTimeOnly()
    {
        if (_json.TokenType == JsonTokenType.String && TryParseTime(ReadText(), "HH:mm", out var value))
        {
            Repaired($"read {Describe()} although it has no seconds");
            return value;
        }

        return ReadFormatted<TimeOnly>(static (string text, out TimeOnly value) => TryParseTime(text, "HH:mm:ss.FFFFFFF", out value), "pattern", "a time like \"09:30:00\"");
    }

    /// <summary>Reads an ISO 8601 duration, weeks included.</summary>
    public TimeSpan ReadTimeSpan()
        => ReadFormatted<TimeSpan>(TryParseDuration, "format", "a duration like \"PT1H30M\"");

    /// <summary>Reads a UUID.</summary>
    public Guid ReadGuid()
        => _json.TokenType == JsonTokenType.String && _json.TryGetGuid(out var value) ? value : NoFormat<Guid>("a UUID like \"123e4567-e89b-12d3-a456-426614174000\"");

    /// <summary>Reads an absolute URI.</summary>
    public Uri ReadUri()
        => ReadFormatted<Uri>(TryParseUri, "format", "an absolute URI like \"https://example.com/a\"");

    /// <summary>Reads a version of two to four parts.</summary>
    public Version ReadVersion()
        => ReadFormatted<Version>(static (string text, out Version value) => Version.TryParse(text, out value!) && IsVersion(text), "pattern", "a version like \"1.2.3\"");

    /// <summary>Reads bytes in base64.</summary>
    public byte[] ReadBytes()
    {
        if (_json.TokenType == JsonTokenType.String && _json.TryGetBytesFromBase64(out var value))
        {
            if (_json.ValueIsEscaped || _json.ValueSpan.Contains((byte)' '))
            {
                NoteBlanks(ReadText());
            }

            return value;
        }

        return NoFormat<byte[]>("bytes in base64") ?? [];
    }

    // .NET takes blanks and signs around each part.
    private static bool IsVersion(string text) => text.AsSpan().IndexOfAnyExcept("0123456789.") < 0;

    // .NET takes the point without the fraction it announces.
    private static bool TryParseTime(string text, string format, out TimeOnly value)
        => TimeOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value) && !text.EndsWith('.');

    // What Unix takes for an absolute URI without a scheme is a path.
    private static bool TryParseUri(string text, out Uri value)
        => Uri.TryCreate(text, UriKind.Absolute, out value!) && text.StartsWith($"{value.Scheme}:", StringComparison.OrdinalIgnoreCase) && !HasBlanks(text);

    private static bool HasBlanks(string? text) => text is not null && text.Any(char.IsWhiteSpace);

    // .NET passes over them in base64; RFC 4648 (3.3) does not.
    private readonly void NoteBlanks(string? base64)
    {
        if (HasBlanks(base64))
        {
            Repaired("read without its blanks");
        }
    }

    private static bool TryParseDuration(string text, out TimeSpan value)
    {
        var weeks = 0;
        try
        {
            // XML Schema knows no weeks, RFC 3339 (appendix A) does.
            var hasWeeks = text.StartsWith('P') && text.EndsWith('W') && int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out weeks);
            value = XmlConvert.ToTimeSpan(hasWeeks ? $"P{7L * weeks}D" : text);
            return !HasBlanks(text);
        }
        catch (Exception refused) when (refused is FormatException or OverflowException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>Whether a text System.Text.Json takes for a date and time is enough of one; it takes a date alone, too.</summary>
    private readonly bool IsDateTime(bool needsOffset)
    {
        var text = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(ReadText()) : _json.ValueSpan;
        var hasOffset = text[^1] == 'Z' || text[^6] is (byte)'+' or (byte)'-';
        if (text.Length <= "2026-01-31".Length || (needsOffset && !hasOffset))
        {
            return false;
        }

        if (!hasOffset || text["2026-01-31T09:30".Length] != ':')
        {
            Repaired($"read {Describe()} although it is not complete");
        }

        return true;
    }

    private static byte[] JsonText(string text) => Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text, RawTextEncoder.Instance)}\"");

    private static int IndexIgnoringCase(ReadOnlySpan<byte> names, string given)
        => Array.FindIndex(NameList.ToArray(names), name => name.Equals(given, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a scalar in a form that is not the usual one, or one that local servers put in quotes (protocol sheet 4.5, 7).</summary>
    private T ReadQuoted<T>(TryParse<T> tryParse, string expected)
        where T : struct
    {
        if (_json.TokenType == JsonTokenType.Number && tryParse(ref _json, out var value))
        {
            return value;
        }

        if (_json.TokenType == JsonTokenType.String && TryUnquote(tryParse, out value))
        {
            Repaired($"read {Describe()} without its quotes");
            _call.Correct(_json.TokenStartIndex, _json.ValueSpan.ToArray());
            return value;
        }

        Mismatch("type", expected);
        return default;
    }

    private readonly bool TryUnquote<T>(TryParse<T> tryParse, out T value)
        where T : struct
    {
        var inner = new Utf8JsonReader(_json.ValueSpan);
        value = default;
        try
        {
            return inner.Read()
                && inner.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
                && tryParse(ref inner, out value)
                && !inner.Read();
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private T ReadFormatted<T>(TryParseText<T> tryParse, string rule, string expected)
    {
        if (_json.TokenType == JsonTokenType.String && tryParse(ReadText(), out var value))
        {
            return value;
        }

        Mismatch(_json.TokenType == JsonTokenType.String ? rule : "type", expected);
        return default!;
    }

    private T NoFormat<T>(string expected) => ReadFormatted<T>(static (string _, out T value) => { value = default!; return false; }, "format", expected);
}
