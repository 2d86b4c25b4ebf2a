using System.Globalization;
using System.Numerics;

namespace GlmTools.Testing;

/// <summary>A JSON number without rounding, so that whether it is within a bound does not depend on a type of .NET.</summary>
/// <param name="Digits">Its digits; never a multiple of ten but 0.</param>
/// <param name="Exponent">The power of ten they are multiplied by.</param>
internal readonly record struct ExactNumber(BigInteger Digits, int Exponent) : IComparable<ExactNumber>
{
    public bool IsInteger => Exponent >= 0;

    public static ExactNumber Parse(string json)
    {
        var exponentAt = json.IndexOfAny(['e', 'E']);
        var exponent = exponentAt < 0 ? 0 : int.Parse(json.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? json : json[..exponentAt];
        var pointAt = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent -= pointAt < 0 ? 0 : mantissa.Length - pointAt - 1;
        return Normal(BigInteger.Parse(mantissa.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), exponent);
    }

    public static ExactNumber operator +(ExactNumber a, ExactNumber b)
    {
        var exponent = Math.Min(a.Exponent, b.Exponent);
        return Normal(a.At(exponent) + b.At(exponent), exponent);
    }

    public static ExactNumber operator -(ExactNumber a) => new(-a.Digits, a.Exponent);

    public static bool operator <(ExactNumber a, ExactNumber b) => a.CompareTo(b) < 0;

    public static bool operator >(ExactNumber a, ExactNumber b) => a.CompareTo(b) > 0;

    public static bool operator <=(ExactNumber a, ExactNumber b) => a.CompareTo(b) <= 0;

    public static bool operator >=(ExactNumber a, ExactNumber b) => a.CompareTo(b) >= 0;

    public int CompareTo(ExactNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return At(exponent).CompareTo(other.At(exponent));
    }

    public bool IsMultipleOf(ExactNumber step)
    {
        var exponent = Math.Min(Exponent, step.Exponent);
        return step.Digits.IsZero || (At(exponent) % step.At(exponent)).IsZero;
    }

    /// <summary>The multiples of a step around it, the one below first.</summary>
    public IEnumerable<ExactNumber> Around(ExactNumber step)
    {
        var exponent = Math.Min(Exponent, step.Exponent);
        var unit = step.At(exponent);
        var floor = BigInteger.Divide(At(exponent), unit);
        return [.. new[] { floor - 1, floor, floor + 1 }.Select(count => Normal(count * unit, exponent))];
    }

    /// <summary>The number in JSON.</summary>
    public override string ToString()
        => Exponent is >= 0 and <= 40 ? At(0).ToString(CultureInfo.InvariantCulture)
            : Exponent is < 0 and >= -40 && Digits.ToString(CultureInfo.InvariantCulture).TrimStart('-').PadLeft(1 - Exponent, '0') is var digits
                ? $"{(Digits.Sign < 0 ? "-" : "")}{digits[..^-Exponent]}.{digits[^-Exponent..]}"
                : string.Create(CultureInfo.InvariantCulture, $"{Digits}e{Exponent}");

    private static ExactNumber Normal(BigInteger digits, int exponent)
    {
        while (!digits.IsZero && (digits % 10).IsZero)
        {
            digits /= 10;
            exponent++;
        }

        return new(digits, digits.IsZero ? 0 : exponent);
    }

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);
}
