using Microsoft.Extensions.Logging;

namespace GlmTools;

/// <summary>What agents log: names, ids, numbers and kinds of errors; never what anybody said.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(1, LogLevel.Information, "Run {RunId} of agent {Agent} began, with the model {Model}")]
    public static partial void RunStarted(this ILogger logger, string runId, string? agent, string model);

    [LoggerMessage(2, LogLevel.Information, "Run {RunId} ended: {StopReason}, after {Turns} turns, with {InputTokens} tokens in and {OutputTokens} out")]
    public static partial void RunStopped(this ILogger logger, string runId, GlmStopReason stopReason, int turns, long inputTokens, long outputTokens);

    [LoggerMessage(3, LogLevel.Error, "Run {RunId} failed: {ErrorType}")]
    public static partial void RunFailed(this ILogger logger, string runId, string errorType);

    [LoggerMessage(4, LogLevel.Information, "Run {RunId} was cancelled")]
    public static partial void RunCancelled(this ILogger logger, string runId);

    [LoggerMessage(5, LogLevel.Debug, "Run {RunId}: turn {Turn} began")]
    public static partial void TurnStarted(this ILogger logger, string runId, int turn);

    [LoggerMessage(6, LogLevel.Warning, "Run {RunId}: turn {Turn} starts again, because its answer broke off: {ErrorType}")]
    public static partial void TurnRestarted(this ILogger logger, string runId, int turn, string errorType);

    [LoggerMessage(7, LogLevel.Debug, "Run {RunId}: call {CallId} of {Tool} finished")]
    public static partial void ToolFinished(this ILogger logger, string runId, string callId, string tool);

    [LoggerMessage(8, LogLevel.Warning, "Run {RunId}: call {CallId} of {Tool} failed: {ErrorType}")]
    public static partial void ToolFailed(this ILogger logger, Exception? exception, string runId, string callId, string tool, string errorType);

    [LoggerMessage(9, LogLevel.Information, "Run {RunId}: call {CallId} of {Tool} waits for approval")]
    public static partial void ApprovalWaiting(this ILogger logger, string runId, string callId, string tool);
}
