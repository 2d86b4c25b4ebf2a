using System.Text;
using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Validation;

/// <summary>
/// What a server that renders the model's chat template refuses (protocol sheet 12.2). It is easy-going about all else: fields it does not
/// know are ignored, and the order of the messages is the template's business.
/// </summary>
internal static class LocalRules
{
    public static ApiError? Check(JsonElement body, EmulatedServer server)
        => CheckTools(body, server).Concat(CheckMessages(body, server)).FirstOrDefault();

    private static IEnumerable<ApiError> CheckTools(JsonElement body, EmulatedServer server)
    {
        foreach (var (index, tool) in body.Items("tools").Index())
        {
            if (server is EmulatedServer.LlamaCpp && tool.Text("type") is not "function")
            {
                yield return new(500, "500", $"Failed to parse tools: Unsupported tool type: {tool.GetRawText()}");
                yield break;
            }

            if (tool.Text("type") is not "function" || tool.Find("function") is not { } function || function.Text("name") is null or "")
            {
                yield return Refuse($"tools[{index}] must be a function with a name");
                yield break;
            }

            // llama.cpp makes a grammar of it, and versions before 0.7 want one for functions without parameters too.
            if (function.Find("parameters") is not { ValueKind: JsonValueKind.Object })
            {
                yield return Refuse($"tools[{index}].function.parameters must be an object");
            }
        }
    }

    private static IEnumerable<ApiError> CheckMessages(JsonElement body, EmulatedServer server)
    {
        if (!body.Items("messages").Any())
        {
            yield return Refuse(server is EmulatedServer.LlamaCpp ? "'messages' is required" : "messages must be an array of at least one message");
        }

        foreach (var (index, message) in body.Items("messages").Index())
        {
            if (message.Text("role") is not ("system" or "user" or "assistant" or "tool"))
            {
                yield return Refuse($"messages[{index}].role must be one of system, user, assistant, tool");
            }

            if (message.Items("content").Any(static part => part.Text("type") is "image_url" && !IsImage(part.Find("image_url")?.Text("url"))))
            {
                yield return Refuse($"messages[{index}].content: image_url must be an http URL or a data: URL");
            }

            if (message.Items("tool_calls").Any(call => !HasArguments(call, server)))
            {
                yield return server is EmulatedServer.LlamaCpp
                    ? new(500, "500", "Failed to parse tool call arguments as JSON")
                    : Refuse($"messages[{index}].tool_calls: arguments must be a JSON object");
            }
        }
    }

    private static bool HasArguments(JsonElement call, EmulatedServer server)
    {
        if (call.Find("function")?.Find("arguments") is not { } arguments)
        {
            return false;
        }

        using var json = arguments.AsText() is { } text ? StrictJson.ParseObject(Encoding.UTF8.GetBytes(text)) : null;
        var read = json?.RootElement ?? arguments;
        return read.ValueKind is JsonValueKind.Object && (server is not EmulatedServer.LlamaCpp || FitsDoubles(read));
    }

    // The parser of llama.cpp fails on a number that is too great for a double.
    private static bool FitsDoubles(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => double.IsFinite(value.GetDouble()),
        JsonValueKind.Array => value.EnumerateArray().All(FitsDoubles),
        JsonValueKind.Object => value.EnumerateObject().All(static member => FitsDoubles(member.Value)),
        _ => true,
    };

    private static bool IsImage(string? url)
        => url is not null && (url.StartsWith("http", StringComparison.OrdinalIgnoreCase) || Base64Text.DataUrl(url) is { Length: > 0 });

    private static ApiError Refuse(string problem) => new(400, "400", problem);
}
