using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GlmTools.Testing;

/// <summary>
/// Judges values by nothing but the schema: written from JSON Schema (draft 2020-12), and without anything the binder uses, so that
/// the two can disagree.
/// </summary>
internal static class SchemaJudge
{
    /// <summary>The keywords it judges by, and those that judge nothing.</summary>
    public static IReadOnlySet<string> Keywords { get; } = new HashSet<string>
    {
        "type", "enum", "const", "not", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "format", "contentEncoding", "properties", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties", "items", "minItems",
        "maxItems", "uniqueItems", "anyOf", "$ref", "$defs", "description", "title", "default", "examples",
    };

    /// <summary>Everything in a value that its schema does not allow.</summary>
    public static IReadOnlyList<SchemaViolation> Judge(SchemaNode schema, JsonNode? value) => [.. At(schema, value, "", isOptional: true)];

    /// <summary>Whether a schema allows a value.</summary>
    public static bool Allows(SchemaNode schema, JsonNode? value) => !At(schema, value, "", isOptional: false).Any();

    /// <summary>The path of something within a value.</summary>
    public static string PathOf(string path, string name) => $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static IEnumerable<SchemaViolation> At(SchemaNode schema, JsonNode? value, string path, bool isOptional)
    {
        if (schema.Type is { } type && !IsOf(type, value))
        {
            return [new(path, "type", type, value is null && isOptional)];
        }

        return Always(schema, value, path).Concat(value switch
        {
            JsonObject members => OfObject(schema, members, path),
            JsonArray items => OfArray(schema, items, path),
            JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => OfText(schema, scalar.GetValue<string>(), path),
            JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number => OfNumber(schema, ExactNumber.Parse(scalar.ToJsonString()), path),
            _ => [],
        });
    }

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("integer", JsonValueKind.Number) => ExactNumber.Parse(value!.ToJsonString()).IsInteger,
        ("number", JsonValueKind.Number) or ("string", JsonValueKind.String) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };

    private static IEnumerable<SchemaViolation> Always(SchemaNode schema, JsonNode? value, string path)
    {
        if (schema.Values is { Count: > 0 } values && !values.Any(known => JsonNode.DeepEquals(JsonNode.Parse(known.GetRawText()), value)))
        {
            yield return new(path, schema["enum"] is null ? "const" : "enum", $"[{string.Join(",", values.Select(static known => known.GetRawText()))}]");
        }

        if (schema.Inner("not") is { } denied && Allows(denied, value))
        {
            yield return new(path, "not", schema["not"]!.Value.GetRawText());
        }

        if (schema.Cases is { Count: > 0 } cases && cases.Select(item => At(item, value, path, isOptional: false).ToArray()).MinBy(static broken => broken.Length) is { Length: > 0 } nearest)
        {
            foreach (var violation in nearest)
            {
                yield return violation;
            }
        }
    }

    private static IEnumerable<SchemaViolation> OfNumber(SchemaNode schema, ExactNumber value, string path)
    {
        var isBroken = new (string Keyword, Func<ExactNumber, bool> Breaks)[]
        {
            ("minimum", bound => value < bound), ("maximum", bound => value > bound),
            ("exclusiveMinimum", bound => value <= bound), ("exclusiveMaximum", bound => value >= bound),
            ("multipleOf", step => !value.IsMultipleOf(step)),
        };
        return isBroken.Where(rule => schema.Number(rule.Keyword) is { } bound && rule.Breaks(bound)).Select(rule => Of(schema, rule.Keyword, path));
    }

    private static IEnumerable<SchemaViolation> OfText(SchemaNode schema, string value, string path)
    {
        // Characters are code points (JSON Schema, validation, 6.3.1).
        foreach (var violation in OfCount(schema, value.EnumerateRunes().Count(), "Length", path))
        {
            yield return violation;
        }

        if (schema["pattern"]?.GetString() is { } pattern && !Matches(pattern, value))
        {
            yield return Of(schema, "pattern", path);
        }

        if (schema["format"]?.GetString() is { } format && TextFormat.Of(format)?.Matches(value) == false)
        {
            yield return Of(schema, "format", path);
        }

        if (schema["contentEncoding"] is not null && !TextFormat.Base64.Matches(value))
        {
            yield return Of(schema, "contentEncoding", path);
        }
    }

    // $ is the end of the text in JSON Schema, and would also match in front of a last line break in .NET.
    private static bool Matches(string pattern, string value)
        => Regex.IsMatch(value, pattern.EndsWith('$') ? $@"{pattern[..^1]}\z" : pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    private static IEnumerable<SchemaViolation> OfArray(SchemaNode schema, JsonArray value, string path)
    {
        var inner = schema.Inner("items") is { } items ? value.SelectMany((item, i) => At(items, item, PathOf(path, i.ToString(CultureInfo.InvariantCulture)), isOptional: true)) : [];
        var isRepeated = schema["uniqueItems"] is { ValueKind: JsonValueKind.True } && value.Where((item, i) => value.Take(i).Any(earlier => JsonNode.DeepEquals(earlier, item))).Any();
        return OfCount(schema, value.Count, "Items", path).Concat(isRepeated ? [Of(schema, "uniqueItems", path)] : []).Concat(inner);
    }

    private static IEnumerable<SchemaViolation> OfObject(SchemaNode schema, JsonObject value, string path)
    {
        foreach (var violation in OfCount(schema, value.Count, "Properties", path))
        {
            yield return violation;
        }

        var required = schema.Required;
        foreach (var name in required.Where(name => !value.ContainsKey(name)))
        {
            yield return new(PathOf(path, name), "required", "a value");
        }

        var members = schema.Members.ToDictionary(static member => member.Name, static member => member.Schema);
        var inner = value.SelectMany(member => members.TryGetValue(member.Key, out var known)
            ? At(known, member.Value, PathOf(path, member.Key), !required.Contains(member.Key))
            : OfOther(schema, member.Key, member.Value, PathOf(path, member.Key)));
        foreach (var violation in inner)
        {
            yield return violation;
        }
    }

    private static IEnumerable<SchemaViolation> OfOther(SchemaNode schema, string key, JsonNode? value, string path)
    {
        var isKey = schema.Inner("propertyNames") is not { } names || Allows(names, JsonValue.Create(key));
        return (isKey ? [] : new[] { Of(schema, "propertyNames", path) }).Concat(schema["additionalProperties"] switch
        {
            { ValueKind: JsonValueKind.False } => [Of(schema, "additionalProperties", path)],
            { ValueKind: JsonValueKind.Object } => At(schema.Inner("additionalProperties")!, value, path, isOptional: true),
            _ => [],
        });
    }

    private static IEnumerable<SchemaViolation> OfCount(SchemaNode schema, int count, string noun, string path)
    {
        var broken = schema.Count($"min{noun}") > count ? $"min{noun}" : schema.Count($"max{noun}") < count ? $"max{noun}" : null;
        return broken is null ? [] : [Of(schema, broken, path)];
    }

    private static SchemaViolation Of(SchemaNode schema, string keyword, string path) => new(path, keyword, schema[keyword]!.Value.GetRawText());
}
