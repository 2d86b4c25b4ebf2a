using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary>What most endpoints have in common: a JSON body that is checked field by field, and then answered.</summary>
internal static class JsonEndpoint
{
    /// <param name="path">The path.</param>
    /// <param name="check">The refusals, lazily: only the first is taken, so that a rule may rely on those before it.</param>
    /// <param name="answer">Answers a body without fault.</param>
    public static Endpoint Post(string path, Func<JsonElement, IEnumerable<ApiError>> check, Func<JsonElement, WireRequest, WireResponse> answer)
        => Endpoint.Post(path, request => Answer(request, check, answer));

    public static WireResponse Answer(WireRequest request, Func<JsonElement, IEnumerable<ApiError>> check, Func<JsonElement, WireRequest, WireResponse> answer)
    {
        using var json = StrictJson.ParseObject(request.Body);
        return json is null ? WireResponse.Of(BadRequest.Body)
            : check(json.RootElement).FirstOrDefault() is { } refusal ? WireResponse.Of(refusal)
            : answer(json.RootElement, request);
    }

    /// <summary>The refusal of each rule that a body breaks.</summary>
    public static IEnumerable<ApiError> Check(this IEnumerable<FieldRule> rules, JsonElement body)
        => rules.Where(rule => !rule.Accepts(body)).Select(static rule => BadRequest.Parameter(rule.Field, rule.Expected));

    /// <summary>The refusal of each field that has to be there and is not.</summary>
    public static IEnumerable<ApiError> Require(JsonElement body, params IEnumerable<string> fields)
        => fields.Where(field => body.Find(field) is null).Select(BadRequest.Missing);

    /// <summary>The refusal of a model that is none of these.</summary>
    public static IEnumerable<ApiError> RequireModel(JsonElement body, params IEnumerable<string> models)
        => body.Find("model") is not { } model ? [BadRequest.Missing("model")]
            : models.Contains(model.AsText()) ? []
            : [BadRequest.UnknownModel(model.AsText() ?? model.GetRawText())];
}
