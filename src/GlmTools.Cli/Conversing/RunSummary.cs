using System.Globalization;
using System.Text.Json.Nodes;

namespace GlmTools.Cli.Conversing;

/// <summary>What a run took, in a line or in JSON.</summary>
internal static class RunSummary
{
    public static string Text(GlmRun run) => string.Create(
        CultureInfo.InvariantCulture,
        $"({run.StopReason}; {Count(run.Turns.Count, "turn")}, {Count(run.ToolCalls.Count, "tool call")}, {run.Usage.PromptTokens} + {run.Usage.CompletionTokens} tokens, {run.Cost?.ToString() ?? "price unknown"})");

    public static JsonObject Json(string question, GlmRun run)
    {
        var json = new JsonObject
        {
            ["question"] = question,
            ["text"] = run.Text,
            ["stop"] = run.StopReason.ToString(),
            ["turns"] = run.Turns.Count,
            ["tool_calls"] = new JsonArray([.. run.ToolCalls.Select(static call => new JsonObject
            {
                ["name"] = call.Call.Name,
                ["arguments"] = call.Call.Arguments,
                ["result"] = call.Result.Text,
                ["failed"] = call.Result.IsError,
            })]),
            ["prompt_tokens"] = run.Usage.PromptTokens,
            ["completion_tokens"] = run.Usage.CompletionTokens,
        };
        if (run.Cost is { } cost)
        {
            json["cost"] = new JsonObject { ["amount"] = cost.Amount, ["currency"] = cost.Currency };
        }

        return json;
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
