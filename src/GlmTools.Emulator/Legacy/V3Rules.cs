using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Legacy;

/// <summary>What a request of V3 must be (protocol sheet 10). Ranges are not known, so that none are checked.</summary>
internal static class V3Rules
{
    private static readonly string[] Models = ["chatglm_pro", "chatglm_std", "chatglm_lite", "chatglm_turbo", "characterglm"];

    private static readonly FieldRule[] Fields =
    [
        FieldRule.Number("temperature", double.MinValue, double.MaxValue),
        FieldRule.Number("top_p", double.MinValue, double.MaxValue),
        FieldRule.Text("request_id", 1, int.MaxValue),
        FieldRule.Bool("incremental"),
        FieldRule.OneOf("return_type", "json_string", "text"),
        FieldRule.Object("ref"),
        FieldRule.Bool("ref.enable"),
        FieldRule.Text("ref.search_query", 1, int.MaxValue),
    ];

    public static ApiError? Check(string model, JsonElement body)
    {
        if (!Models.Contains(model))
        {
            return BadRequest.UnknownModel(model);
        }

        if (body.Find("prompt") is not { } prompt)
        {
            return BadRequest.Missing("prompt");
        }

        if (prompt.ValueKind is not JsonValueKind.Array || prompt.GetArrayLength() == 0)
        {
            return BadRequest.Illegal("prompt", "must be an array of messages, one at least");
        }

        if (!prompt.EnumerateArray().All(static message => message.Text("role") is "user" or "assistant" && message.Text("content") is not null))
        {
            return BadRequest.Illegal("prompt", "must hold messages with a role, user or assistant, and a content");
        }

        return Fields.FirstOrDefault(rule => !rule.Accepts(body)) is { } broken ? BadRequest.Parameter(broken.Field, broken.Expected) : null;
    }
}
