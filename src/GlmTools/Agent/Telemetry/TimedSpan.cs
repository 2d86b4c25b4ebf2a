using System.Diagnostics;

namespace GlmTools;

/// <summary>What each operation has: a span, if anybody listens, and a duration. Ended by disposing if by nothing else.</summary>
/// <param name="telemetry">Where it is reported.</param>
/// <param name="span">The span; <see langword="null"/> where nobody listens.</param>
/// <param name="operation">What is done.</param>
internal readonly struct TimedSpan(AgentTelemetry telemetry, Activity? span, string operation) : IDisposable
{
    private readonly long _began = telemetry.Now();

    public Activity? Span => span;

    /// <summary>The span to put content into; <see langword="null"/> where nobody asked for that.</summary>
    public Activity? Captured => telemetry.CapturesContent && span is { IsAllDataRequested: true } ? span : null;

    /// <summary>Sets what a request took.</summary>
    public void SetUsage(GlmUsage usage)
    {
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        span.SetTag(GenAi.UsageInputTokens, usage.PromptTokens);
        span.SetTag(GenAi.UsageOutputTokens, usage.CompletionTokens);
        span.SetTag(GenAi.UsageCachedTokens, usage.CachedTokens);
        span.SetTag(GenAi.UsageReasoningTokens, usage.ReasoningTokens);
    }

    /// <summary>Ends it.</summary>
    /// <param name="errorType">What kind of error it ended with; <see langword="null"/> for none.</param>
    /// <param name="exception">The error itself, whose message is content.</param>
    /// <param name="responseModel">The model that answered.</param>
    /// <param name="tool">The tool that was called.</param>
    public void End(string? errorType = null, Exception? exception = null, string? responseModel = null, string? tool = null)
    {
        telemetry.RecordDuration(operation, _began, errorType, responseModel, tool);
        if (errorType is not null)
        {
            span?.SetTag(GenAi.ErrorType, errorType);
            span?.SetStatus(ActivityStatusCode.Error, Captured is null ? null : exception?.Message);
        }

        span?.Stop();
    }

    public void Dispose() => span?.Dispose();
}
