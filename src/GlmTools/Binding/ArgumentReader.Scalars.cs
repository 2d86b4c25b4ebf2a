using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Xml;

namespace GlmTools.Binding;

/// <content>The values that are a single token.</content>
public ref partial struct ArgumentReader
{
    private delegate bool TryParse<T>(ref Utf8JsonReader json, out T value);

    private delegate bool TryParseText<T>(string text, out T value);

    /// <summary>Reads a string.</summary>
    public string ReadString()
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            return ReadText();
        }

        Mismatch("type", "a string");
        return "";
    }

    /// <summary>Reads one of some names, such as the members of an enum.</summary>
    /// <param name="names">The names, a line each.</param>
    /// <returns>The position of the name; -1 for any other.</returns>
    public int ReadName(ReadOnlySpan<byte> names)
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            var position = NameList.IndexOf(names, ref _json);
            if (position >= 0)
            {
                return position;
            }

            position = IndexIgnoringCase(names, ReadText());
            if (position >= 0)
            {
                Repaired($"read {Describe()} in the case of the schema");
                return position;
            }
        }

        var all = NameList.ToArray(names);
        var expected = $"one of {string.Join(", ", all.Select(static name => $"\"{name}\""))}";
        if (_json.TokenType == JsonTokenType.String && NearestName.To(ReadText(), all) is { } meant)
        {
            expected += $" (did you mean \"{meant}\"?)";
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

    /// <summary>Reads an integer; <c>7.0</c> is one (JSON Schema, validation, 6.1.1).</summary>
    /// <typeparam name="T">Any integer type but the unsigned 64-bit one and wider ones.</typeparam>
    public T ReadInteger<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out var value)
            && value >= long.CreateTruncating(T.MinValue) && value <= long.CreateTruncating(T.MaxValue))
        {
            return T.CreateTruncating(value);
        }

        return ReadUncommonInteger<T>();
    }

    /// <inheritdoc cref="ReadInteger"/>
    public ulong ReadUInt64()
        => _json.TokenType == JsonTokenType.Number && _json.TryGetUInt64(out var value) ? value : ReadUncommonInteger<ulong>();

    /// <summary>Reads a number.</summary>
    public double ReadDouble()
        => _json.TokenType == JsonTokenType.Number && _json.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : ReadQuoted(static (ref Utf8JsonReader json, out double number) => json.TryGetDouble(out number) && double.IsFinite(number), "a number");

    /// <inheritdoc cref="ReadDouble"/>
    public float ReadSingle()
        => _json.TokenType == JsonTokenType.Number && _json.TryGetSingle(out var value) && float.IsFinite(value)
            ? value
            : ReadQuoted(static (ref Utf8JsonReader json, out float number) => json.TryGetSingle(out number) && float.IsFinite(number), "a number up to 3.4e38");

    /// <inheritdoc cref="ReadDouble"/>
    public decimal ReadDecimal()
        => _json.TokenType == JsonTokenType.Number && _json.TryGetDecimal(out var value)
            ? value
            : ReadQuoted(static (ref Utf8JsonReader json, out decimal number) => json.TryGetDecimal(out number), "a number up to 7.9e28");

    /// <summary>Reads a single UTF-16 character.</summary>
    public char ReadChar()
        => ReadFormatted<char>(static (string text, out char value) => char.TryParse(text, out value), "maxLength", "a single character");

    /// <summary>Reads an ISO 8601 date and time; one without an offset stays unspecified.</summary>
    public DateTime ReadDateTime()
        => _json.TokenType == JsonTokenType.String && _json.TryGetDateTime(out var value) ? value : NoFormat<DateTime>("a date and time like \"2026-01-31T09:30:00Z\"");

    /// <summary>Reads an ISO 8601 date and time with its offset.</summary>
    public DateTimeOffset ReadDateTimeOffset()
        => _json.TokenType == JsonTokenType.String && _json.TryGetDateTimeOffset(out var value) ? value : NoFormat<DateTimeOffset>("a date and time like \"2026-01-31T09:30:00+08:00\"");

    /// <summary>Reads an ISO 8601 date.</summary>
    public DateOnly ReadDateOnly()
        => ReadFormatted<DateOnly>(static (string text, out DateOnly value) => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out value), "format", "a date like \"2026-01-31\"");

    /// <summary>Reads an ISO 8601 time of day, down to 100 ns.</summary>
    public TimeOnly ReadTimeOnly()
        => ReadFormatted<TimeOnly>(static (string text, out TimeOnly value) => TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value), "format", "a time like \"09:30:00\"");

    /// <summary>Reads an ISO 8601 duration.</summary>
    public TimeSpan ReadTimeSpan()
        => ReadFormatted<TimeSpan>(TryParseDuration, "format", "a duration like \"PT1H30M\"");

    /// <summary>Reads a UUID.</summary>
    public Guid ReadGuid()
        => _json.TokenType == JsonTokenType.String && _json.TryGetGuid(out var value) ? value : NoFormat<Guid>("a UUID like \"123e4567-e89b-12d3-a456-426614174000\"");

    /// <summary>Reads an absolute URI.</summary>
    public Uri ReadUri()
        => ReadFormatted<Uri>(static (string text, out Uri value) => Uri.TryCreate(text, UriKind.Absolute, out value!), "format", "an absolute URI like \"https://example.com/a\"");

    private static readonly string[] TimeFormats = ["HH:mm:ss.FFFFFFF", "HH:mm"];

    private static bool TryParseDuration(string text, out TimeSpan value)
    {
        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception refused) when (refused is FormatException or OverflowException)
        {
            value = default;
            return false;
        }
    }

    private static int IndexIgnoringCase(ReadOnlySpan<byte> names, string given)
        => Array.FindIndex(NameList.ToArray(names), name => name.Equals(given, StringComparison.OrdinalIgnoreCase));

    private T ReadUncommonInteger<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var expected = _json.TokenType == JsonTokenType.Number && _json.TryGetDecimal(out var given) && decimal.IsInteger(given)
            ? $"an integer from {T.MinValue.ToString(null, CultureInfo.InvariantCulture)} to {T.MaxValue.ToString(null, CultureInfo.InvariantCulture)}"
            : "an integer";
        return ReadQuoted<T>(TryInteger, expected);
    }

    private static bool TryInteger<T>(ref Utf8JsonReader json, out T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = default;
        if (!json.TryGetDecimal(out var number) || !decimal.IsInteger(number)
            || number < decimal.CreateChecked(T.MinValue) || number > decimal.CreateChecked(T.MaxValue))
        {
            return false;
        }

        value = T.CreateTruncating(number);
        return true;
    }

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
