using GlmTools.Generators.Json;

namespace GlmTools.Generators.Locking;

/// <summary>
/// Finds its way in schemas as the generator writes them. A path is the JSON Pointer of an argument, with <c>*</c> for every item or
/// value, <c>{key}</c> for the keys of a dictionary and <c>[name]</c> behind it for a case of a union.
/// </summary>
internal static class ToolSchema
{
    private const string ReferenceRoot = "#/$defs/";

    /// <summary>Every description in a schema, with its path.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Descriptions(JsonValue schema, string path = "")
    {
        if (schema["description"] is { } description)
        {
            yield return new(path, description.Text);
        }

        foreach (var inner in Children(schema, path).SelectMany(static child => Descriptions(child.Value, child.Key)))
        {
            yield return inner;
        }
    }

    public static string PathOf(string path, string property) => $"{path}/{property.Replace("~", "~0").Replace("/", "~1")}";

    /// <summary>The same with one order for what has none, and, if asked for, without descriptions.</summary>
    public static JsonValue Canonical(JsonValue schema, bool withDescriptions)
        => JsonValue.Object([.. schema.Members
            .Where(member => withDescriptions || member.Key != "description")
            .Select(member => new KeyValuePair<string, JsonValue>(member.Key, Canonical(member.Key, member.Value, withDescriptions)))]);

    /// <summary>What a reference stands for; anything else stands for itself.</summary>
    public static JsonValue Resolve(JsonValue root, JsonValue schema)
        => schema["$ref"] is { } reference && reference.Text.StartsWith(ReferenceRoot, StringComparison.Ordinal)
            ? root["$defs"]?[reference.Text.Substring(ReferenceRoot.Length)] ?? schema
            : schema;

    public static bool IsRequired(JsonValue schema, string property)
        => schema["required"] is { } required && required.Items.Any(item => item.Text == property);

    /// <summary>The member that tells the cases of a union apart: it has one value in each, and never the same.</summary>
    public static string? Discriminator(JsonValue union)
    {
        var cases = union["anyOf"]?.Items ?? [];
        return cases.FirstOrDefault()?["properties"]?.Members.Select(static member => member.Key)
            .FirstOrDefault(name => cases.Select(each => CaseName(each, name)).Where(static value => value is not null).Distinct().Count() == cases.Count);
    }

    /// <summary>The cases of a union by the values of its discriminator.</summary>
    public static IReadOnlyDictionary<string, JsonValue> Cases(JsonValue union, string discriminator)
        => union["anyOf"]!.Items.ToDictionary(each => CaseName(each, discriminator)!, StringComparer.Ordinal);

    private static string? CaseName(JsonValue schema, string discriminator)
        => schema["properties"]?[discriminator]?["enum"]?.Items is { Count: 1 } only ? only[0].Text : null;

    private static IEnumerable<KeyValuePair<string, JsonValue>> Children(JsonValue schema, string path)
    {
        foreach (var member in schema["properties"]?.Members ?? [])
        {
            yield return new(PathOf(path, member.Key), member.Value);
        }

        foreach (var keyword in new[] { "items", "additionalProperties" })
        {
            if (schema[keyword] is { } element)
            {
                yield return new($"{path}/*", element);
            }
        }

        if (Discriminator(schema) is { } discriminator)
        {
            foreach (var each in Cases(schema, discriminator))
            {
                yield return new($"{path}[{each.Key}]", each.Value);
            }
        }

        foreach (var definition in schema["$defs"]?.Members ?? [])
        {
            yield return new($"$defs/{definition.Key}", definition.Value);
        }
    }

    private static JsonValue Canonical(string keyword, JsonValue value, bool withDescriptions) => (keyword, value.Kind) switch
    {
        ("properties" or "$defs", _) => JsonValue.Object([.. value.Members
            .OrderBy(static member => member.Key, StringComparer.Ordinal)
            .Select(member => new KeyValuePair<string, JsonValue>(member.Key, Canonical(member.Value, withDescriptions)))]),
        ("items" or "additionalProperties" or "propertyNames" or "not", JsonKind.Object) => Canonical(value, withDescriptions),
        ("anyOf", _) => JsonValue.Array([.. value.Items.Select(each => Canonical(each, withDescriptions))]),
        ("required" or "enum", _) => JsonValue.Array([.. value.Items.OrderBy(static item => item.ToString(), StringComparer.Ordinal)]),
        _ => value,
    };
}
