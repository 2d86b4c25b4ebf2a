using System.Text.Json.Nodes;

namespace GlmTools.Emulator.Faults;

/// <summary>Puts the parts of a stream into other chunks than the service's usual ones.</summary>
internal static class StreamChunks
{
    public static IEnumerable<JsonObject> Single(IReadOnlyList<JsonObject> chunks)
    {
        var all = Payload.Message(chunks[^1])!;
        foreach (var name in new[] { "reasoning_content", "content" })
        {
            var text = string.Concat(chunks.Select(chunk => (string?)Payload.Message(chunk)![name]));
            all[name] = text.Length > 0 ? text : null;
        }

        all["tool_calls"] = new JsonArray([.. chunks.SelectMany(Payload.Calls).Select(static call => call.DeepClone())]);
        return [chunks[^1]];
    }

    public static IEnumerable<JsonObject> WithSeparateFinishReason(IReadOnlyList<JsonObject> chunks)
    {
        var last = chunks[^1];
        var end = last.DeepClone().AsObject();
        Payload.Choice(end)!["delta"] = new JsonObject();
        Payload.Choice(last)!.Remove("finish_reason");
        last.Remove("usage");
        return [.. chunks, end];
    }

    public static IEnumerable<JsonObject> WithSeparateUsage(IReadOnlyList<JsonObject> chunks)
    {
        var last = chunks[^1];
        var usage = last.DeepClone().AsObject();
        usage["choices"] = new JsonArray();
        last.Remove("usage");
        return [.. chunks, usage];
    }
}
