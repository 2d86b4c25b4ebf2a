using System.Text.Json;
using System.Text.Json.Nodes;

namespace GlmTools.Cli.Schemas;

/// <summary>Tools as a server of the Model Context Protocol lists them (2025-06-18, tools/list).</summary>
internal static class McpTools
{
    public static JsonObject Of(GlmToolSet tools) => new()
    {
        ["tools"] = new JsonArray([.. tools.Select(static tool => new JsonObject
        {
            ["name"] = tool.Name,
            ["description"] = tool.Description,
            ["inputSchema"] = JsonSerializer.SerializeToNode(tool.JsonSchema),
            ["annotations"] = Annotations(tool.Policy.Effect),
        })]),
    };

    // What a tool does not declare is left out, and clients then assume the worst.
    private static JsonObject Annotations(GlmToolEffect effect) => effect switch
    {
        GlmToolEffect.ReadOnly => new() { ["readOnlyHint"] = true },
        GlmToolEffect.Idempotent => new() { ["readOnlyHint"] = false, ["idempotentHint"] = true },
        GlmToolEffect.Destructive => new() { ["readOnlyHint"] = false, ["destructiveHint"] = true },
        _ => [],
    };
}
