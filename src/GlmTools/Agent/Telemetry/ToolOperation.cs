using System.Diagnostics;

namespace GlmTools;

/// <summary>A tool call that is going on.</summary>
internal readonly struct ToolOperation(AgentTelemetry telemetry, TimedSpan span, string runId, string callId, string tool) : IDisposable
{
    /// <summary>The span; <see langword="null"/> where nobody listens.</summary>
    public Activity? Span => span.Span;

    /// <summary>Ends the call.</summary>
    /// <param name="result">What came of it.</param>
    public void Stop(in GlmToolResult result)
    {
        span.Captured?.SetTag(GenAi.ToolCallResult, result.Text);
        if (ErrorTypes.Of(result) is { } type)
        {
            Fail(type, result.Exception);
        }
        else
        {
            telemetry.Logger.ToolFinished(runId, callId, tool);
            span.End(tool: tool);
        }
    }

    /// <summary>Ends the call without a result.</summary>
    public void Fail(Exception exception) => Fail(ErrorTypes.Of(exception), exception);

    public void Dispose() => span.Dispose();

    private void Fail(string type, Exception? exception)
    {
        // What a method throws may hold what it was given.
        telemetry.Logger.ToolFailed(telemetry.CapturesContent ? exception : null, runId, callId, tool, type);
        span.End(type, exception, tool: tool);
    }
}
