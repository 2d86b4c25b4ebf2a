using System.Text.Json.Nodes;

namespace GlmTools.Emulator.Faults;

/// <summary>Finds its way in a body or a chunk, and garbles it there.</summary>
internal static class Payload
{
    /// <summary>Garbles each call where it stands; a fragment of one counts as well.</summary>
    public static Func<IReadOnlyList<JsonObject>, IEnumerable<JsonObject>> EachCall(Action<JsonObject> garble) => payloads =>
    {
        foreach (var call in payloads.SelectMany(Calls))
        {
            garble(call);
        }

        return payloads;
    };

    /// <summary>Garbles the function of each call that is there as a whole.</summary>
    public static Func<IReadOnlyList<JsonObject>, IEnumerable<JsonObject>> EachFunction(Action<JsonObject> garble) => EachCall(call => garble(Function(call)));

    /// <summary>Garbles the pieces of a call that come after the first one.</summary>
    /// <param name="garble">Gets the first piece and a later one.</param>
    public static Func<IReadOnlyList<JsonObject>, IEnumerable<JsonObject>> EachContinuation(Action<JsonObject, JsonObject> garble) => payloads =>
    {
        var first = new Dictionary<int, JsonObject>();
        foreach (var call in payloads.SelectMany(Calls))
        {
            if (!first.TryAdd(Index(call), call))
            {
                garble(first[Index(call)], call);
            }
        }

        return payloads;
    };

    /// <summary>The only choice; <see langword="null"/> in a chunk that has none.</summary>
    public static JsonObject? Choice(JsonObject payload) => payload["choices"] is JsonArray { Count: > 0 } choices ? choices[0]?.AsObject() : null;

    /// <summary>The message, or what a chunk adds to it.</summary>
    public static JsonObject? Message(JsonObject payload) => (Choice(payload)?["message"] ?? Choice(payload)?["delta"])?.AsObject();

    public static IEnumerable<JsonObject> Calls(JsonObject payload)
        => Message(payload)?["tool_calls"] is JsonArray calls ? calls.OfType<JsonObject>() : [];

    public static JsonObject Function(JsonObject call) => call["function"]!.AsObject();

    /// <summary>The place of a call; 0 where a fault before this one took it away.</summary>
    public static int Index(JsonObject call) => call["index"] is { } index ? (int)index : 0;

    /// <summary>The arguments of a function; empty where a fault before this one left no text.</summary>
    public static string Arguments(JsonObject function) => function["arguments"] is JsonValue arguments ? (string?)arguments ?? "" : "";

    /// <summary>A chunk of the same answer that adds something else.</summary>
    public static JsonObject Like(JsonObject chunk, JsonObject delta)
    {
        var copy = chunk.DeepClone().AsObject();
        copy.Remove("usage");
        var choice = Choice(copy)!;
        choice.Remove("finish_reason");
        choice["delta"] = delta;
        return copy;
    }
}
