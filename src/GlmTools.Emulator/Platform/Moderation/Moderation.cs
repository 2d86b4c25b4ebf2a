using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary><c>POST moderations</c> (protocol sheet 8.5), with a short list of words instead of a judgement. Texts only.</summary>
internal static class Moderation
{
    private static readonly (string Word, string Level, string Risk)[] Words =
    [
        ("bomb", "REJECT", "violence"),
        ("炸弹", "REJECT", "violence"),
        ("gambling", "REVIEW", "gambling"),
        ("赌博", "REVIEW", "gambling"),
    ];

    private static readonly FieldRule[] Rules = [FieldRule.Text("input", 1, 2000)];

    public static IEnumerable<Endpoint> Endpoints => [JsonEndpoint.Post("moderations", Check, Answer)];

    private static IEnumerable<ApiError> Check(JsonElement body)
        => JsonEndpoint.RequireModel(body, "moderation").Concat(JsonEndpoint.Require(body, "input")).Concat(Rules.Check(body));

    private static WireResponse Answer(JsonElement body, WireRequest request) => WireResponse.OfJson(StrictJson.Write(json =>
    {
        var found = Words.Where(word => body.Text("input")!.Contains(word.Word, StringComparison.OrdinalIgnoreCase)).ToList();
        json.WriteStartObject();
        json.WriteStartArray("result_list");
        json.WriteStartObject();
        json.WriteString("content_type", "text");
        json.WriteString("risk_level", found.Select(static word => word.Level).Order(StringComparer.Ordinal).FirstOrDefault("PASS"));
        json.WriteStartArray("risk_type");
        foreach (var risk in found.Select(static word => word.Risk).Distinct())
        {
            json.WriteStringValue(risk);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("usage");
        json.WriteStartObject("moderation_text");
        json.WriteNumber("call_count", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }));
}
