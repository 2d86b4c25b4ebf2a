using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GlmTools.Tests.Agent.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class AgentTelemetryTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly LogRecorder _log = new();

    [Fact]
    public void A_run_has_a_span_for_itself_for_each_request_and_for_each_call()
    {
        using var recorder = new SpanRecorder();

        SampleRun.Succeed(Telemetry(), _time);

        var run = recorder.Named("invoke_agent Librarian");
        var chat = recorder.Named("chat glm-5.3");
        var tool = recorder.Named("execute_tool return_book");
        Assert.Equal((ActivityKind.Internal, ActivityKind.Client, ActivityKind.Internal), (run.Kind, chat.Kind, tool.Kind));
        Assert.Equal([run.SpanId, run.SpanId], [chat.ParentSpanId, tool.ParentSpanId]);
        Assert.All(recorder.Spans, span => Assert.Equal(run.TraceId, span.TraceId));
        AssertTags(run,
            ("gen_ai.agent.name", "Librarian"), ("gen_ai.conversation.id", "conversation_1"), ("gen_ai.operation.name", "invoke_agent"),
            ("gen_ai.provider.name", "zhipu"), ("gen_ai.request.model", "glm-5.3"), ("gen_ai.usage.cache_read.input_tokens", 60L),
            ("gen_ai.usage.input_tokens", 100L), ("gen_ai.usage.output_tokens", 20L), ("gen_ai.usage.reasoning.output_tokens", 5L),
            ("glmtools.run.id", "run_1"), ("glmtools.run.stop_reason", "Answered"), ("glmtools.run.turns", 1));
        AssertTags(chat,
            ("gen_ai.agent.name", "Librarian"), ("gen_ai.conversation.id", "conversation_1"), ("gen_ai.operation.name", "chat"),
            ("gen_ai.provider.name", "zhipu"), ("gen_ai.request.max_tokens", 500), ("gen_ai.request.model", "glm-5.3"),
            ("gen_ai.request.temperature", 0.5), ("gen_ai.response.finish_reasons", "tool_calls"), ("gen_ai.response.id", "answer_1"),
            ("gen_ai.response.model", "glm-5.3-0818"), ("gen_ai.usage.cache_read.input_tokens", 60L), ("gen_ai.usage.input_tokens", 100L),
            ("gen_ai.usage.output_tokens", 20L), ("gen_ai.usage.reasoning.output_tokens", 5L), ("glmtools.turn", 1));
        AssertTags(tool,
            ("gen_ai.agent.name", "Librarian"), ("gen_ai.conversation.id", "conversation_1"), ("gen_ai.operation.name", "execute_tool"),
            ("gen_ai.provider.name", "zhipu"), ("gen_ai.request.model", "glm-5.3"), ("gen_ai.tool.call.id", "call_1"),
            ("gen_ai.tool.name", "return_book"), ("gen_ai.tool.type", "function"));
    }

    [Fact]
    public void An_agent_without_a_name_has_none_in_its_span()
    {
        using var recorder = new SpanRecorder();

        new AgentTelemetry(null, "glm-5.3", false, NullLogger.Instance, _time).StartRun("run_1").Stop(GlmStopReason.Answered, 1, SampleRun.Usage);

        var span = recorder.Named("invoke_agent");
        Assert.Null(span.GetTagItem("gen_ai.agent.name"));
        Assert.Null(span.GetTagItem("gen_ai.conversation.id"));
    }

    [Fact]
    public void A_call_that_starts_while_the_answer_arrives_is_part_of_the_run_not_of_the_request()
    {
        using var recorder = new SpanRecorder();
        using var run = Telemetry().StartRun("run_1");
        using (var chat = run.StartChat(1, new()))
        {
            run.StartTool(SampleRun.Call, SampleRun.Tool).Stop(new GlmToolResult("ok"u8.ToArray()));
            chat.Stop(null, null, null, null);
        }

        run.Stop(GlmStopReason.Answered, 1, SampleRun.Usage);

        Assert.Equal(recorder.Named("invoke_agent Librarian").SpanId, recorder.Named("execute_tool return_book").ParentSpanId);
    }

    [Fact]
    public void A_run_is_part_of_what_its_caller_does()
    {
        using var recorder = new SpanRecorder();
        using var caller = new Activity("caller").Start();

        SampleRun.Succeed(Telemetry(), _time);

        Assert.Equal(caller.SpanId, recorder.Named("invoke_agent Librarian").ParentSpanId);
    }

    [Fact]
    public void Nothing_of_what_was_said_is_reported_unless_asked_for()
    {
        using var recorder = new SpanRecorder();
        using var measurements = new MeasurementRecorder();

        SampleRun.Succeed(Telemetry(), _time);
        SampleRun.Fail(Telemetry());

        var everything = recorder.Everything() + string.Join('\n', measurements.Lines) + string.Join('\n', _log.Entries);
        Assert.Contains("return_book", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleRun.Secret, everything, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_was_asked_for_has_the_form_of_the_conventions()
    {
        using var recorder = new SpanRecorder();

        SampleRun.Succeed(Telemetry(captureContent: true), _time);

        var chat = recorder.Named("chat glm-5.3");
        Assert.Equal(
            $$$"""[{"role":"user","parts":[{"type":"text","content":"{{{SampleRun.Secret}}} 城市"}]},{"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"a","arguments":{"x": 1}},{"type":"tool_call","id":"c2","name":"b","arguments":"{no json"}]},{"role":"tool","parts":[{"type":"tool_call_response","id":"c1","response":"{{{SampleRun.Secret}}}"}]}]""",
            chat.GetTagItem("gen_ai.input.messages"));
        Assert.Equal($$"""[{"type":"text","content":"{{SampleRun.Secret}} instructions"}]""", chat.GetTagItem("gen_ai.system_instructions"));
        Assert.Equal("""[{"type":"function"}]""", chat.GetTagItem("gen_ai.tool.definitions"));
        Assert.Equal(
            $$$"""[{"role":"assistant","parts":[{"type":"reasoning","content":"{{{SampleRun.Secret}}}?"},{"type":"text","content":"{{{SampleRun.Secret}}}!"},{"type":"tool_call","id":"call_1","name":"return_book","arguments":{"query":"{{{SampleRun.Secret}}}"}}],"finish_reason":"tool_call"}]""",
            chat.GetTagItem("gen_ai.output.messages"));
        var tool = recorder.Named("execute_tool return_book");
        Assert.Equal(SampleRun.Call.Arguments, tool.GetTagItem("gen_ai.tool.call.arguments"));
        Assert.Equal($"found {SampleRun.Secret}", tool.GetTagItem("gen_ai.tool.call.result"));
        using var parsed = JsonDocument.Parse((string)chat.GetTagItem("gen_ai.input.messages")!);
    }

    [Fact]
    public void Tokens_and_durations_are_measured()
    {
        using var measurements = new MeasurementRecorder();

        SampleRun.Succeed(Telemetry(), _time);

        const string Common = "gen_ai.provider.name=zhipu gen_ai.request.model=glm-5.3";
        Assert.Equal(
        [
            $"gen_ai.client.token.usage 100 {{token}} gen_ai.operation.name=chat {Common} gen_ai.response.model=glm-5.3-0818 gen_ai.token.type=input",
            $"gen_ai.client.token.usage 20 {{token}} gen_ai.operation.name=chat {Common} gen_ai.response.model=glm-5.3-0818 gen_ai.token.type=output",
            $"gen_ai.client.operation.duration 2.5 s gen_ai.operation.name=chat {Common} gen_ai.response.model=glm-5.3-0818",
            $"gen_ai.client.operation.duration 0.25 s gen_ai.operation.name=execute_tool {Common} gen_ai.tool.name=return_book",
            $"gen_ai.client.operation.duration 2.75 s gen_ai.operation.name=invoke_agent {Common}",
        ], measurements.Lines);
    }

    [Fact]
    public void A_good_run_is_logged_step_by_step()
    {
        var telemetry = Telemetry();
        SampleRun.Succeed(telemetry, _time);
        telemetry.StartRun("run_2").WaitForApproval(SampleRun.Call, SampleRun.Tool);

        Assert.Equal(
        [
            (LogLevel.Information, "Run run_1 of agent Librarian began, with the model glm-5.3", null),
            (LogLevel.Debug, "Run run_1: turn 1 began", null),
            (LogLevel.Debug, "Run run_1: call call_1 of return_book finished", null),
            (LogLevel.Information, "Run run_1 ended: Answered, after 1 turns, with 100 tokens in and 20 out", null),
            (LogLevel.Information, "Run run_2 of agent Librarian began, with the model glm-5.3", null),
            (LogLevel.Information, "Run run_2: call call_1 of return_book waits for approval", null),
        ], _log.Entries);
    }

    [Fact]
    public void What_was_not_ended_ends_with_its_scope()
    {
        using var recorder = new SpanRecorder();
        using (var run = Telemetry().StartRun("run_1"))
        {
            using var chat = run.StartChat(1, new());
            using var tool = run.StartTool(SampleRun.Call, SampleRun.Tool);
        }

        Assert.Equal(3, recorder.Spans.Count);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void Where_nobody_listens_nothing_is_allocated()
    {
        var telemetry = new AgentTelemetry("Librarian", "glm-5.3", true, NullLogger.Instance, TimeProvider.System);
        var (settings, tool, result) = (new GlmChatSettings { Temperature = 0.5 }, SampleRun.Tool, new GlmToolResult("ok"u8.ToArray()));
        RunSilently();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            RunSilently();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void RunSilently()
        {
            using var run = telemetry.StartRun("run_1", "conversation_1");
            using var chat = run.StartChat(1, settings);
            Assert.False(chat.CapturesContent);
            chat.Stop("answer_1", "glm-5.3", GlmFinishReason.Stop, SampleRun.Usage);
            using var call = run.StartTool(SampleRun.Call, tool);
            call.Stop(result);
            run.Stop(GlmStopReason.Answered, 1, SampleRun.Usage);
        }
    }

    private AgentTelemetry Telemetry(bool captureContent = false) => new("Librarian", "glm-5.3", captureContent, _log, _time);

    private static void AssertTags(Activity span, params (string Name, object Value)[] expected)
        => Assert.Equal(
            expected,
            span.TagObjects.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => (tag.Key, tag.Value is string[] texts ? string.Join(',', texts) : tag.Value!)));
}
