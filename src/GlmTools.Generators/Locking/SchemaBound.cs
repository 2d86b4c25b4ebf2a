using System.Globalization;
using GlmTools.Generators.Json;

namespace GlmTools.Generators.Locking;

/// <summary>A bound that a schema may set, such as <c>minimum</c> or <c>maxItems</c>.</summary>
/// <param name="Keyword">Its keyword.</param>
/// <param name="Exclusive">The keyword for a bound that is itself out, or <see langword="null"/>.</param>
/// <param name="IsLower">Whether it is a lower bound.</param>
internal sealed record SchemaBound(string Keyword, string? Exclusive, bool IsLower)
{
    public static readonly IReadOnlyList<SchemaBound> All =
    [
        new("minimum", "exclusiveMinimum", true), new("maximum", "exclusiveMaximum", false),
        new("minLength", null, true), new("maxLength", null, false),
        new("minItems", null, true), new("maxItems", null, false),
        new("minProperties", null, true), new("maxProperties", null, false),
    ];

    /// <summary>How it stands in a schema, for a message.</summary>
    public string Describe(JsonValue schema)
        => Exclusive is not null && schema[Exclusive] is { } open ? $"{Exclusive} {open}" : schema[Keyword] is { } closed ? $"{Keyword} {closed}" : $"no {Keyword}";

    /// <summary>Whether it lets less through than before: more than 0; less: below 0; the same: 0.</summary>
    public int Tightening(JsonValue before, JsonValue after)
    {
        var (old, isOldOpen) = ValueIn(before);
        var (now, isNowOpen) = ValueIn(after);
        if (old is null || now is null)
        {
            return (now is null ? 0 : 1) - (old is null ? 0 : 1);
        }

        var higher = Compare(now, old);
        return higher == 0 ? isNowOpen.CompareTo(isOldOpen) : IsLower ? higher : -higher;
    }

    private (string? Value, bool IsOpen) ValueIn(JsonValue schema)
        => Exclusive is not null && schema[Exclusive] is { } open ? (open.Text, true) : (schema[Keyword]?.Text, false);

    // A bound is exact in decimal, or far out where a double tells two apart.
    private static int Compare(string a, string b)
        => decimal.TryParse(a, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && decimal.TryParse(b, NumberStyles.Float, CultureInfo.InvariantCulture, out var y)
            ? x.CompareTo(y)
            : Number(a).CompareTo(Number(b));

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
