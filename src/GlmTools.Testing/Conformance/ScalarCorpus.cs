using System.Text.Json.Nodes;

namespace GlmTools.Testing;

/// <summary>Values around the rules for a single value: what just fits, and what just does not.</summary>
internal static class ScalarCorpus
{
    /// <summary>Texts longer than this are not made.</summary>
    private const int MaxLength = 20_000;

    // One of every kind, and what is easily taken for another.
    private static readonly string[] Any =
    [
        "null", "true", "false", "0", "1", "-1", "7", "7.0", "7e0", "7.5", "128", "256", "65536", "2147483648", "4294967296", "9223372036854775808", "18446744073709551616",
        "-9223372036854775809", "1e30", "1e39", "1e309", "-0.0", "5e-324", "\"\"", "\"text\"", "\"7\"", "\"true\"", "\"null\"", "\"[]\"", "\"{}\"", "\"x\"", "\"-7\"", "\"+7\"", "\" 7\"", "\"1e1\"", "\"北京\"", "\"\uD83D\uDE00\"",
        "\"e\u0301\"", "\"\\u0000\"", "\"\\u202E\"", "\"a\\n\"", "[]", "[1]", "[null]", "[\"a\"]", "{}", "{\"a\":1}",
    ];

    /// <summary>Values of any kind, those around the rules among them.</summary>
    public static IEnumerable<JsonNode?> Around(SchemaNode schema)
        => Any.Select(static json => JsonNode.Parse(json))
            .Concat(schema.Values.Concat(schema.Inner("not")?.Values ?? []).SelectMany(static value => Around(JsonNode.Parse(value.GetRawText()))))
            .Concat(Numbers(schema).Select(static number => JsonNode.Parse(number.ToString())))
            .Concat(Texts(schema).Select(static text => JsonValue.Create(text)));

    /// <summary>Values that may fit, the plainest first.</summary>
    public static IEnumerable<JsonNode?> Candidates(SchemaNode schema) => schema.Type switch
    {
        _ when schema.Values is { Count: > 0 } values => values.Select(static value => JsonNode.Parse(value.GetRawText())),
        "boolean" => [JsonValue.Create(true)],
        "integer" or "number" => Numbers(schema).Prepend(ExactNumber.Parse("1")).Select(static number => JsonNode.Parse(number.ToString())),
        "string" => Texts(schema).Append("text").Append("x").Select(static text => JsonValue.Create(text)),
        _ => [JsonNode.Parse("""{"any":["thing",1]}"""), null],
    };

    // A name in another case, and one that is nearly right.
    private static IEnumerable<JsonNode?> Around(JsonNode? value)
    {
        yield return value;
        if (value is JsonValue scalar && scalar.TryGetValue(out string? text) && text.Length > 0)
        {
            yield return JsonValue.Create(text.ToUpperInvariant());
            yield return JsonValue.Create(text + "x");
        }
    }

    private static IEnumerable<ExactNumber> Numbers(SchemaNode schema)
    {
        var isInteger = schema.Type == "integer";
        var multipleOf = schema.Number("multipleOf");
        foreach (var bound in new[] { "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" }.Select(schema.Number).OfType<ExactNumber>().Concat(multipleOf is null ? [] : [ExactNumber.Parse("0")]))
        {
            // A tenth of the last digit is as near as it takes to be on the other side.
            var step = isInteger ? ExactNumber.Parse("1") : new ExactNumber(1, Math.Min(bound.Exponent, 0) - 1);
            foreach (var number in new[] { bound, bound + step, bound + -step }.Concat(multipleOf is { } unit ? bound.Around(unit) : []))
            {
                yield return number;
            }
        }
    }

    private static IEnumerable<string> Texts(SchemaNode schema)
    {
        if (schema.Type is not (null or "string"))
        {
            return [];
        }

        var format = schema["format"]?.GetString() is { } name ? TextFormat.Of(name) : schema["contentEncoding"] is null ? null : TextFormat.Base64;
        var matching = schema["pattern"]?.GetString() is { } pattern ? PatternText.Of(pattern).ToArray() : [];
        var lengths = new[] { schema.Count("minLength"), schema.Count("maxLength") }.OfType<int>().Where(static length => length <= MaxLength)
            .SelectMany(static length => new[] { length, length - 1, length + 1 }).Where(static length => length >= 0).Distinct().ToArray();
        return
        [
            .. format?.Good ?? [], .. matching, .. format is null && matching.Length == 0 ? new[] { "a" } : [],
            .. lengths.SelectMany(static length => new[] { new string('a', length), new string('北', length), string.Concat(Enumerable.Repeat("\uD83D\uDE00", length)) }),
            .. format?.Bad ?? [], .. (format?.Good ?? []).SelectMany(static text => new[] { text + "\n", " " + text }), .. (format is null ? matching : []).SelectMany(static text => new[] { text + "\n", text + "!", " " + text, text.Length > 0 ? text[..^1] : "" }),
        ];
    }
}
