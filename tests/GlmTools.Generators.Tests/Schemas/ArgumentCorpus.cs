using System.Globalization;
using System.Text.Json;

namespace GlmTools.Generators.Tests.Schemas;

/// <summary>
/// Makes the arguments a schema is judged by, without chance and out of the schema alone: good ones, and for each place of it every
/// value that could be wrong there - other kinds, null, neighbours of each limit, texts that are nearly of a format.
/// </summary>
internal static class ArgumentCorpus
{
    // One of every kind, and what is easily taken for another. Integers beyond 64 bits make NJsonSchema throw; the tests of
    // problems have them.
    private static readonly string[] Any =
    [
        "\"text\"", "\"\"", "\"7\"", "\"true\"", "\"null\"", "\"[]\"", "\"{}\"", "\"😀\"", "\"x\"", "0", "7", "-1", "7.0", "7e0", "7.5", "128", "256", "65536", "2147483648", "4294967296",
        "9223372036854775807", "1e30", "1e39", "true", "false", "null", "[]", "[1]", "[null]", "[\"a\"]", "{}", "{\"a\":1}",
    ];

    private static readonly Dictionary<string, string[]> Texts = new()
    {
        ["date-time"] = ["2026-01-31T09:30:00Z", "2026-01-31T09:30:00+08:00", "2026-01-31T09:30:00.125-03:30", "2024-02-29T23:59:59Z", "2026-01-31T09:30:00", "2026-01-31T09:30Z", "2026-01-31", "2026-02-30T00:00:00Z", "2026-01-31T25:00:00Z", "yesterday"],
        ["date"] = ["2026-01-31", "2024-02-29", "2023-02-29", "2026-1-31", "31.01.2026", "2026-01-31T00:00:00Z"],
        ["duration"] = ["PT1H30M", "P1D", "P2W", "PT0.5S", "P1DT2H", "PT", "90", "01:30:00", "1h"],
        ["uuid"] = ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000", "123e4567e89b12d3a456426614174000", "{123e4567-e89b-12d3-a456-426614174000}", "123e4567"],
        ["uri"] = ["https://example.com/a?b=c#d", "mailto:a@example.com", "urn:isbn:1", "/a/b", "example.com", "no uri"],
        ["time"] = ["09:30:00", "23:59:59.9999999", "00:00:00.5", "9:30:00", "24:00:00", "09:30", "09:30:00Z", "09:30:00.", "noon"],
        ["version"] = ["1.2.3", "1.2", "1.2.3.4", "1", "1.2.3.4.5", "1.2.beta", "v1.2", "01.2"],
    };

    /// <summary>Arguments that fit, once with all members and once with those that are required.</summary>
    public static IEnumerable<string> Good(JsonElement schema) => [Example(schema, onlyRequired: false), Example(schema, onlyRequired: true)];

    /// <summary>Arguments that are good but for one place.</summary>
    public static IEnumerable<Probe> Probes(JsonElement schema) => Vary(schema, "").Select(static v => new Probe(v.Json, v.Place, v.Schema, v.Value));

    private static string Example(JsonElement schema, bool onlyRequired) => schema.GetProperty("type").GetString() switch
    {
        "object" when schema.TryGetProperty("anyOf", out var cases) => Example(cases[0], onlyRequired),
        "object" when schema.TryGetProperty("additionalProperties", out var values) => Object([(Key(schema, 0), Example(values, onlyRequired))]),
        "object" => Object(Members(schema).Where(member => !onlyRequired || IsRequired(schema, member.Name)).Select(member => (member.Name, Example(member.Value, onlyRequired)))),
        "array" => $"[{Example(schema.GetProperty("items"), onlyRequired)}]",
        "string" => schema.TryGetProperty("enum", out var names) ? names[0].GetRawText()
            : Quote(TextKind(schema) is { } kind ? Texts[kind][0] : new string('a', Math.Max(1, Limit(schema, "minLength") ?? 1))),
        "boolean" => "true",
        _ => (Limit(schema, "minimum") ?? 1).ToString(CultureInfo.InvariantCulture),
    };

    private static IEnumerable<(string Json, string Place, JsonElement Schema, string Value)> Vary(JsonElement schema, string place)
    {
        foreach (var value in Values(schema))
        {
            yield return (value, place, schema, value);
        }

        foreach (var (json, inner, within, value) in schema.GetProperty("type").GetString() switch { "object" => VaryObject(schema, place), "array" => VaryArray(schema, place), _ => [] })
        {
            yield return (json, inner, within, value);
        }
    }

    private static IEnumerable<(string Json, string Place, JsonElement Schema, string Value)> VaryArray(JsonElement schema, string place)
    {
        var (items, good) = (schema.GetProperty("items"), Example(schema.GetProperty("items"), onlyRequired: true));
        foreach (var count in new[] { 0, 1, 2, 3, 4 })
        {
            var json = $"[{string.Join(",", Enumerable.Repeat(good, count))}]";
            yield return (json, place, schema, json);
        }

        foreach (var (json, inner, within, value) in Vary(items, $"{place}/1"))
        {
            yield return ($"[{good},{json}]", inner, within, value);
        }
    }

    private static IEnumerable<(string Json, string Place, JsonElement Schema, string Value)> VaryObject(JsonElement schema, string place)
    {
        if (schema.TryGetProperty("anyOf", out var cases))
        {
            foreach (var (json, inner, within, value) in cases.EnumerateArray().SelectMany(item => VaryObject(item, place)))
            {
                yield return (json, inner, within, value);
            }

            yield break;
        }

        if (schema.TryGetProperty("additionalProperties", out var values))
        {
            var (first, second, any) = (Key(schema, 0), Key(schema, 1), Example(values, onlyRequired: true));
            foreach (var (json, inner, within, value) in Vary(values, $"{place}/{second}"))
            {
                yield return (Object([(first, any), (second, json)]), inner, within, value);
            }

            yield return (Object([(first, any), (first, any)]), $"{place}/{first}", schema, "");
            yield return (Object([(first, any), ("another key", any)]), $"{place}/another key", schema, "");
            yield break;
        }

        var good = Members(schema).Select(member => (member.Name, Json: Example(member.Value, onlyRequired: true))).ToArray();
        foreach (var (name, member) in Members(schema))
        {
            foreach (var (json, inner, within, value) in Vary(member, $"{place}/{name}"))
            {
                yield return (Object(good.Select(m => (m.Name, m.Name == name ? json : m.Json))), inner, within, value);
            }

            yield return (Object(good.Where(m => m.Name != name)), $"{place}/{name}", member, "");
            yield return (Object(good.Append(good.Single(m => m.Name == name))), $"{place}/{name}", schema, "");
            yield return (Object(good.Select(m => (m.Name == name ? m.Name + "s" : m.Name, m.Json))), $"{place}/{name}s", schema, "");
        }

        yield return (Object(good.Append(("unrelated_key", "[{\"a\":1}]"))), $"{place}/unrelated_key", schema, "");
        yield return (Object(good.Reverse()), place, schema, "");
    }

    private static IEnumerable<string> Values(JsonElement schema)
        => Any.Append(Example(schema, onlyRequired: false))
            .Concat(Texts.Values.SelectMany(static texts => texts).Where(_ => schema.GetProperty("type").GetString() == "string").Select(Quote))
            .Concat(schema.TryGetProperty("enum", out var names) ? names.EnumerateArray().SelectMany(static n => new[] { n.GetRawText(), n.GetRawText().ToUpperInvariant(), n.GetRawText().Insert(1, "x") }) : [])
            .Concat(new[] { "minimum", "maximum" }.Select(limit => Limit(schema, limit)).Where(static l => l is not null).SelectMany(static l => new[] { l!.Value - 1, l.Value, l.Value + 1 }).Select(static l => l.ToString(CultureInfo.InvariantCulture)))
            .Concat(new[] { "minLength", "maxLength" }.Select(limit => Limit(schema, limit)).Where(static l => l is not null).SelectMany(static l => new[] { l!.Value - 1, l.Value, l.Value + 1 }).Select(static l => Quote(new string('北', l))))
            .Distinct();

    private static string? TextKind(JsonElement schema)
        => schema.TryGetProperty("format", out var format) ? format.GetString()
            : schema.TryGetProperty("pattern", out var pattern) ? pattern.GetString()!.Contains(':', StringComparison.Ordinal) ? "time" : "version"
            : null;

    private static string Key(JsonElement schema, int position)
        => !schema.TryGetProperty("propertyNames", out var names) ? $"{"ab"[position]}"
            : names.TryGetProperty("enum", out var known) ? known[position].GetString()!
            : $"{position + 1}";

    private static int? Limit(JsonElement schema, string keyword)
        => schema.TryGetProperty(keyword, out var limit) ? (int)Math.Ceiling(limit.GetDouble()) : null;

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement schema)
        => schema.GetProperty("properties").EnumerateObject().Select(static member => (member.Name, member.Value));

    private static bool IsRequired(JsonElement schema, string name)
        => schema.TryGetProperty("required", out var required) && required.EnumerateArray().Any(member => member.GetString() == name);

    private static string Object(IEnumerable<(string Name, string Json)> members) => $"{{{string.Join(",", members.Select(static m => $"{Quote(m.Name)}:{m.Json}"))}}}";

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
