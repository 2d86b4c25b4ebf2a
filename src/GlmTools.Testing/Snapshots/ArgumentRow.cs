using GlmTools.Generators.Json;
using GlmTools.Generators.Locking;

namespace GlmTools.Testing;

/// <summary>A place in the arguments of a tool, as a line of a table.</summary>
/// <param name="Path">Where it is, in the notation of the lock file.</param>
/// <param name="Type">What it takes.</param>
/// <param name="IsRequired">Whether it has to come; <see langword="null"/> for items and values.</param>
/// <param name="Description">What the model is told about it.</param>
internal sealed record ArgumentRow(string Path, string Type, bool? IsRequired, string Description)
{
    private static readonly string[] Facets = ["const", "format", "pattern", "contentEncoding", "multipleOf", "uniqueItems", "default"];

    /// <summary>All places of a schema, from the top down.</summary>
    public static IEnumerable<ArgumentRow> Of(JsonValue schema) => Below(schema, schema, "", []);

    private static IEnumerable<ArgumentRow> At(JsonValue root, JsonValue schema, string path, bool? isRequired, string[] within)
    {
        var resolved = ToolSchema.Resolve(root, schema);
        var reference = schema["$ref"]?.Text ?? "";
        var isKnown = within.Contains(reference);
        yield return new(path, isKnown ? $"{TypeOf(resolved)}, as above" : TypeOf(resolved), isRequired, (schema["description"] ?? resolved["description"])?.Text ?? "");
        foreach (var row in isKnown ? [] : Below(root, resolved, path, reference.Length > 0 ? [.. within, reference] : within))
        {
            yield return row;
        }
    }

    private static IEnumerable<ArgumentRow> Below(JsonValue root, JsonValue schema, string path, string[] within)
    {
        var members = (schema["properties"]?.Members ?? []).SelectMany(member
            => At(root, member.Value, ToolSchema.PathOf(path, member.Key), ToolSchema.IsRequired(schema, member.Key), within));
        var elements = new[] { ("propertyNames", "{key}"), ("items", "*"), ("additionalProperties", "*") }
            .Where(element => schema[element.Item1] is { Kind: JsonKind.Object })
            .SelectMany(element => At(root, schema[element.Item1]!, $"{path}/{element.Item2}", null, within));
        var cases = ToolSchema.Discriminator(schema) is { } name
            ? ToolSchema.Cases(schema, name).SelectMany(each => Below(root, ToolSchema.Resolve(root, each.Value), $"{path}[{each.Key}]", within))
            : [];
        return members.Concat(elements).Concat(cases);
    }

    private static string TypeOf(JsonValue schema)
    {
        var values = schema["enum"] is { } listed ? $"one of {string.Join(", ", listed.Items.Select(static item => $"`{item}`"))}" : SchemaKind.Of(schema);
        var bounds = SchemaBound.All.Where(bound => schema[bound.Keyword] is not null || (bound.Exclusive is { } open && schema[open] is not null)).Select(bound => bound.Describe(schema));
        var facets = Facets.Where(facet => schema[facet] is not null).Select(facet => $"{facet} `{schema[facet]}`");
        var denied = schema["not"]?["enum"]?.Items is { } items ? [$"none of {string.Join(", ", items.Select(static item => $"`{item}`"))}"] : Array.Empty<string>();
        return string.Join(", ", [values, .. bounds, .. facets, .. denied]);
    }
}
