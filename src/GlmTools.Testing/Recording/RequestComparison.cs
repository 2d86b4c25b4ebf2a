using System.Text;
using System.Text.Json;

namespace GlmTools.Testing;

/// <summary>Compares a request with a recorded one, but for what may differ.</summary>
/// <param name="ignored">Names at the top of a body, or JSON Pointers with <c>*</c> for any one segment.</param>
internal sealed class RequestComparison(IEnumerable<string> ignored)
{
    private const int MostShown = 3;

    private readonly string[][] _ignored = [.. ignored.Select(static field => field.TrimStart('/').Split('/'))];

    public bool Same(GlmRecordedRequest recorded, GlmRecordedRequest sent)
        => recorded.Method == sent.Method && recorded.Url == sent.Url && !Compare(recorded.Body, sent.Body).Any();

    public IReadOnlyList<JsonDifference> Differences(GlmRecordedRequest recorded, GlmRecordedRequest sent) => [.. Compare(recorded.Body, sent.Body)];

    /// <summary>The first differences, and what they say of the tools.</summary>
    public static string Picture(GlmRecordedRequest recorded, GlmRecordedRequest sent, IReadOnlyList<JsonDifference> differences)
    {
        var picture = new StringBuilder();
        foreach (var difference in differences.Take(MostShown))
        {
            picture.Append("  ").Append(difference).Append('\n');
        }

        if (differences.Count > MostShown)
        {
            picture.Append($"  and {differences.Count - MostShown} more: {string.Join(", ", differences.Skip(MostShown).Take(10).Select(static difference => difference.Path))}\n");
        }

        foreach (var change in ToolChangesBetween(recorded.Body.Json, sent.Body.Json))
        {
            picture.Append(change).Append('\n');
        }

        return picture.ToString();
    }

    private IEnumerable<JsonDifference> Compare(GlmRecordedBody recorded, GlmRecordedBody sent)
        => recorded.Json is { } left && sent.Json is { } right ? JsonDifference.Between(left, right, Ignores)
            : recorded.ToBytes().Span.SequenceEqual(sent.ToBytes().Span) ? []
            : [new("", Shown(recorded), Shown(sent))];

    private bool Ignores(string path)
    {
        if (path.Length == 0)
        {
            return false;
        }

        var segments = path[1..].Split('/');
        return _ignored.Any(pattern => pattern.Length == segments.Length && pattern.Zip(segments).All(static pair => pair.First == "*" || pair.First == pair.Second));
    }

    private static JsonElement Shown(GlmRecordedBody body)
        => body.Json ?? JsonSerializer.SerializeToElement(body.Text ?? $"{body.Bytes.Length} bytes");

    // The usual reason why a cassette no longer fits, and a hard one to see in a schema.
    private static IEnumerable<string> ToolChangesBetween(JsonElement? recorded, JsonElement? sent)
    {
        try
        {
            return Tools(recorded) is { } before && Tools(sent) is { } after ? ToolChanges.Between(before, after).Select(static change => $"  {change.Text}") : [];
        }
        catch (ArgumentException)
        {
            // Tools of the service have no schema to compare.
            return [];
        }
    }

    private static string? Tools(JsonElement? body)
        => body is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("tools", out var tools) && tools.ValueKind is JsonValueKind.Array ? tools.GetRawText() : null;
}
