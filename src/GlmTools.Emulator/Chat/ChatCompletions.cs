using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Chat;

/// <summary><c>POST chat/completions</c>: a request body in, all that goes out for it back.</summary>
internal sealed class ChatCompletions(GlmEmulatorOptions options)
{
    private int _accepted;

    public WireResponse Answer(byte[] body)
    {
        using var json = StrictJson.ParseObject(body);
        return json is null
            ? WireResponse.Of(new(400, "1210", "The request body must be one JSON object in UTF-8."))
            : Answer(json.RootElement);
    }

    private WireResponse Answer(JsonElement body)
    {
        var request = ChatRequest.Read(body) with { PreviousRequests = Interlocked.Increment(ref _accepted) - 1 };
        var reply = Ask(request);
        return Encode(reply, request, body) with { Headers = reply.Headers, AbortAfter = reply.AbortAfter };
    }

    private EmulatedReply Ask(EmulatedRequest request)
    {
        try
        {
            return options.Model.Reply(request);
        }
        catch (Exception exception)
        {
            // A test's own mistake: told to the client, because the server has no other voice.
            return EmulatedReply.Fail(500, "500", $"The emulated model threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    private WireResponse Encode(EmulatedReply reply, EmulatedRequest request, JsonElement body) => reply switch
    {
        EmulatedCompletion completion => Encode(Complete(completion, request.Model, body), request),
        EmulatedFailure failure => WireResponse.Of(new ApiError(failure.Status, failure.Code, failure.Message)),
        EmulatedRawReply raw => new() { Status = raw.Status, ContentType = raw.ContentType, Writes = raw.Writes },
        _ => throw new NotSupportedException($"A {reply.GetType().Name} is no reply."),
    };

    private static WireResponse Encode(ChatCompletion completion, EmulatedRequest request) => request.Stream
        ? WireResponse.OfEvents(new ChunkEncoder(completion).Encode(request.ToolStream))
        : WireResponse.OfJson(CompletionEncoder.Encode(completion));

    private ChatCompletion Complete(EmulatedCompletion reply, string model, JsonElement body)
    {
        var now = options.TimeProvider.GetUtcNow();
        var id = Ids.Completion(now);
        return new()
        {
            Id = id,
            RequestId = body.Text("request_id") ?? id,
            Created = now.ToUnixTimeSeconds(),
            Model = model,
            Reasoning = reply.Reasoning,
            Text = reply.Text,
            ToolCalls = Ids.Complete(reply.ToolCalls),
            FinishReason = reply.FinishReason ?? (reply.ToolCalls.Count > 0 ? "tool_calls" : "stop"),
            Usage = Usage.Of(body, reply),
        };
    }
}
