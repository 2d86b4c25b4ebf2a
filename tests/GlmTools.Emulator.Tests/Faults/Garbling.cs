using System.Text.Json;

namespace GlmTools.Emulator.Tests.Faults;

/// <summary>What a client without any library sees of a garbled reply.</summary>
internal static class Garbling
{
    private const string Tools = """
        [{"type":"function","function":{"name":"now","description":"","parameters":{"type":"object","properties":{}}}},
         {"type":"function","function":{"name":"book","description":"","parameters":{"type":"object","properties":{"to":{"type":"string"},"seats":{"type":"integer"},"note":{"type":"string"}}}}}]
        """;

    private const string Hello = """{"role":"user","content":"hi"}""";

    /// <summary>Posts one request with the tools <c>now</c> and <c>book</c>, and returns the answer.</summary>
    public static async Task<Wire.Answer> AnswerAsync(this FaultProfile fault, EmulatedReply reply, bool stream, string messages = Hello, bool toolStream = false)
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(reply).WithFault(fault), TimeProvider = new ManualTime() });
        return await emulator.PostAsync($$"""{"model":"glm-4.6","stream":{{Bool(stream)}},"tool_stream":{{Bool(toolStream)}},"tools":{{Tools}},"messages":[{{messages}}]}""");
    }

    /// <summary>The JSON bodies of an answer: the only one, or the chunks of a stream.</summary>
    public static IEnumerable<JsonElement> Payloads(this Wire.Answer answer) => answer.ContentType.StartsWith("text/event-stream", StringComparison.Ordinal)
        ? answer.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(static frame => frame["data: ".Length..]).Where(static data => data != "[DONE]").Select(static data => JsonElement.Parse(data))
        : [JsonElement.Parse(answer.Body)];

    /// <summary>The message of an answer, or what each chunk adds to it.</summary>
    public static IEnumerable<JsonElement> Messages(this Wire.Answer answer)
        => answer.Choices().Select(static choice => choice.TryGetProperty("message", out var message) ? message : choice.GetProperty("delta"));

    public static IEnumerable<JsonElement> Choices(this Wire.Answer answer) => answer.Payloads().SelectMany(static payload => payload.GetProperty("choices").EnumerateArray());

    /// <summary>The calls of an answer as their JSON, fragments included.</summary>
    public static IEnumerable<JsonElement> Calls(this Wire.Answer answer)
        => answer.Messages().SelectMany(static message => message.TryGetProperty("tool_calls", out var calls) ? calls.EnumerateArray() : []);

    /// <summary>The JSON of each call's name or arguments; <c>-</c> where there is none.</summary>
    public static IEnumerable<string> Functions(this Wire.Answer answer, string member)
        => answer.Calls().Select(call => call.GetProperty("function").TryGetProperty(member, out var value) ? value.GetRawText() : "-");

    /// <summary>The text of an answer, its <c>content</c> or its <c>reasoning_content</c>.</summary>
    public static string Text(this Wire.Answer answer, string member)
        => string.Concat(answer.Messages().Select(message => message.TryGetProperty(member, out var text) ? text.GetString() : ""));

    public static string? FinishReason(this Wire.Answer answer)
        => answer.Choices().Select(static choice => choice.TryGetProperty("finish_reason", out var reason) ? reason.GetString() : null).LastOrDefault(static reason => reason is not null);

    private static string Bool(bool value) => value ? "true" : "false";
}
