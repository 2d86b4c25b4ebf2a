using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Validation;

/// <summary>The order of calls and answers (protocol sheet 3.3): every call is answered once, at once, in the order received, and no id comes twice.</summary>
internal sealed class TranscriptRules
{
    private readonly HashSet<string> _ids = [];
    private readonly Queue<string> _open = new();

    /// <summary>Checks messages that are good by themselves.</summary>
    public static IEnumerable<ApiError> Check(JsonElement body) => new TranscriptRules().CheckAll(body.Items("messages"));

    private IEnumerable<ApiError> CheckAll(IEnumerable<JsonElement> messages)
    {
        foreach (var (index, message) in messages.Index())
        {
            var at = $"messages[{index}]";
            foreach (var error in message.Text("role") is "tool" ? CheckAnswer(Id(message, "tool_call_id"), at) : CheckOther(message, at))
            {
                yield return error;
            }
        }

        if (_open.TryPeek(out var unanswered))
        {
            yield return BadRequest.Illegal("messages", $"ends before the call '{unanswered}' is answered");
        }
    }

    private IEnumerable<ApiError> CheckAnswer(string id, string at)
    {
        if (_open.Contains(id) && _open.Peek() != id)
        {
            yield return BadRequest.Illegal($"{at}.tool_call_id", $"is out of order: the call '{_open.Peek()}' comes before '{id}'");
        }
        else if (!_open.TryDequeue(out var next) || next != id)
        {
            yield return BadRequest.Illegal(
                $"{at}.tool_call_id", _ids.Contains(id) ? $"answers the call '{id}' a second time" : $"'{id}' is no call of the assistant message before it");
        }
    }

    private IEnumerable<ApiError> CheckOther(JsonElement message, string at)
    {
        if (_open.TryPeek(out var unanswered))
        {
            yield return BadRequest.Illegal(at, $"comes before the call '{unanswered}' is answered: a tool message is due");
        }

        foreach (var (index, call) in message.Items("tool_calls").Index())
        {
            var id = Id(call, "id");
            if (!_ids.Add(id))
            {
                yield return BadRequest.Illegal($"{at}.tool_calls[{index}].id", $"is used twice: '{id}'");
            }

            _open.Enqueue(id);
        }
    }

    /// <summary>An id that is there: the rules before these have seen to it.</summary>
    private static string Id(JsonElement json, string name) => json.Text(name) ?? "";
}
