using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary><c>POST tokenizer</c> (protocol sheet 8.5): counts as the chat does, without an answer.</summary>
internal static class Tokenizer
{
    public static IEnumerable<Endpoint> Endpoints => [JsonEndpoint.Post("tokenizer", Check, Answer)];

    // Whatever the chat would refuse cannot be counted either.
    private static IEnumerable<ApiError> Check(JsonElement body) => RequestRules.Check(body) is { } refusal ? [refusal] : [];

    private static WireResponse Answer(JsonElement body, WireRequest request) => WireResponse.OfJson(StrictJson.Write(json =>
    {
        var tokens = Tokens.Of(body.Find("messages")!.Value.GetRawText() + body.Find("tools")?.GetRawText());
        json.WriteStartObject();
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", tokens);
        json.WriteNumber("total_tokens", tokens);
        json.WriteEndObject();
        json.WriteEndObject();
    }));
}
