using System.Text.Json.Nodes;

namespace GlmTools.Cli.Commands;

/// <summary>What became of arguments, in JSON: alike wherever it stands.</summary>
internal static class BindingJson
{
    public static void AddTo(JsonObject json, GlmToolError? error, IReadOnlyList<string> repairs)
    {
        json["repairs"] = new JsonArray([.. repairs.Select(static repair => JsonValue.Create(repair))]);
        json["problems"] = new JsonArray([.. (error?.Problems ?? []).Select(static problem => new JsonObject
        {
            ["path"] = problem.Path,
            ["rule"] = problem.Rule,
            ["expected"] = problem.Expected,
            ["actual"] = problem.Actual,
        })]);
        if (error?.Example is { } example)
        {
            json["example"] = JsonNode.Parse(example);
        }
    }
}
