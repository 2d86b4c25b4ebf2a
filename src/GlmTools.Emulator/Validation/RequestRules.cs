using System.Text.Json;
using GlmTools.Emulator.Http;

namespace GlmTools.Emulator.Validation;

/// <summary>
/// All that the service refuses in a request body. Each concern yields its refusals lazily and only the first is ever taken, so a rule may
/// rely on those before it. A null counts as a missing field; fields that the protocol does not know are ignored.
/// </summary>
internal static class RequestRules
{
    /// <summary>The first refusal, or <see langword="null"/> for a good request.</summary>
    public static ApiError? Check(JsonElement body)
        => FieldRules.Check(body).Concat(ThinkingRules.Check(body)).Concat(ToolRules.Check(body)).Concat(MessageRules.Check(body)).Concat(TranscriptRules.Check(body)).FirstOrDefault();
}
