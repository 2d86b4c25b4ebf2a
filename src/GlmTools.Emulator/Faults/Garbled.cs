using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Faults;

/// <summary>Makes faults of replies out of faults of their calls and arguments. Where nothing changes, the fault does not apply.</summary>
internal static class Garbled
{
    /// <summary>A fault of each call by itself.</summary>
    /// <param name="garble">The garbled call; <see langword="null"/> where it stays.</param>
    public static Func<EmulatedRequest, EmulatedCompletion, EmulatedReply?> Calls(Func<EmulatedRequest, EmulatedToolCall, EmulatedToolCall?> garble)
        => (request, completion) => completion.ToolCalls.Any(call => garble(request, call) is not null)
            ? completion with { ToolCalls = [.. completion.ToolCalls.Select(call => garble(request, call) ?? call)] }
            : null;

    /// <summary>A fault of each call's arguments; those that are no object, or an empty one, stay.</summary>
    /// <param name="garble">The garbled text; <see langword="null"/> where it stays.</param>
    public static Func<EmulatedRequest, EmulatedCompletion, EmulatedReply?> Arguments(Func<EmulatedToolCall, JsonObject, string?> garble)
        => Calls((_, call) => Read(call.Arguments) is { Count: > 0 } arguments && garble(call, arguments) is { } garbled ? call with { Arguments = garbled } : null);

    /// <summary>A fault of calls without arguments.</summary>
    /// <param name="garble">The garbled call.</param>
    public static Func<EmulatedRequest, EmulatedCompletion, EmulatedReply?> CallsWithoutArguments(Func<EmulatedToolCall, EmulatedToolCall> garble)
        => Calls((_, call) => IsWithoutArguments(call.Arguments) ? garble(call) : null);

    /// <summary>A fault of the last call, at which the answer reaches its length.</summary>
    /// <param name="garble">The garbled call.</param>
    public static Func<EmulatedRequest, EmulatedCompletion, EmulatedReply?> LastCall(Func<EmulatedToolCall, EmulatedToolCall> garble)
        => (_, completion) => completion.ToolCalls is { Count: > 0 } calls
            ? completion with { ToolCalls = [.. calls.SkipLast(1), garble(calls[^1])], FinishReason = "length" }
            : null;

    public static bool HasCalls(EmulatedRequest request, EmulatedCompletion completion) => completion.ToolCalls.Count > 0;

    public static bool HasStreamedCalls(EmulatedRequest request, EmulatedCompletion completion) => request.Stream && completion.ToolCalls.Count > 0;

    public static bool HasCallsWithoutArguments(EmulatedRequest request, EmulatedCompletion completion) => completion.ToolCalls.Any(static call => IsWithoutArguments(call.Arguments));

    public static bool HasArguments(EmulatedRequest request, EmulatedCompletion completion) => completion.ToolCalls.Any(static call => Read(call.Arguments) is not null);

    public static bool IsStreamed(EmulatedRequest request, EmulatedCompletion completion) => request.Stream;

    /// <summary>The arguments of a call, or <see langword="null"/> where they are no object.</summary>
    public static JsonObject? Read(string arguments)
    {
        try
        {
            return JsonNode.Parse(arguments) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool IsWithoutArguments(string arguments) => arguments.Length == 0 || Read(arguments) is { Count: 0 };

    /// <summary>The JSON of a value, 城市 as 城市.</summary>
    public static string Text(JsonNode? value)
        => Encoding.UTF8.GetString(StrictJson.Write(json => WriteTo(value, json)));

    private static void WriteTo(JsonNode? value, Utf8JsonWriter json)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            value.WriteTo(json);
        }
    }

}
