using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator;

/// <summary>Why the service refuses a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The business code (protocol sheet 6.2).</param>
/// <param name="Message">What is wrong, behind the place: <c>messages[2].tool_call_id is out of order: ...</c></param>
public sealed record GlmRefusal(int Status, string Code, string Message)
{
    /// <summary>
    /// All that is wrong with the body of a chat request whatever else is mended: each message by itself, and the first of every other
    /// concern. What is said of the order of messages holds only where each one is good. The service tells one at a time.
    /// </summary>
    /// <param name="body">The body.</param>
    public static IReadOnlyList<GlmRefusal> AllOf(JsonElement body)
    {
        var head = FieldRules.Check(body).Take(1).Concat(ThinkingRules.Check(body).Take(1)).Concat(ToolRules.Check(body).Take(1));
        ApiError[] messages = [.. body.Find("messages") is { ValueKind: JsonValueKind.Array } ? MessageRules.Check(body) : MessageRules.Check(body).Take(1)];
        return [.. head.Concat(messages.Length > 0 ? messages : TranscriptRules.Check(body).Take(1)).Select(static error => new GlmRefusal(error.Status, error.Code, error.Message))];
    }
}
