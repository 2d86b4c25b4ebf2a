using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Validation;

/// <summary>The tools that run on the server (protocol sheet 2.5); the emulator takes them and does nothing with them.</summary>
internal static class ServerToolRules
{
    private static readonly string[] Types = ["web_search", "retrieval", "mcp", "code_interpreter", "web_browser", "drawing_tool"];

    private static readonly FieldRule[] WebSearch =
    [
        FieldRule.Bool("enable"),
        FieldRule.OneOf("search_engine", "search_std", "search_pro", "search_pro_sogou", "search_pro_quark"),
        FieldRule.Bool("search_intent"),
        FieldRule.Integer("count", 1, 50),
        FieldRule.OneOf("search_recency_filter", "oneDay", "oneWeek", "oneMonth", "oneYear", "noLimit"),
        FieldRule.OneOf("content_size", "medium", "high"),
        FieldRule.OneOf("result_sequence", "before", "after"),
        FieldRule.Bool("search_result"),
        FieldRule.Bool("require_search"),
    ];

    private static readonly FieldRule[] Retrieval = [FieldRule.Text("knowledge_id", 1, int.MaxValue)];

    private static readonly FieldRule[] Mcp = [FieldRule.OneOf("transport_type", "sse", "streamable-http"), FieldRule.Object("headers")];

    private static readonly FieldRule[] CodeInterpreter = [FieldRule.OneOf("sandbox", "auto", "none")];

    public static bool Knows(string? type) => Types.Contains(type);

    public static IEnumerable<ApiError> Check(JsonElement tool, string at)
    {
        var type = tool.Text("type");
        var (rules, required) = type switch
        {
            "web_search" => (WebSearch, null),
            "retrieval" => (Retrieval, "knowledge_id"),
            "mcp" => (Mcp, "server_label"),
            "code_interpreter" => (CodeInterpreter, null),
            _ => ([], (string?)null),
        };
        if (tool.Find(type ?? "") is not { ValueKind: JsonValueKind.Object } value)
        {
            return required is null ? [] : [BadRequest.Illegal($"{at}.{type}", $"must be an object with {required}")];
        }

        return required is not null && value.Text(required) is null or ""
            ? [BadRequest.Illegal($"{at}.{type}.{required}", "must be text")]
            : rules.Where(rule => !rule.Accepts(value)).Select(rule => BadRequest.Illegal($"{at}.{type}.{rule.Field}", $"must be {rule.Expected}"));
    }
}
