using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace GlmTools.Emulator.Faults;

/// <summary>Cuts streamed arguments in other ways than the service's usual one.</summary>
internal static class ArgumentFragments
{
    /// <summary>Appends to the last fragment of each call a chunk with the arguments as a whole.</summary>
    public static IEnumerable<JsonObject> WithRepetition(IReadOnlyList<JsonObject> chunks)
    {
        var texts = Collect(chunks);
        var last = chunks.LastOrDefault(static chunk => Payload.Calls(chunk).Any());
        foreach (var chunk in chunks)
        {
            yield return chunk;
            if (chunk == last)
            {
                foreach (var (index, text) in texts)
                {
                    yield return Fragment(chunk, index, text);
                }
            }
        }
    }

    /// <summary>Opens all calls, then sends a character of each in turn.</summary>
    public static IEnumerable<JsonObject> Interleaved(IReadOnlyList<JsonObject> chunks)
    {
        var texts = Collect(chunks).ToDictionary(static call => call.Index, static call => Escape(call.Text));
        var opened = false;
        foreach (var chunk in chunks.Where(static chunk => Payload.Calls(chunk).All(static call => call.ContainsKey("type"))))
        {
            var opens = Payload.Calls(chunk).Any();
            if (opened && !opens)
            {
                foreach (var fragment in TakeTurns(chunk, texts))
                {
                    yield return fragment;
                }
            }

            opened = opens;
            yield return chunk;
        }
    }

    private static IEnumerable<JsonObject> TakeTurns(JsonObject like, Dictionary<int, string> texts)
    {
        for (var position = 0; position < texts.Values.Max(static text => text.Length); position++)
        {
            foreach (var (index, text) in texts.Where(call => position < call.Value.Length))
            {
                yield return Fragment(like, index, text[position].ToString());
            }
        }
    }

    private static List<(int Index, string Text)> Collect(IEnumerable<JsonObject> chunks)
        => [.. chunks.SelectMany(Payload.Calls).GroupBy(Payload.Index, static call => Payload.Arguments(Payload.Function(call))).Select(static call => (call.Key, string.Concat(call)))];

    private static JsonObject Fragment(JsonObject like, int index, string text)
        => Payload.Like(like, new() { ["tool_calls"] = new JsonArray(new JsonObject { ["index"] = index, ["function"] = new JsonObject { ["arguments"] = text } }) });

    // All that is not ASCII stands inside of strings, if the arguments are JSON at all.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            _ = char.IsAscii(unit) ? escaped.Append(unit) : escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return escaped.ToString();
    }
}
