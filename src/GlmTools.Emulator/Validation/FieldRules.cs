using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Validation;

/// <summary>The fields beside <c>messages</c> and <c>tools</c> (protocol sheet 2.1).</summary>
internal static class FieldRules
{
    private static readonly FieldRule[] Rules =
    [
        FieldRule.Bool("stream"),
        FieldRule.Bool("tool_stream"),
        FieldRule.Bool("do_sample"),
        FieldRule.Number("temperature", 0, 1),
        FieldRule.Number("top_p", 0.01, 1),
        FieldRule.Integer("max_tokens", 1, 131072),
        FieldRule.Texts("stop", most: 4),
        FieldRule.Object("thinking"),
        FieldRule.OneOf("thinking.type", "enabled", "disabled"),
        FieldRule.Bool("thinking.clear_thinking"),
        FieldRule.OneOf("reasoning_effort", "max", "xhigh", "high", "medium", "low", "minimal", "none"),
        FieldRule.Object("response_format"),

        // json_schema is no documented value, but the service takes it and ignores it (protocol sheet 2.7).
        FieldRule.OneOf("response_format.type", "text", "json_object", "json_schema"),
        FieldRule.Text("request_id", 6, 64),
        FieldRule.Text("user_id", 6, 128),
        FieldRule.Object("sensitive_word_check"),
        FieldRule.OneOf("sensitive_word_check.status", "ENABLE", "DISABLE"),
        FieldRule.Object("meta"),
        FieldRule.Bool("watermark_enabled"),
    ];

    public static IEnumerable<ApiError> Check(JsonElement body)
    {
        if (body.Find("model") is not { } model || model.AsText() is "")
        {
            yield return BadRequest.Missing("model");
        }
        else if (model.AsText() is null)
        {
            yield return BadRequest.Parameter("model", "text");
        }

        foreach (var rule in Rules)
        {
            if (!rule.Accepts(body))
            {
                yield return BadRequest.Parameter(rule.Field, rule.Expected);
            }
        }

        // The service's own words (protocol sheet 2.6).
        if (body.Find("tool_choice") is { } choice && choice.AsText() is not "auto")
        {
            yield return new(400, "1210", "tool_choice: Tool choice must be auto");
        }
    }
}
