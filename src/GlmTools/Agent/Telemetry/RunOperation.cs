using System.Diagnostics;

namespace GlmTools;

/// <summary>A run that is going on. Turns and calls begin from it, so that they become parts of it wherever they are started.</summary>
internal readonly struct RunOperation(AgentTelemetry telemetry, TimedSpan span, string runId, string? conversationId) : IDisposable
{
    /// <summary>Begins a request to the model.</summary>
    /// <param name="turn">The turn, from 1.</param>
    /// <param name="settings">How the model is to answer.</param>
    public ChatOperation StartChat(int turn, GlmChatSettings settings)
    {
        telemetry.Logger.TurnStarted(runId, turn);
        var chat = telemetry.Start(GenAi.Chat, telemetry.Model, ActivityKind.Client, span.Span);
        if (chat is { IsAllDataRequested: true })
        {
            Set(chat, GenAi.ConversationId, conversationId);
            Set(chat, GenAi.RequestTemperature, settings.Temperature);
            Set(chat, GenAi.RequestTopP, settings.TopP);
            Set(chat, GenAi.RequestMaxTokens, settings.MaxTokens);
            chat.SetTag(GenAi.Turn, turn);
        }

        return new(telemetry, new(telemetry, chat, GenAi.Chat), runId, turn);
    }

    /// <summary>Begins a tool call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="tool">The tool; <see langword="null"/> where the model made it up, so that its name may be any.</param>
    public ToolOperation StartTool(GlmToolCall call, GlmTool? tool)
    {
        var name = tool?.Name ?? GenAi.Other;
        var execution = telemetry.Start(GenAi.ExecuteTool, name, ActivityKind.Internal, span.Span);
        if (execution is { IsAllDataRequested: true })
        {
            execution.SetTag(GenAi.ToolName, name);
            execution.SetTag(GenAi.ToolCallId, call.Id);
            execution.SetTag(GenAi.ToolType, "function");
            Set(execution, GenAi.ConversationId, conversationId);
        }

        var timed = new TimedSpan(telemetry, execution, GenAi.ExecuteTool);
        timed.Captured?.SetTag(GenAi.ToolCallArguments, call.Arguments);
        return new(telemetry, timed, runId, call.Id, name);
    }

    /// <summary>Notes that a call waits for a person.</summary>
    public void WaitForApproval(GlmToolCall call, GlmTool tool) => telemetry.Logger.ApprovalWaiting(runId, call.Id, tool.Name);

    /// <summary>Ends the run.</summary>
    /// <param name="reason">Why it ends.</param>
    /// <param name="turns">How many turns it took.</param>
    /// <param name="usage">What they took together.</param>
    public void Stop(GlmStopReason reason, int turns, GlmUsage usage)
    {
        telemetry.Logger.RunStopped(runId, reason, turns, usage.PromptTokens, usage.CompletionTokens);
        if (span.Span is { IsAllDataRequested: true } run)
        {
            run.SetTag(GenAi.StopReason, reason.ToString());
            run.SetTag(GenAi.RunTurns, turns);
        }

        span.SetUsage(usage);
        span.End();
    }

    /// <summary>Ends the run with an error.</summary>
    public void Fail(Exception exception)
    {
        var type = ErrorTypes.Of(exception);
        if (exception is OperationCanceledException)
        {
            telemetry.Logger.RunCancelled(runId);
        }
        else
        {
            telemetry.Logger.RunFailed(runId, type);
        }

        span.End(type, exception);
    }

    public void Dispose() => span.Dispose();

    private static void Set(Activity activity, string name, object? value)
    {
        if (value is not null)
        {
            activity.SetTag(name, value);
        }
    }
}
