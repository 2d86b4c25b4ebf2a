using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GlmTools.Tests.Agent.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class ErrorTelemetryTests
{
    private readonly LogRecorder _log = new();

    [Fact]
    public void Errors_have_a_type_in_spans_measurements_and_the_log()
    {
        using var recorder = new SpanRecorder();
        using var measurements = new MeasurementRecorder();

        SampleRun.Fail(Telemetry());

        Assert.All(recorder.Spans, static span => Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription)));
        Assert.Equal("1302", recorder.Named("chat glm-5.3").GetTagItem("error.type"));
        Assert.Equal("System.InvalidOperationException", recorder.Named("execute_tool return_book").GetTagItem("error.type"));
        Assert.Equal("GlmTools.GlmException", recorder.Named("invoke_agent Librarian").GetTagItem("error.type"));
        Assert.Equal(
            ["1302", "System.InvalidOperationException", "GlmTools.GlmException"],
            measurements.Lines.Select(static line => line.Split(' ').Single(static word => word.StartsWith("error.type=", StringComparison.Ordinal))[11..]));
        Assert.Equal(
        [
            (LogLevel.Information, "Run run_1 of agent Librarian began, with the model glm-5.3", null),
            (LogLevel.Debug, "Run run_1: turn 1 began", null),
            (LogLevel.Warning, "Run run_1: turn 1 starts again, because its answer broke off: 1302", null),
            (LogLevel.Warning, "Run run_1: call call_1 of return_book failed: System.InvalidOperationException", null),
            (LogLevel.Error, "Run run_1 failed: GlmTools.GlmException", null),
        ], _log.Entries);
    }

    [Fact]
    public void Messages_of_errors_are_content()
    {
        using var recorder = new SpanRecorder();

        SampleRun.Fail(Telemetry(captureContent: true));

        Assert.Equal($"no {SampleRun.Secret}", recorder.Named("execute_tool return_book").StatusDescription);
        Assert.Equal($"no {SampleRun.Secret}", Assert.Single(_log.Entries, static entry => entry.Exception is not null).Exception!.Message);
    }

    [Fact]
    public void Results_that_are_errors_are_told_apart()
    {
        using var recorder = new SpanRecorder();
        var run = Telemetry().StartRun("run_1");

        run.StartTool(SampleRun.Call, SampleRun.Tool).Stop(new GlmToolResult() { IsError = true, Error = new GlmToolError("return_book", []) });
        run.StartTool(SampleRun.Call, SampleRun.Tool).Stop(GlmToolResult.Failed("Error: not approved"));
        run.StartTool(SampleRun.Call, SampleRun.Tool).Stop(GlmToolResult.Failed("Error: no", new GlmToolException("no")));
        run.StartTool(SampleRun.Call, SampleRun.Tool).Fail(new TaskCanceledException());

        Assert.Equal(
            ["invalid_arguments", "tool_error", "GlmTools.GlmToolException", "System.OperationCanceledException"],
            recorder.Spans.Select(static span => span.GetTagItem("error.type")));
    }

    [Fact]
    public void A_name_the_model_made_up_is_not_reported()
    {
        using var recorder = new SpanRecorder();
        using var measurements = new MeasurementRecorder();

        Telemetry().StartRun("run_1").StartTool(new("call_1", SampleRun.Secret, "{}"), null).Stop(GlmToolResult.Failed("Error: unknown"));

        Assert.Equal("execute_tool _OTHER", Assert.Single(recorder.Spans).DisplayName);
        Assert.DoesNotContain(SampleRun.Secret, recorder.Everything() + string.Join('\n', measurements.Lines) + string.Join('\n', _log.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_is_no_error_in_the_log()
    {
        var run = Telemetry().StartRun("run_1");

        run.Fail(new TaskCanceledException());

        Assert.Equal((LogLevel.Information, "Run run_1 was cancelled", null), _log.Entries[^1]);
    }

    private AgentTelemetry Telemetry(bool captureContent = false) => new("Librarian", "glm-5.3", captureContent, _log, TimeProvider.System);
}
