using System.Text;
using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Validation;

/// <summary>The <c>messages</c> array, each message by itself (protocol sheet 3.1).</summary>
internal static class MessageRules
{
    public static IEnumerable<ApiError> Check(JsonElement body)
    {
        if (body.Find("messages") is not { } messages)
        {
            yield return BadRequest.Missing("messages");
            yield break;
        }

        if (messages.ValueKind is not JsonValueKind.Array || messages.GetArrayLength() == 0)
        {
            yield return BadRequest.Illegal("messages", "must be an array of at least one message");
        }

        var parts = new PartRules(body.Text("model") ?? "");
        foreach (var (index, message) in messages.EnumerateArray().Index())
        {
            foreach (var error in CheckMessage(message, parts, $"messages[{index}]"))
            {
                yield return error;
            }
        }

        if (!messages.EnumerateArray().Any(static message => message.Text("role") is "user"))
        {
            yield return BadRequest.Illegal("messages", "must hold at least one user message");
        }
    }

    private static IEnumerable<ApiError> CheckMessage(JsonElement message, PartRules parts, string at)
        => message.ValueKind is not JsonValueKind.Object ? [BadRequest.Illegal(at, "must be an object")] : message.Text("role") switch
        {
            "system" => CheckText(message, $"{at}.content"),
            "user" => CheckUser(message, parts, $"{at}.content"),
            "assistant" => CheckAssistant(message, at),
            "tool" => CheckTool(message, at),
            _ => [BadRequest.Illegal($"{at}.role", "must be one of system, user, assistant, tool")],
        };

    private static IEnumerable<ApiError> CheckText(JsonElement message, string at)
        => message.Text("content") is null ? [BadRequest.Illegal(at, "must be text")] : [];

    private static IEnumerable<ApiError> CheckUser(JsonElement message, PartRules rules, string at)
        => message.Find("content") is { ValueKind: JsonValueKind.Array } parts ? rules.Check(parts, at) : CheckText(message, at);

    private static IEnumerable<ApiError> CheckTool(JsonElement message, string at)
    {
        foreach (var member in message.EnumerateObject().Where(static member => member.Name is not ("role" or "content" or "tool_call_id")))
        {
            yield return BadRequest.Illegal($"{at}.{member.Name}", "is not allowed: a tool message has only role, content and tool_call_id");
        }

        if (message.Text("tool_call_id") is null or "")
        {
            yield return BadRequest.Illegal($"{at}.tool_call_id", "must be the id of the call that the message answers");
        }

        foreach (var error in CheckText(message, $"{at}.content"))
        {
            yield return error;
        }
    }

    private static IEnumerable<ApiError> CheckAssistant(JsonElement message, string at)
    {
        if (message.Find("tool_calls") is { ValueKind: not JsonValueKind.Array })
        {
            yield return BadRequest.Illegal($"{at}.tool_calls", "must be an array");
        }

        if (message.Find("content") is { ValueKind: not JsonValueKind.String })
        {
            yield return BadRequest.Illegal($"{at}.content", "must be text or null");
        }

        if (message.Find("content") is null && !message.Items("tool_calls").Any())
        {
            yield return BadRequest.Illegal(at, "must have content or tool_calls");
        }

        if (message.Find("reasoning_content") is { ValueKind: not JsonValueKind.String })
        {
            yield return BadRequest.Illegal($"{at}.reasoning_content", "must be text");
        }

        foreach (var (index, call) in message.Items("tool_calls").Index())
        {
            foreach (var error in CheckCall(call, $"{at}.tool_calls[{index}]"))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<ApiError> CheckCall(JsonElement call, string at)
    {
        if (call.ValueKind is not JsonValueKind.Object || call.Text("type") is not "function")
        {
            yield return BadRequest.Illegal($"{at}.type", "must be 'function'");
        }

        if (call.Text("id") is null or "")
        {
            yield return BadRequest.Illegal($"{at}.id", "must be the id that the call came with");
        }

        if (call.Find("function") is not { ValueKind: JsonValueKind.Object } function || function.Text("name") is null or "")
        {
            yield return BadRequest.Illegal($"{at}.function.name", "must be the name that the call came with");
            yield break;
        }

        // Servers that render the chat template parse the text first and fail hard on anything else (protocol sheet 3.3.6, 12.1).
        if (function.Text("arguments") is not { } arguments || !IsObject(arguments))
        {
            yield return BadRequest.Illegal($"{at}.function.arguments", "must be a string that holds a JSON object, such as \"{}\"");
        }
    }

    private static bool IsObject(string arguments)
    {
        using var json = StrictJson.ParseObject(Encoding.UTF8.GetBytes(arguments));
        return json is not null;
    }
}
