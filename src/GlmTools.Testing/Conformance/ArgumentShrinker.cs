using System.Text.Json;
using System.Text.Json.Nodes;

namespace GlmTools.Testing;

/// <summary>Makes arguments smaller as long as they show the same, by one change after the other.</summary>
internal static class ArgumentShrinker
{
    /// <summary>The smallest arguments that were found; no change of them shows the same.</summary>
    /// <param name="arguments">Arguments that show it.</param>
    /// <param name="shows">Whether others do.</param>
    public static JsonNode? Shrink(JsonNode? arguments, Func<JsonNode?, bool> shows)
    {
        // Each step is shorter or plainer than the one before, so there is an end.
        while (Smaller(arguments).FirstOrDefault(shows) is { } smaller)
        {
            arguments = smaller;
        }

        return arguments;
    }

    private static IEnumerable<JsonNode?> Smaller(JsonNode? value) => value switch
    {
        JsonObject members => Smaller(members),
        JsonArray items => Smaller(items),
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Smaller(scalar.GetValue<string>()).Select(static text => (JsonNode?)JsonValue.Create(text)),
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number && scalar.ToJsonString() is { Length: > 1 } => [JsonNode.Parse("0"), JsonNode.Parse("1")],
        _ => [],
    };

    private static IEnumerable<JsonNode?> Smaller(JsonObject value)
    {
        foreach (var (name, _) in value)
        {
            var without = (JsonObject)value.DeepClone();
            without.Remove(name);
            yield return without;
        }

        foreach (var (name, member) in value)
        {
            foreach (var smaller in Smaller(member))
            {
                var changed = (JsonObject)value.DeepClone();
                changed[name] = smaller?.DeepClone();
                yield return changed;
            }
        }
    }

    private static IEnumerable<JsonNode?> Smaller(JsonArray value)
    {
        for (var i = 0; i < value.Count; i++)
        {
            var without = (JsonArray)value.DeepClone();
            without.RemoveAt(i);
            yield return without;
        }

        for (var i = 0; i < value.Count; i++)
        {
            foreach (var smaller in Smaller(value[i]))
            {
                var changed = (JsonArray)value.DeepClone();
                changed[i] = smaller?.DeepClone();
                yield return changed;
            }
        }
    }

    private static IEnumerable<string> Smaller(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        return runes.Length == 0 ? [] : new[] { 0, runes.Length / 2, runes.Length - 1 }.Distinct().Select(length => string.Concat(runes.Take(length)));
    }
}
