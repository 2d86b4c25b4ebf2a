using System.Globalization;
using System.Text.Json.Nodes;

namespace GlmTools.Testing;

/// <summary>
/// Makes the arguments a binder is tried with out of the schema alone: good ones, for each place at every depth what is around its rules
/// while all else is good, and some with several places changed.
/// </summary>
/// <param name="schema">The schema of the arguments.</param>
internal sealed class ArgumentCorpus(SchemaNode schema)
{
    /// <summary>Lists longer than this are not made.</summary>
    private const int MaxCount = 200;

    /// <summary>How often a type that contains itself is followed.</summary>
    private const int MaxReferences = 2;

    /// <summary>Where a type that cannot be without itself is given up.</summary>
    private const int MaxDepth = 8;

    /// <summary>All arguments, each once.</summary>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="mixed">How many have several places changed.</param>
    public IEnumerable<JsonNode?> All(int seed, int mixed)
        => new[] { Good(schema, []), Full(schema, []) }.Concat(Vary(schema, [])).Concat(Mixed(new Random(seed), mixed)).DistinctBy(static node => node?.ToJsonString() ?? "null");

    /// <summary>Whether nothing that fits can be derived from a schema, as from some patterns.</summary>
    public static bool IsBeyond(SchemaNode schema) => schema.Type is not ("object" or "array") && !ScalarCorpus.Candidates(schema).Any(value => SchemaJudge.Allows(schema, value));

    // What fits with the least that is required.
    private static JsonNode? Good(SchemaNode schema, string[] within) => Example(schema, Enter(schema, within), isFull: false);

    // What fits with all there is, down to where a type contains itself again.
    private static JsonNode? Full(SchemaNode schema, string[] within) => Example(schema, Enter(schema, within), isFull: true);

    private static JsonNode? Example(SchemaNode schema, string[] within, bool isFull)
    {
        var times = Times(schema, within);
        isFull &= times <= MaxReferences;
        if (times > MaxDepth)
        {
            return null;
        }

        if (schema.Cases is { Count: > 0 } cases)
        {
            return Example(cases[0], Enter(cases[0], within), isFull);
        }

        JsonNode? Inner(SchemaNode inner) => isFull ? Full(inner, within) : Good(inner, within);
        switch (schema.Type)
        {
            case "object":
                var members = schema.Members.Where(member => isFull || schema.Required.Contains(member.Name)).Select(member => KeyValuePair.Create(member.Name, Inner(member.Schema)));
                var entries = schema.Inner("additionalProperties") is { } values
                    ? Keys(schema).Take(Math.Clamp(Math.Max(schema.Count("minProperties") ?? 0, isFull ? 1 : 0), 0, MaxCount)).Select(key => KeyValuePair.Create(key, Inner(values)))
                    : [];
                return new JsonObject(members.Concat(entries));
            case "array":
                var items = schema.Inner("items");
                var count = Math.Clamp(Math.Max(schema.Count("minItems") ?? 0, isFull ? 1 : 0), 0, Math.Min(MaxCount, schema.Count("maxItems") ?? MaxCount));
                return items is null ? [] : Items(schema, items, count, within, isFull);
            default:
                return ScalarCorpus.Candidates(schema).Where(value => SchemaJudge.Allows(schema, value)).DefaultIfEmpty(JsonValue.Create("text")).First();
        }
    }

    private static JsonArray Items(SchemaNode schema, SchemaNode items, int count, string[] within, bool isFull)
    {
        if (count == 0)
        {
            return [];
        }

        var first = isFull ? Full(items, within) : Good(items, within);
        var distinct = schema["uniqueItems"] is null ? [] : Vary(items, within).Where(value => SchemaJudge.Allows(items, value)).Prepend(first).DistinctBy(static value => value?.ToJsonString()).Take(count).ToArray();
        return [.. Enumerable.Range(0, count).Select(i => (i < distinct.Length ? distinct[i] : first)?.DeepClone())];
    }

    private static IEnumerable<JsonNode?> Vary(SchemaNode schema, string[] within)
    {
        var inner = Enter(schema, within);
        return Times(schema, inner) > MaxReferences ? [] : ScalarCorpus.Around(schema).Concat(schema.Type switch
        {
            "object" when schema.Cases is { Count: > 0 } cases => cases.SelectMany(item => VaryObject(item, Enter(item, inner))),
            "object" => VaryObject(schema, inner),
            "array" when schema.Inner("items") is { } items => VaryArray(schema, items, inner),
            _ => [],
        });
    }

    private static IEnumerable<JsonNode?> VaryArray(SchemaNode schema, SchemaNode items, string[] within)
    {
        var bounds = new[] { schema.Count("minItems"), schema.Count("maxItems") }.OfType<int>().SelectMany(static bound => new[] { bound - 1, bound, bound + 1 });
        foreach (var count in bounds.Concat([0, 1, 2, 3]).Where(static count => count is >= 0 and <= MaxCount).Distinct())
        {
            yield return Items(schema, items, count, within, isFull: false);
        }

        var good = Good(items, within);
        yield return new JsonArray(good?.DeepClone(), good?.DeepClone());
        foreach (var value in Vary(items, within))
        {
            yield return new JsonArray(good?.DeepClone(), value?.DeepClone());
        }
    }

    private static IEnumerable<JsonNode?> VaryObject(SchemaNode schema, string[] within)
    {
        var good = (JsonObject)Example(schema, within, isFull: false)!;
        foreach (var name in good.Select(static member => member.Key).ToArray())
        {
            yield return With(good, name, null, isThere: false);
        }

        foreach (var (name, member) in schema.Members)
        {
            foreach (var value in Vary(member, within).Prepend(Full(member, within)))
            {
                yield return With(good, name, value);
            }

            // A slip of the pen.
            yield return With(With(good, name, null, isThere: false), name + "s", Good(member, within));
        }

        foreach (var value in schema.Inner("additionalProperties") is { } values ? VaryEntries(schema, values, good, within) : [With(good, "unrelated_key", JsonNode.Parse("""[{"a":1}]"""))])
        {
            yield return value;
        }
    }

    private static IEnumerable<JsonNode?> VaryEntries(SchemaNode schema, SchemaNode values, JsonObject good, string[] within)
    {
        var (keys, fitting) = (Keys(schema).Take(MaxCount).ToArray(), Good(values, within));
        foreach (var value in keys.Length == 0 ? [] : Vary(values, within))
        {
            yield return With(good, keys[0], value);
        }

        var bounds = new[] { schema.Count("minProperties"), schema.Count("maxProperties") }.OfType<int>().SelectMany(static bound => new[] { bound - 1, bound, bound + 1 });
        foreach (var count in bounds.Concat([0, 1, 2]).Where(count => count >= 0 && count <= keys.Length).Distinct())
        {
            yield return new JsonObject(keys.Take(count).Select(key => KeyValuePair.Create(key, fitting?.DeepClone())));
        }

        foreach (var key in schema.Inner("propertyNames") is { } names ? ScalarCorpus.Around(names).OfType<JsonValue>().Where(static key => key.TryGetValue<string>(out _)) : [])
        {
            yield return With(good, key.GetValue<string>(), fitting);
        }
    }

    private IEnumerable<JsonNode?> Mixed(Random random, int count)
    {
        var members = schema.Members.Select(member => (member.Name, Good: Full(member.Schema, []), Variants: Vary(member.Schema, []).ToArray())).ToArray();
        for (var i = 0; members.Length > 1 && i < count; i++)
        {
            var json = new JsonObject();
            foreach (var (name, good, variants) in members)
            {
                var choice = random.Next(8);
                if (choice > 0)
                {
                    json[name] = (choice < 5 ? good : variants[random.Next(variants.Length)])?.DeepClone();
                }
            }

            yield return json;
        }
    }

    private static IEnumerable<string> Keys(SchemaNode schema)
    {
        var plain = Enumerable.Range(0, MaxCount).Select(static i => $"key{(i + 1).ToString(CultureInfo.InvariantCulture)}");
        return schema.Inner("propertyNames") is not { } names ? plain
            : ScalarCorpus.Candidates(names).Select(static key => key?.GetValue<string>() ?? "").Concat(Enumerable.Range(2, MaxCount).Select(static i => i.ToString(CultureInfo.InvariantCulture))).Concat(plain)
                .Distinct().Where(key => SchemaJudge.Allows(names, JsonValue.Create(key)));
    }

    // The way down to a place, by its references.
    private static string[] Enter(SchemaNode schema, string[] within) => schema.Reference is { } reference ? [.. within, reference] : within;

    private static int Times(SchemaNode schema, string[] within) => within.Count(known => known == schema.Reference);

    private static JsonObject With(JsonObject json, string name, JsonNode? value, bool isThere = true)
    {
        var changed = (JsonObject)json.DeepClone();
        changed.Remove(name);
        if (isThere)
        {
            changed[name] = value?.DeepClone();
        }

        return changed;
    }
}
