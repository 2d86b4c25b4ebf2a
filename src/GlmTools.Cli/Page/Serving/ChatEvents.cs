using System.Text.Json.Nodes;

namespace GlmTools.Cli.Page.Serving;

/// <summary>The events of a run as the page reads them.</summary>
internal static class ChatEvents
{
    /// <summary>The event, or <see langword="null"/> for one the page does not show.</summary>
    public static JsonObject? Json(GlmRunEvent e) => e switch
    {
        GlmTurnStarted started => new() { ["type"] = "turn", ["turn"] = started.Turn },
        GlmTextDelta delta => new() { ["type"] = "text", ["text"] = delta.Text },
        GlmReasoningDelta delta => new() { ["type"] = "reasoning", ["text"] = delta.Text },
        GlmToolCallStarted { Call: var call } => new() { ["type"] = "call", ["id"] = call.Id, ["name"] = call.Name, ["arguments"] = call.Arguments },
        GlmToolCallProgress progress => new() { ["type"] = "progress", ["id"] = progress.Call.Id, ["text"] = progress.Text },
        GlmToolCallRetried retried => new() { ["type"] = "progress", ["id"] = retried.Call.Id, ["text"] = $"attempt {retried.Attempt}" },
        GlmToolCallFinished { Call: var call, Result: var result, Duration: var duration } => new()
        {
            ["type"] = "result",
            ["id"] = call.Id,
            ["text"] = result.Text,
            ["failed"] = result.IsError,
            ["seconds"] = duration.TotalSeconds,
            ["repairs"] = new JsonArray([.. result.Repairs.Select(static repair => JsonValue.Create(repair))]),
        },
        GlmApprovalRequested { Request: var request } => new() { ["type"] = "approval", ["id"] = request.CallId, ["name"] = request.ToolName, ["text"] = request.Text, ["arguments"] = request.Arguments },
        _ => null,
    };
}
