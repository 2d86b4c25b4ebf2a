using System.Text.Json;
using GlmTools.Emulator.Chat;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary><c>POST async/chat/completions</c>: what the chat would answer, as a task (protocol sheet 7).</summary>
internal sealed class AsyncChat(ChatCompletions chat, TaskStore tasks)
{
    public IEnumerable<Endpoint> Endpoints => [Endpoint.Post("async/chat/completions", request => Submit(request.Body))];

    private WireResponse Submit(ReadOnlyMemory<byte> body)
    {
        using var json = StrictJson.ParseObject(body);
        if (json?.RootElement.IsTrue("stream") == true)
        {
            return WireResponse.Of(BadRequest.Parameter("stream", "false or left out: a task has no stream"));
        }

        // A request that is refused is refused at once; a model that fails makes the task fail.
        var answer = chat.Answer(body);
        return json is null || answer.Status is >= 400 and < 500
            ? answer
            : tasks.Submit(json.RootElement.Text("model") ?? "", json.RootElement.Text("request_id"), answer.Status == 200 ? Result(answer) : null);
    }

    /// <summary>The members of a completion that a task's result has as well.</summary>
    private static Action<Utf8JsonWriter>? Result(WireResponse answer)
    {
        using var completion = StrictJson.ParseObject(answer.Body());
        var members = completion?.RootElement.EnumerateObject()
            .Where(static member => member.Name is "choices" or "usage" or "created" or "web_search" or "content_filter")
            .Select(static member => (member.Name, Value: member.Value.Clone())).ToList();
        return members is null or [] ? null : json =>
        {
            foreach (var (name, value) in members)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        };
    }
}
