using System.Text.Json.Nodes;
using GlmTools.Emulator.Faults;
using static GlmTools.Emulator.Faults.Garbled;

namespace GlmTools.Emulator;

// The faults of arguments.
public abstract partial class FaultProfile
{
    /// <summary>Quirk 1: <c>arguments</c> is <c>""</c> for a call without any. The service and self-hosted engines do so.</summary>
    public static FaultProfile EmptyArguments { get; } = new ReplyFault([1], "arguments are \"\" for a call without any",
        CallsWithoutArguments(static call => call with { Arguments = "" }));

    /// <summary>Quirk 2: <c>arguments</c> is <c>null</c> for a call without any. Seen on the service.</summary>
    public static FaultProfile NullArguments { get; } = new PayloadFault([2], "arguments are null for a call without any", HasCallsWithoutArguments,
        Payload.EachFunction(static function =>
        {
            if (IsEmpty(function))
            {
                function["arguments"] = null;
            }
        }), fragments: false);

    /// <summary>Quirk 2: <c>arguments</c> is the text <c>"null"</c> for a call without any.</summary>
    public static FaultProfile NullTextArguments { get; } = new ReplyFault([2], "arguments are \"null\" for a call without any",
        CallsWithoutArguments(static call => call with { Arguments = "null" }));

    /// <summary>Quirk 2: a call without arguments has no <c>arguments</c> at all (fixture checklist 5).</summary>
    public static FaultProfile MissingArguments { get; } = new PayloadFault([2], "a call without arguments lacks the member", HasCallsWithoutArguments,
        Payload.EachFunction(static function =>
        {
            if (IsEmpty(function))
            {
                function.Remove("arguments");
            }
        }), fragments: false);

    /// <summary>Quirk 5: the closing brace of the arguments is missing. The service and SGLang do so in streams.</summary>
    public static FaultProfile MissingBrace { get; } = new ReplyFault([5], "the closing brace of arguments is missing",
        Arguments(static (call, _) => call.Arguments.TrimEnd()[..^1]));

    /// <summary>Quirk 6: parallel calls arrive as one, with their objects behind one another in its arguments. The service and SGLang do so.</summary>
    public static FaultProfile GluedArguments { get; } = new ReplyFault([6], "parallel calls are one, their arguments glued together",
        static (_, completion) => completion.ToolCalls is [var first, _, ..] calls
            ? completion with { ToolCalls = [first with { Arguments = string.Concat(calls.Select(static call => call.Arguments)) }] }
            : null);

    /// <summary>Quirk 7: every scalar arrives as a string: <c>"10"</c>, <c>"true"</c>. Engines that do not look into the schema do so.</summary>
    public static FaultProfile ScalarsAsStrings { get; } = new ReplyFault([7], "numbers and booleans are strings",
        Arguments(static (_, arguments) => Quote(arguments, static value => value is JsonValue && !ForeignText.IsText(value))));

    /// <summary>Quirk 8: arrays and objects arrive as strings that hold their JSON. Seen on the Coding Plan endpoint.</summary>
    public static FaultProfile NestedAsStrings { get; } = new ReplyFault([8], "arrays and objects are strings that hold JSON",
        Arguments(static (_, arguments) => Quote(arguments, static value => value is JsonArray or JsonObject)));

    /// <summary>Quirk 9: the arguments are encoded twice, a JSON string inside the JSON string. The service and vLLM do so.</summary>
    public static FaultProfile DoublyEncodedArguments { get; } = new ReplyFault([9], "arguments are encoded twice",
        Arguments(static (call, _) => Text(JsonValue.Create(call.Arguments))));

    /// <summary>Quirk 10: <c>arguments</c> is an object, not a string. Gateways and self-hosted engines do so.</summary>
    public static FaultProfile ArgumentsAsObject { get; } = new PayloadFault([10], "arguments are an object instead of a string", HasArguments,
        Payload.EachFunction(static function => function["arguments"] = Read(Payload.Arguments(function)) ?? function["arguments"]?.DeepClone()), fragments: false);

    /// <summary>Quirk 11: text values stand without their quotes. vLLM does so in streams where a schema is an <c>anyOf</c> with null.</summary>
    public static FaultProfile UnquotedStrings { get; } = new ReplyFault([11], "text values of streamed arguments lack their quotes",
        Streamed(Arguments(static (_, arguments) => arguments.Any(static argument => ForeignText.IsText(argument.Value)) ? ForeignText.Unquoted(arguments) : null)));

    /// <summary>Quirk 12: the arguments are the text of GLM's own template, tags and all. Seen on the service.</summary>
    public static FaultProfile TemplateLeak { get; } = new ReplyFault([12], "arguments are text of the model's template",
        Arguments(static (call, arguments) => call.Name + ForeignText.Template(arguments)));

    /// <summary>Quirk 16: <c>{}</c> for a tool with required parameters. The service and vLLM do so.</summary>
    public static FaultProfile LostArguments { get; } = new ReplyFault([16], "arguments are {}, whatever they were",
        Arguments(static (_, _) => "{}"));

    /// <summary>Quirk 17: keys come in fragments, <c>""</c> and <c>"{name}"</c>. Seen on the service where arguments are long.</summary>
    public static FaultProfile FragmentedKeys { get; } = new ReplyFault([17], "keys of arguments are \"\" and \"{name}\"",
        Arguments(static (_, arguments) => Text(new JsonObject(arguments.Select(static (argument, index)
            => KeyValuePair.Create(index == 0 ? "" : $"{{{argument.Key}}}", argument.Value?.DeepClone()))))));

    /// <summary>Quirk 17: the object of arguments is the item of an array. Seen on the service where arguments are long.</summary>
    public static FaultProfile ArgumentsAsArray { get; } = new ReplyFault([17], "arguments are an array around the object",
        Arguments(static (call, _) => $"[{call.Arguments}]"));

    /// <summary>Quirk 18: declared parameters that the call leaves out are <c>null</c>. Seen on the service.</summary>
    public static FaultProfile NullForOptional { get; } = new ReplyFault([18], "parameters that are left out are null", Calls(static (request, call) =>
    {
        string[] missing = Read(call.Arguments) is { } arguments ? [.. request.ParametersOf(call.Name).Where(name => !arguments.ContainsKey(name))] : [];
        return missing.Length > 0 ? call with { Arguments = With(call, missing, null) } : null;
    }));

    /// <summary>Quirk 30: the arguments are Python: <c>True</c>, <c>None</c>, single quotes. The demo servers of ChatGLM3 and GLM-4 do so.</summary>
    public static FaultProfile PythonLiterals { get; } = new ReplyFault([30], "arguments are Python instead of JSON",
        Arguments(static (_, arguments) => ForeignText.Python(arguments)));

    /// <summary>Quirk 31: only the first parameter arrives. Seen on a self-hosted engine.</summary>
    public static FaultProfile FirstParameterOnly { get; } = new ReplyFault([31], "only the first parameter arrives",
        Arguments(static (_, arguments) => arguments.Count > 1 ? Text(new JsonObject([KeyValuePair.Create(arguments.First().Key, arguments.First().Value?.DeepClone())])) : null));

    /// <summary>Quirk 33: the server forces JSON and the model never ends it: blank lines until the answer reaches its length. SGLang does so.</summary>
    public static FaultProfile EndlessArguments { get; } = new ReplyFault([33], "the last arguments never end, until the length is reached",
        LastCall(static call => call with { Arguments = call.Arguments.TrimEnd().TrimEnd('}') + new string('\n', 4000) }));

    /// <summary>Quirk 35: half of the arguments is missing, and the answer says nothing of it. Engines that predict several tokens at a time do so.</summary>
    public static FaultProfile TruncatedArguments { get; } = new ReplyFault([35], "half of the arguments is missing",
        Arguments(static (call, _) => Half(call.Arguments)));

    /// <summary>The answer reaches its length in the middle of the last call (fixture checklist 6).</summary>
    public static FaultProfile CutByLength { get; } = new ReplyFault([], "the length is reached in the middle of the last arguments",
        LastCall(static call => call with { Arguments = Half(call.Arguments) }));

    /// <summary>Quirk 36: a parameter that was never declared.</summary>
    public static FaultProfile UndeclaredParameter { get; } = new ReplyFault([36], "arguments have a parameter that nobody declared",
        Calls(static (_, call) => Read(call.Arguments) is not null ? call with { Arguments = With(call, ["inner_thoughts"], "as asked") } : null));

    private static FaultProfile[] ArgumentFaults =>
    [
        EmptyArguments, NullArguments, NullTextArguments, MissingArguments, MissingBrace, GluedArguments, ScalarsAsStrings, NestedAsStrings, DoublyEncodedArguments,
        ArgumentsAsObject, UnquotedStrings, TemplateLeak, LostArguments, FragmentedKeys, ArgumentsAsArray, NullForOptional, PythonLiterals, FirstParameterOnly,
        EndlessArguments, TruncatedArguments, CutByLength, UndeclaredParameter,
    ];

    private static Func<EmulatedRequest, EmulatedCompletion, EmulatedReply?> Streamed(Func<EmulatedRequest, EmulatedCompletion, EmulatedReply?> garble)
        => (request, completion) => request.Stream ? garble(request, completion) : null;

    // Never inside a character that takes two UTF-16 units: that would be another garbling.
    private static string Half(string text) => text[..((text.Length / 2) - (text.Length > 1 && char.IsHighSurrogate(text[(text.Length / 2) - 1]) ? 1 : 0))];

    private static string? Quote(JsonObject arguments, Func<JsonNode?, bool> quotes) => arguments.Any(argument => quotes(argument.Value))
        ? Text(new JsonObject(arguments.Select(argument
            => KeyValuePair.Create(argument.Key, quotes(argument.Value) ? JsonValue.Create(Text(argument.Value)) : argument.Value?.DeepClone()))))
        : null;

    private static string With(EmulatedToolCall call, IEnumerable<string> names, string? value)
    {
        var arguments = Read(call.Arguments)!;
        foreach (var name in names)
        {
            arguments[name] = value;
        }

        return Text(arguments);
    }

    private static bool IsEmpty(JsonObject function) => IsWithoutArguments(Payload.Arguments(function));
}
