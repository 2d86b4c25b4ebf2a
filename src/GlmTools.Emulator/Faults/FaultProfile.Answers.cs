using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using GlmTools.Emulator.Faults;
using static GlmTools.Emulator.Faults.Garbled;

namespace GlmTools.Emulator;

// The faults of an answer as a whole: its text, its reasoning and its end.
public abstract partial class FaultProfile
{
    private const int LoopedTimes = 200;

    /// <summary>Quirk 25: <c>content</c> is <c>null</c> beside the calls, which makes naive clients pass them over. The service does so.</summary>
    public static FaultProfile NullContent { get; } = new PayloadFault([25], "content is null beside calls", HasCalls, static payloads =>
    {
        foreach (var message in payloads.Where(static payload => Payload.Calls(payload).Any()).Select(Payload.Message).OfType<JsonObject>())
        {
            message["content"] = null;
        }

        return payloads;
    });

    /// <summary>Quirk 26: the finish reason is <c>stop</c> although there are calls. Self-hosted engines and gateways do so where a function is forced.</summary>
    public static FaultProfile FinishReasonStopWithCalls { get; } = new ReplyFault([26], "calls end with finish_reason stop",
        static (_, completion) => completion.ToolCalls.Count > 0 ? completion with { FinishReason = "stop" } : null);

    /// <summary>The finish reason is <c>tool_calls</c>, and there are none (protocol sheet 4.2).</summary>
    public static FaultProfile FinishReasonToolCallsWithoutCalls { get; } = new ReplyFault([], "text ends with finish_reason tool_calls",
        static (_, completion) => completion.ToolCalls.Count == 0 ? completion with { FinishReason = "tool_calls" } : null);

    /// <summary>Quirk 27: the turn ends with reasoning only, neither text nor calls. Seen on the service.</summary>
    public static FaultProfile ReasoningOnly { get; } = new ReplyFault([27], "an answer is reasoning only",
        static (_, completion) => completion with { Reasoning = completion.Reasoning ?? "Let me think.", Text = "", ToolCalls = [], FinishReason = "stop" });

    /// <summary>Quirk 28: the final answer is in <c>reasoning_content</c>, and <c>content</c> is empty. SGLang does so.</summary>
    public static FaultProfile AnswerInReasoning { get; } = new ReplyFault([28], "the text of an answer is in its reasoning",
        static (_, completion) => completion is { ToolCalls.Count: 0, Text.Length: > 0 } ? completion with { Reasoning = completion.Reasoning + completion.Text, Text = "" } : null);

    /// <summary>Quirk 29: a call is written as text, the name and then the JSON. GLM-4-0414 always does so.</summary>
    public static FaultProfile CallAsText { get; } = new ReplyFault([29], "calls are text: the name, then the JSON",
        static (_, completion) => completion.ToolCalls.Count > 0
            ? completion with { Text = completion.Text + string.Join('\n', completion.ToolCalls.Select(static call => $"{call.Name}\n{call.Arguments}")), ToolCalls = [], FinishReason = "stop" }
            : null);

    /// <summary>Quirk 29: a call is written inside the reasoning, in GLM's own template. Models and self-hosted engines do so.</summary>
    public static FaultProfile CallInReasoning { get; } = new ReplyFault([29], "calls are template text inside the reasoning",
        static (_, completion) => completion.ToolCalls.Count > 0
            ? completion with
            {
                Reasoning = completion.Reasoning + string.Concat(completion.ToolCalls.Select(static call => $"<tool_call>{call.Name}{ForeignText.Template(Read(call.Arguments) ?? [])}</tool_call>")),
                Text = "",
                ToolCalls = [],
                FinishReason = "stop",
            }
            : null);

    /// <summary>
    /// Quirk 32: instead of going on, the model makes the calls of its last answer once more, byte by byte, under new ids. The model itself does so after an
    /// unclear error of a tool.
    /// </summary>
    public static FaultProfile RepeatedCall { get; } = new ReplyFault([32], "after results, the last calls come once more",
        static (request, completion) => request.Messages is [.., { Role: "tool" }]
            && request.Messages.Last(static message => message.ToolCalls.Count > 0).ToolCalls is var calls
            && calls.All(call => request.Tools.Contains(call.Name))
            ? completion with { Text = null, ToolCalls = [.. calls.Select(static call => call with { Id = null })], FinishReason = null }
            : null);

    /// <summary>Quirk 34: the text goes round in circles until the answer reaches its length. GLM-5.1 does so behind some 70,000 tokens.</summary>
    public static FaultProfile LoopingText { get; } = new ReplyFault([34], "text goes round in circles until the length is reached",
        static (_, completion) => completion is { ToolCalls.Count: 0, Text: { Length: > 0 } text }
            ? completion with { Text = string.Concat(Enumerable.Repeat(text, LoopedTimes)), FinishReason = "length" }
            : null);

    /// <summary>The content filter stops the answer: finish reason <c>sensitive</c> (protocol sheet 4.2).</summary>
    public static FaultProfile Sensitive { get; } = Ending("the answer ends with finish_reason sensitive", "sensitive");

    /// <summary>The inference fails within the answer: finish reason <c>network_error</c> (protocol sheet 4.2).</summary>
    public static FaultProfile NetworkError { get; } = Ending("the answer ends with finish_reason network_error", "network_error");

    /// <summary>Prompt and answer exceed the window: finish reason <c>model_context_window_exceeded</c> (protocol sheet 4.2).</summary>
    public static FaultProfile ContextWindowExceeded { get; } = Ending("the answer ends with finish_reason model_context_window_exceeded", "model_context_window_exceeded");

    /// <summary>A finish reason that no client knows yet; some looped for ever when the last one was added (protocol sheet 4.2).</summary>
    public static FaultProfile UnknownFinishReason { get; } = Ending("the answer ends with a finish_reason nobody knows", "retired_early");

    private static FaultProfile[] AnswerFaults =>
    [
        NullContent, FinishReasonStopWithCalls, FinishReasonToolCallsWithoutCalls, ReasoningOnly, AnswerInReasoning, CallAsText, CallInReasoning, RepeatedCall, LoopingText,
        Sensitive, NetworkError, ContextWindowExceeded, UnknownFinishReason,
    ];

    private static ReplyFault Ending(string summary, string finishReason, [CallerMemberName] string property = "")
        => new([], summary, (_, completion) => completion with { FinishReason = finishReason }, property);
}
