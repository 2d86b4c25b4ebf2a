using System.Text.Json.Nodes;

namespace GlmTools.Emulator.Faults;

/// <summary>Puts the parts of a stream into other chunks than the service's usual ones.</summary>
internal static class StreamChunks
{
    public static IEnumerable<JsonObject> Single(IReadOnlyList<JsonObject> chunks)
    {
        var last = End(chunks);
        var all = Payload.Message(last)!;
        foreach (var name in new[] { "reasoning_content", "content" })
        {
            var text = string.Concat(chunks.Select(chunk => (string?)Payload.Message(chunk)?[name]));
            all[name] = text.Length > 0 ? text : null;
        }

        all["tool_calls"] = new JsonArray([.. chunks.SelectMany(Payload.Calls).Select(static call => call.DeepClone())]);
        return [last, .. chunks.Where(static chunk => Payload.Choice(chunk) is null)];
    }

    public static IEnumerable<JsonObject> WithSeparateFinishReason(IReadOnlyList<JsonObject> chunks)
    {
        var last = End(chunks);
        var end = last.DeepClone().AsObject();
        Payload.Choice(end)!["delta"] = new JsonObject();
        Payload.Choice(last)!.Remove("finish_reason");
        last.Remove("usage");
        return chunks.SelectMany(chunk => chunk == last ? [chunk, end] : new[] { chunk });
    }

    public static IEnumerable<JsonObject> WithSeparateUsage(IReadOnlyList<JsonObject> chunks)
    {
        var last = chunks[^1];
        var usage = last.DeepClone().AsObject();
        usage["choices"] = new JsonArray();
        last.Remove("usage");
        return [.. chunks, usage];
    }

    /// <summary>The last chunk that adds to the answer; one with the usage alone may come behind it.</summary>
    private static JsonObject End(IReadOnlyList<JsonObject> chunks) => chunks.Last(static chunk => Payload.Choice(chunk) is not null);
}
