using System.Text.Json;
using System.Text.RegularExpressions;

namespace GlmTools.Binding;

/// <summary>Finds a text or a number that meets the rules of a schema.</summary>
internal static class ExampleValue
{
    // No text can be derived from a pattern, but one of these meets many: times of day and versions among them.
    private static readonly string[] Texts = ["...", "09:30:00", "1.0", "abc", "ABC", "123"];

    /// <summary>A text; <see langword="null"/> where none can be derived.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="maxLength">The longest text that is of use.</param>
    public static string? String(JsonElement schema, int maxLength)
    {
        if (schema.TryGetProperty("format"u8, out var format))
        {
            return OfFormat(format.GetString());
        }

        var (low, high) = (Integer(schema, "minLength"u8) ?? 0, Integer(schema, "maxLength"u8) ?? int.MaxValue);
        if (schema.TryGetProperty("pattern"u8, out var pattern))
        {
            return Texts.FirstOrDefault(text => text.Length >= low && text.Length <= high && Matches(text, pattern.GetString()!));
        }

        if (schema.TryGetProperty("contentEncoding"u8, out _))
        {
            return "AQID";
        }

        var length = Math.Min(Math.Max(3, low), high);
        return length <= maxLength ? new string('.', length) : null;
    }

    /// <summary>A number; <see langword="null"/> where none can be derived.</summary>
    public static decimal? Number(JsonElement schema)
    {
        var (low, high) = (Decimal(schema, "minimum"u8), Decimal(schema, "maximum"u8));
        var (above, below) = (Decimal(schema, "exclusiveMinimum"u8), Decimal(schema, "exclusiveMaximum"u8));
        var multipleOf = Decimal(schema, "multipleOf"u8) ?? (schema.GetProperty("type"u8).ValueEquals("integer"u8) ? 1 : null);
        var step = multipleOf ?? 1;
        var (from, to) = (low ?? above, high ?? below);
        decimal?[] candidates =
        [
            1, 0, step, from, to, (from + to) / 2,
            from is { } first ? (decimal.Floor(first / step) + 1) * step : null,
            to is { } last ? (decimal.Ceiling(last / step) - 1) * step : null,
        ];
        return candidates.FirstOrDefault(number
            => number is { } n && !(n < low) && !(n > high) && !(n <= above) && !(n >= below) && (multipleOf is not { } m || n % m == 0));
    }

    /// <summary>A keyword that counts, or <see langword="null"/>.</summary>
    public static int? Integer(JsonElement schema, ReadOnlySpan<byte> keyword)
        => schema.TryGetProperty(keyword, out var value) && value.TryGetInt32(out var count) ? count : null;

    // Bounds out of the range of decimal cannot be in the way of any candidate but themselves.
    private static decimal? Decimal(JsonElement schema, ReadOnlySpan<byte> keyword)
        => schema.TryGetProperty(keyword, out var value) && value.TryGetDecimal(out var bound) && decimal.Abs(bound) < 1e27m ? bound : null;

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
        }
        catch (Exception refused) when (refused is RegexMatchTimeoutException or RegexParseException)
        {
            return false;
        }
    }

    private static string? OfFormat(string? format) => format switch
    {
        "date-time" => "2026-01-31T09:30:00Z",
        "date" => "2026-01-31",
        "time" => "09:30:00",
        "duration" => "PT1H30M",
        "uuid" => "123e4567-e89b-12d3-a456-426614174000",
        "uri" => "https://example.com/a",
        "email" => "someone@example.com",
        _ => null,
    };
}
