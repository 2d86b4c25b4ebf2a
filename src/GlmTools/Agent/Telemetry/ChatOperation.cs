using System.Text;

namespace GlmTools;

/// <summary>A request to the model that is going on.</summary>
internal readonly struct ChatOperation(AgentTelemetry telemetry, TimedSpan span, string runId, int turn) : IDisposable
{
    /// <summary>Whether <see cref="SetInput"/> and <see cref="SetOutput"/> are of any use.</summary>
    public bool CapturesContent => span.Captured is not null;

    /// <summary>Sets what goes into the request.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="instructions">The instructions of the agent; <see langword="null"/> for none.</param>
    /// <param name="tools">The definitions of the tools; empty for none.</param>
    public void SetInput(IEnumerable<GlmChatMessage> messages, string? instructions, ReadOnlySpan<byte> tools)
    {
        if (span.Captured is not { } chat)
        {
            return;
        }

        chat.SetTag(GenAi.InputMessages, CapturedContent.Input(messages));
        if (!string.IsNullOrEmpty(instructions))
        {
            chat.SetTag(GenAi.SystemInstructions, CapturedContent.Instructions(instructions));
        }

        if (!tools.IsEmpty)
        {
            chat.SetTag(GenAi.ToolDefinitions, Encoding.UTF8.GetString(tools));
        }
    }

    /// <summary>Sets what came out of it.</summary>
    public void SetOutput(GlmChatMessage answer, GlmFinishReason? reason)
        => span.Captured?.SetTag(GenAi.OutputMessages, CapturedContent.Output(answer, reason));

    /// <summary>Ends the request.</summary>
    /// <param name="id">The id of the answer; <see langword="null"/> where the service does not say.</param>
    /// <param name="model">The model that answered; <see langword="null"/> where the service does not say.</param>
    /// <param name="reason">Why the model stopped; <see langword="null"/> where the service does not say.</param>
    /// <param name="usage">What it took; <see langword="null"/> where the service does not say.</param>
    public void Stop(string? id, string? model, GlmFinishReason? reason, GlmUsage? usage)
    {
        if (span.Span is { IsAllDataRequested: true } chat)
        {
            chat.SetTag(GenAi.ResponseId, id);
            chat.SetTag(GenAi.ResponseModel, model);
            if (reason is { } why)
            {
                chat.SetTag(GenAi.ResponseFinishReasons, new[] { why.Value });
            }
        }

        if (usage is { } used)
        {
            span.SetUsage(used);
            telemetry.RecordTokens(used, model);
        }

        span.End(responseModel: model);
    }

    /// <summary>Ends the request with an error.</summary>
    public void Fail(Exception exception) => span.End(ErrorTypes.Of(exception), exception);

    /// <summary>Ends the request with an error after which it is made again.</summary>
    public void Restart(Exception exception)
    {
        telemetry.Logger.TurnRestarted(runId, turn, ErrorTypes.Of(exception));
        Fail(exception);
    }

    public void Dispose() => span.Dispose();
}
