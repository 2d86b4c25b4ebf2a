using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using GlmTools.Emulator.Auth;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Platform;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Legacy;

/// <summary>The third version of the API (protocol sheet 10). The same scripted model answers as in the fourth.</summary>
internal sealed class V3Api(GlmEmulatorOptions options, Authenticator authenticator)
{
    public const string BasePath = "/api/paas/v3/model-api";

    private readonly ConcurrentDictionary<string, (StoredTask Task, V3Answer Answer)> _tasks = [];
    private int _accepted;

    public Api ToApi() => new(
        BasePath,
        Endpoint.Get("-/async-invoke/{task}", request => Result(request.Values["task"])),
        Endpoint.Post("{model}/invoke", request => Answer(request, Complete)),
        Endpoint.Post("{model}/async-invoke", request => Answer(request, Submit)),
        Endpoint.Post("{model}/sse-invoke", request => Answer(request, V3Stream.Of)))
    {
        Authenticate = request => Authenticate(request.Http.Headers.Authorization),
        Refuse = V3Error.Of,
    };

    private ApiError? Authenticate(string? header)
        => header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true || header?.Split('.').Length == 2
            ? new(401, "1002", "The Authorization header of V3 is a JWT alone: neither 'Bearer' nor the API key itself.")
            : authenticator.Check(header);

    private WireResponse Answer(WireRequest request, Func<V3Answer, WireResponse> encode)
    {
        using var json = StrictJson.ParseObject(request.Body);
        if (json is null)
        {
            return V3Error.Of(BadRequest.Body);
        }

        var model = request.Values["model"];
        if (V3Rules.Check(model, json.RootElement) is { } refusal)
        {
            return V3Error.Of(refusal);
        }

        var question = Read(model, json.RootElement, isStream: request.Http.Path.Value!.EndsWith("/sse-invoke", StringComparison.Ordinal));
        return Ask(question) switch
        {
            EmulatedCompletion { ToolCalls.Count: > 0 } => V3Error.Of(new(500, "500", "The emulated model called a tool, and V3 has none.")),
            EmulatedCompletion completion => encode(V3Answer.Of(json.RootElement, completion)) with { Headers = completion.Headers, AbortAfter = completion.AbortAfter },
            EmulatedFailure failure => V3Error.Of(new(failure.Status, failure.Code, failure.Message)),
            EmulatedRawReply raw => new() { Status = raw.Status, ContentType = raw.ContentType, Writes = raw.Writes, Headers = raw.Headers, AbortAfter = raw.AbortAfter },
            var reply => throw new NotSupportedException($"A {reply.GetType().Name} is no reply."),
        };
    }

    private EmulatedRequest Read(string model, JsonElement body, bool isStream) => new()
    {
        Model = model,
        Messages = [.. body.Items("prompt").Select(static message => new EmulatedMessage { Role = message.Text("role")!, Text = message.Text("content")! })],
        Stream = isStream,
        PreviousRequests = Interlocked.Increment(ref _accepted) - 1,
    };

    private EmulatedReply Ask(EmulatedRequest question)
    {
        try
        {
            return options.Model.Reply(question) ?? throw new InvalidOperationException("It gave no reply.");
        }
        catch (Exception exception)
        {
            // A test's own mistake: told to the client, because the server has no other voice.
            return EmulatedReply.Fail(500, "500", $"The emulated model threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static WireResponse Complete(V3Answer answer) => Envelope(answer, answer.RequestId, isReady: true);

    private WireResponse Submit(V3Answer answer)
    {
        var task = RandomNumberGenerator.GetString("0123456789", 17) + answer.RequestId;
        _tasks[task] = (new(task, answer.RequestId, "", null, options.PollsUntilDone), answer);
        return Envelope(answer, task, isReady: false);
    }

    private WireResponse Result(string id)
        => _tasks.TryGetValue(id, out var stored) ? Envelope(stored.Answer, id, stored.Task.IsDone()) : V3Error.Of(new(400, "1210", $"There is no task '{id}'."));

    private static WireResponse Envelope(V3Answer answer, string task, bool isReady) => WireResponse.OfJson(StrictJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("code", 200);
        json.WriteString("msg", "操作成功");
        json.WriteStartObject("data");
        json.WriteString("request_id", answer.RequestId);
        json.WriteString("task_id", task);
        json.WriteString("task_status", isReady ? "SUCCESS" : "PROCESSING");
        if (isReady)
        {
            answer.WriteChoicesTo(json);
            answer.WriteUsageTo(json);
        }

        json.WriteEndObject();
        json.WriteBoolean("success", true);
        json.WriteEndObject();
    }));
}
