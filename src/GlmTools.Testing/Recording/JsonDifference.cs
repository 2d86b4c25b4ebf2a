using System.Globalization;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools.Testing;

/// <summary>A place where two JSON values differ.</summary>
/// <param name="Path">The JSON Pointer of the place.</param>
/// <param name="Expected">What stands there on the cassette; <see langword="null"/> for nothing.</param>
/// <param name="Actual">What was sent; <see langword="null"/> for nothing.</param>
internal sealed record JsonDifference(string Path, JsonElement? Expected, JsonElement? Actual)
{
    /// <summary>All differences, in the order of the recording. The order of members makes none.</summary>
    /// <param name="expected">The recording.</param>
    /// <param name="actual">What was sent.</param>
    /// <param name="ignores">Whether a place may differ, with all below it.</param>
    /// <param name="path">Where the two stand.</param>
    public static IEnumerable<JsonDifference> Between(JsonElement expected, JsonElement actual, Func<string, bool> ignores, string path = "")
    {
        if (ignores(path))
        {
            return [];
        }

        return (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => OfMembers(expected, actual, ignores, path),
            (JsonValueKind.Array, JsonValueKind.Array) => OfItems(expected, actual, ignores, path),
            (JsonValueKind.Number, JsonValueKind.Number) when IsSame(expected, actual) => [],
            (JsonValueKind.String, JsonValueKind.String) when expected.GetString() == actual.GetString() => [],
            (JsonValueKind.True, JsonValueKind.True) or (JsonValueKind.False, JsonValueKind.False) or (JsonValueKind.Null, JsonValueKind.Null) => [],
            _ => [new(path, expected, actual)],
        };
    }

    public override string ToString() => $"{(Path.Length == 0 ? "the body" : Path)}\n    recorded  {Shown(Expected)}\n    sent      {Shown(Actual)}";

    private static IEnumerable<JsonDifference> OfMembers(JsonElement expected, JsonElement actual, Func<string, bool> ignores, string path)
    {
        var names = expected.EnumerateObject().Select(static member => member.Name).Concat(actual.EnumerateObject().Select(static member => member.Name)).Distinct();
        return names.SelectMany(name => Of(Member(expected, name), Member(actual, name), ignores, $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"));
    }

    private static IEnumerable<JsonDifference> OfItems(JsonElement expected, JsonElement actual, Func<string, bool> ignores, string path)
        => Enumerable.Range(0, Math.Max(expected.GetArrayLength(), actual.GetArrayLength()))
            .SelectMany(i => Of(Item(expected, i), Item(actual, i), ignores, string.Create(CultureInfo.InvariantCulture, $"{path}/{i}")));

    private static IEnumerable<JsonDifference> Of(JsonElement? expected, JsonElement? actual, Func<string, bool> ignores, string path)
        => expected is { } left && actual is { } right ? Between(left, right, ignores, path) : ignores(path) ? [] : [new(path, expected, actual)];

    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Item(JsonElement json, int index) => index < json.GetArrayLength() ? json[index] : null;

    private static bool IsSame(JsonElement expected, JsonElement actual)
        => expected.GetRawText() == actual.GetRawText() || (expected.TryGetDecimal(out var left) && actual.TryGetDecimal(out var right) && left == right);

    private static string Shown(JsonElement? value) => value is { } json ? Excerpt(ToolJson.Text(json.WriteTo)) : "nothing";

    private static string Excerpt(string text) => text.Length <= 300 ? text : $"{text.AsSpan(0, 300)}… ({text.Length} characters)";
}
