using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Chat;

/// <summary>Reads what the model sees out of a request body that passed validation.</summary>
internal static class ChatRequest
{
    public static EmulatedRequest Read(JsonElement body) => new()
    {
        Model = body.Text("model") ?? "",
        Messages = [.. body.Items("messages").Select(ReadMessage)],
        Tools = [.. Functions(body).Select(static function => function.Text("name")!)],
        // Kept longer than the body they are read from.
        Schemas = Functions(body).ToDictionary(static function => function.Text("name")!, static function => function.Find("parameters")!.Value.Clone()),
        Stream = body.IsTrue("stream"),
        ToolStream = body.IsTrue("tool_stream"),
    };

    // The rules have seen to it that each has a name of its own and parameters.
    private static IEnumerable<JsonElement> Functions(JsonElement body)
        => body.Items("tools").Select(static tool => tool.Find("function")).OfType<JsonElement>();

    private static EmulatedMessage ReadMessage(JsonElement message) => new()
    {
        Role = message.Text("role") ?? "",
        Text = message.Text("content") ?? string.Concat(message.Items("content").Select(static part => part.Text("text"))),
        Parts = [.. message.Items("content").Select(static part => new EmulatedPart(part.Text("type")!, part.Clone()))],
        Reasoning = message.Text("reasoning_content"),
        ToolCallId = message.Text("tool_call_id"),
        ToolCalls = [.. message.Items("tool_calls").Select(ReadToolCall).OfType<EmulatedToolCall>()],
    };

    private static EmulatedToolCall? ReadToolCall(JsonElement call)
        => call.Find("function") is { } function ? new(function.Text("name") ?? "", function.Text("arguments") ?? function.Find("arguments")?.GetRawText() ?? "", call.Text("id")) : null;
}
