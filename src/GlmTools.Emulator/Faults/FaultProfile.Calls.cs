using System.Text.Json.Nodes;
using GlmTools.Emulator.Faults;
using static GlmTools.Emulator.Faults.Garbled;

namespace GlmTools.Emulator;

// The faults of names, ids and places of calls.
public abstract partial class FaultProfile
{
    /// <summary>Quirk 3: the name of a call without arguments ends with <c>&lt;/arg_value&gt;</c>. Seen on another host of the models.</summary>
    public static FaultProfile TagInName { get; } = new ReplyFault([3], "the name of a call without arguments ends with </arg_value>",
        CallsWithoutArguments(static call => call with { Name = call.Name + "</arg_value>" }));

    /// <summary>
    /// Quirks 4 and 15: the calls are dropped, and the answer ends with <c>stop</c> and without text. Self-hosted engines do so with calls
    /// that have no arguments, newer vLLM and lmdeploy with calls of tools that the request does not declare.
    /// </summary>
    public static FaultProfile DroppedCalls { get; } = new ReplyFault([4, 15], "the calls are dropped, the answer is empty",
        static (_, completion) => completion.ToolCalls.Count > 0 ? completion with { Text = "", ToolCalls = [], FinishReason = "stop" } : null);

    /// <summary>Quirk 12: the name is followed by the arguments as text of GLM's own template. Seen on the service.</summary>
    public static FaultProfile TemplateLeakInName { get; } = new ReplyFault([12], "the name is followed by text of the model's template",
        Calls(static (_, call) => Read(call.Arguments) is { Count: > 0 } arguments ? call with { Name = call.Name + ForeignText.Template(arguments), Arguments = "{}" } : null));

    /// <summary>Quirk 13: the name is glued to the first key: <c>get_weathercity&lt;/arg_key&gt;</c>. vLLM does so.</summary>
    public static FaultProfile KeyInName { get; } = new ReplyFault([13], "the name is glued to the first key of the arguments",
        Calls(static (_, call) => Read(call.Arguments) is { Count: > 0 } arguments ? call with { Name = $"{call.Name}{arguments.First().Key}</arg_key>", Arguments = "{}" } : null));

    /// <summary>Quirk 14: <c>function.name</c> is <c>null</c>. SGLang does so.</summary>
    public static FaultProfile NullName { get; } = new PayloadFault([14], "the name is null", HasCalls,
        Payload.EachFunction(static function =>
        {
            if (function.ContainsKey("name"))
            {
                function["name"] = null;
            }
        }));

    /// <summary>Quirk 14: the name begins with <c>&lt;tool_call&gt;</c>. SGLang does so.</summary>
    public static FaultProfile StrayTagInName { get; } = new ReplyFault([14], "the name begins with <tool_call>",
        Calls(static (_, call) => call with { Name = "<tool_call>" + call.Name }));

    /// <summary>
    /// Quirk 15: a call of a tool that the request does not declare: one that the history called, else one that never was. The model itself does so.
    /// </summary>
    public static FaultProfile UndeclaredTool { get; } = new ReplyFault([15], "a tool is called that the request does not declare",
        Calls(static (request, call) => call with
        {
            Name = request.Messages.SelectMany(static message => message.ToolCalls).LastOrDefault(past => !request.Tools.Contains(past.Name))?.Name ?? "browse_internet",
        }));

    /// <summary>Quirk 19: calls have no <c>id</c>. glm-4.6v-flash does so on the service.</summary>
    public static FaultProfile MissingId { get; } = new PayloadFault([19], "calls have no id", HasCalls, Payload.EachCall(static call => call.Remove("id")));

    /// <summary>Quirk 19: the first delta of a call has no <c>id</c>, a later one has it. Arguments come in fragments, whatever the request asks.</summary>
    public static FaultProfile LateId { get; } = new PayloadFault([19], "the id of a streamed call comes after its first delta", HasStreamedCalls,
        Payload.EachContinuation(static (first, later) =>
        {
            if (first["id"] is { } id)
            {
                first.Remove("id");
                later["id"] = id.DeepClone();
            }
        }), fragments: true);

    /// <summary>Quirk 20: <c>id</c> is a JSON number. Gateways do so.</summary>
    public static FaultProfile NumericId { get; } = new PayloadFault([20], "ids of calls are numbers", HasCalls, Payload.EachCall(static call =>
    {
        if (call["id"] is not null)
        {
            call["id"] = 10001 + Payload.Index(call);
        }
    }));

    /// <summary>Quirk 21: each delta of a call has another <c>id</c>. The GLM-4 demo server does so. Arguments come in fragments, whatever the request asks.</summary>
    public static FaultProfile ChangingId { get; } = new PayloadFault([21], "each delta of a streamed call has another id", HasStreamedCalls,
        static payloads =>
        {
            var changes = 0;
            return Payload.EachContinuation((_, later) => later["id"] = $"call_changed_{++changes}")(payloads);
        }, fragments: true);

    /// <summary>Quirk 22: only the first delta of a call has <c>id</c>, <c>type</c> and <c>name</c>. The service does so with <c>tool_stream</c>, other servers always.</summary>
    public static FaultProfile BareContinuations { get; } = new PayloadFault([22], "arguments come in fragments that have only an index", HasStreamedCalls,
        static payloads => payloads, fragments: true);

    /// <summary>Quirk 6: streamed parallel calls all have index 0, each with an id and a name of its own. SGLang does so.</summary>
    public static FaultProfile SharedIndex { get; } = new PayloadFault([6], "streamed parallel calls share index 0",
        static (request, completion) => request.Stream && completion.ToolCalls.Count > 1, Payload.EachCall(static call => call["index"] = 0));

    /// <summary>Calls have no <c>index</c>, as glm-4 sends them (protocol sheet 4.4).</summary>
    public static FaultProfile NoIndex { get; } = new PayloadFault([], "calls have no index", HasCalls, Payload.EachCall(static call => call.Remove("index")));

    /// <summary>Each delta of a call repeats its name (protocol sheet 5.3, rule 4). Arguments come in fragments, whatever the request asks.</summary>
    public static FaultProfile RepeatedName { get; } = new PayloadFault([], "each delta of a streamed call repeats its name", HasStreamedCalls,
        Payload.EachContinuation(static (first, later) => Payload.Function(later)["name"] = Payload.Function(first)["name"]?.DeepClone()), fragments: true);

    /// <summary>
    /// The complete arguments come once more after their fragments, from engines that flush at the end (protocol sheet 5.3, rule 7). Arguments come in fragments,
    /// whatever the request asks.
    /// </summary>
    public static FaultProfile RepeatedArguments { get; } = new PayloadFault([], "streamed arguments come once more as a whole",
        static (request, completion) => request.Stream && HasArguments(request, completion), ArgumentFragments.WithRepetition, fragments: true);

    /// <summary>
    /// The fragments of parallel calls alternate, are one character long, and cut through the <c>\u</c> escapes of what is not ASCII (fixture checklist 4).
    /// Arguments come in fragments, whatever the request asks.
    /// </summary>
    public static FaultProfile InterleavedFragments { get; } = new PayloadFault([], "streamed arguments alternate in fragments of one character", HasStreamedCalls,
        ArgumentFragments.Interleaved, fragments: true);

    private static FaultProfile[] CallFaults =>
    [
        TagInName, DroppedCalls, TemplateLeakInName, KeyInName, NullName, StrayTagInName, UndeclaredTool, MissingId, LateId, NumericId, ChangingId, BareContinuations,
        SharedIndex, NoIndex, RepeatedName, RepeatedArguments, InterleavedFragments,
    ];
}
