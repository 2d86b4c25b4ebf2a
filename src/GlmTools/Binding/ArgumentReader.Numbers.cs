using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace GlmTools.Binding;

/// <content>The values that are numbers.</content>
public ref partial struct ArgumentReader
{
    /// <summary>No type but the unbounded one has more digits, and that one would spell out a thousand million zeros.</summary>
    private const int MaxExponent = 400;

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

    /// <summary>Reads an integer that need not fit into 64 bits with a sign.</summary>
    /// <typeparam name="T">The type of the integer.</typeparam>
    public T ReadBigInteger<T>()
        where T : struct, IBinaryInteger<T>
        => _json.TokenType == JsonTokenType.Number && T.TryParse(_json.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : ReadQuoted<T>(TryInteger, IntegerOf<T>());

    /// <summary>Reads a number.</summary>
    /// <typeparam name="T">The type of the number, which has fractions.</typeparam>
    public T ReadNumber<T>()
        where T : struct, INumber<T>
        => TryNumber(ref _json, out T value)
            ? value
            : ReadQuoted<T>(TryNumber, NumberOf<T>());

    /// <summary>Reads an integer that is a key.</summary>
    /// <typeparam name="T">The type of the integer.</typeparam>
    public T ReadIntegerKey<T>()
        where T : struct, IBinaryInteger<T>
    {
        var text = ReadText();
        if (!text.StartsWith('+') && T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        RefuseKey("an integer as key");
        return default;
    }

    private T ReadUncommonInteger<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var expected = _json.TokenType == JsonTokenType.Number && IsWhole(_json.ValueSpan)
            ? $"an integer from {T.MinValue.ToString(null, CultureInfo.InvariantCulture)} to {T.MaxValue.ToString(null, CultureInfo.InvariantCulture)}"
            : "an integer";
        return ReadQuoted<T>(TryInteger, expected);
    }

    private static bool TryInteger<T>(ref Utf8JsonReader json, out T value)
        where T : struct, IBinaryInteger<T>
    {
        value = default;
        if (json.TokenType != JsonTokenType.Number)
        {
            return false;
        }

        if (T.TryParse(json.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        // 7.0 and 7e2 are integers too (JSON Schema, validation, 6.1.1).
        return IsWhole(json.ValueSpan) && (T.TryParse(json.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || IsNegativeZero(json.ValueSpan));
    }

    // Types without a sign do not take -0.0 for 0.
    private static bool IsNegativeZero(ReadOnlySpan<byte> number) => number[0] == '-' && number.IndexOfAnyInRange((byte)'1', (byte)'9') < 0;

    /// <summary>Whether a number has no fraction, by its digits: types that round take 5e-324 for 0.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> number)
    {
        var exponentAt = number.IndexOfAny("eE"u8);
        var mantissa = exponentAt < 0 ? number : number[..exponentAt];
        var exponent = 0;
        if (exponentAt >= 0 && (!int.TryParse(number[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || exponent > MaxExponent))
        {
            return false;
        }

        var pointAt = mantissa.IndexOf((byte)'.');
        var last = mantissa.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        var ones = (pointAt < 0 ? mantissa.Length : pointAt) - 1;
        return last < 0 || exponent >= (last > ones ? last - ones - 1 : last - ones);
    }

    private static bool TryNumber<T>(ref Utf8JsonReader json, out T value)
        where T : struct, INumber<T>
    {
        // The parser of JSON numbers knows nothing of cultures, which is most of what the general one costs.
        if (typeof(T) == typeof(double) && json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var binary))
        {
            value = T.CreateTruncating(binary);
            return double.IsFinite(binary);
        }

        if (typeof(T) == typeof(decimal) && json.TokenType == JsonTokenType.Number && json.TryGetDecimal(out var exact))
        {
            value = T.CreateTruncating(exact);
            return true;
        }

        value = default;
        return json.TokenType == JsonTokenType.Number
            && T.TryParse(json.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && T.IsFinite(value);
    }

    private static string IntegerOf<T>()
        => typeof(T) == typeof(ulong) ? $"an integer from 0 to {ulong.MaxValue}"
            : typeof(T) == typeof(Int128) ? $"an integer from {Int128.MinValue} to {Int128.MaxValue}"
            : typeof(T) == typeof(UInt128) ? $"an integer from 0 to {UInt128.MaxValue}"
            : "an integer";

    private static string NumberOf<T>()
        => typeof(T) == typeof(Half) ? "a number up to 65504"
            : typeof(T) == typeof(float) ? "a number up to 3.4e38"
            : typeof(T) == typeof(decimal) ? "a number up to 7.9e28"
            : "a number";
}
