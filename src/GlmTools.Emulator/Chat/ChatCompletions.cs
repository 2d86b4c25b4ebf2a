using System.Text.Json;
using GlmTools.Emulator.Chat.Local;
using GlmTools.Emulator.Faults;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Chat;

/// <summary><c>POST chat/completions</c>: a request body in, all that goes out for it back.</summary>
internal sealed class ChatCompletions(GlmEmulatorOptions options)
{
    private readonly RequestIds _requestIds = new();
    private readonly LocalServer? _local = LocalServer.Of(options.Server);
    private int _accepted;

    public WireResponse Answer(ReadOnlyMemory<byte> body)
    {
        using var json = StrictJson.ParseObject(body);
        if (json is null)
        {
            return Refuse(BadRequest.Body);
        }

        return Check(json.RootElement) is { } refusal ? Refuse(refusal) : Answer(json.RootElement);
    }

    private WireResponse Refuse(ApiError error) => _local?.Refuse(error) ?? WireResponse.Of(error);

    private ApiError? Check(JsonElement body)
    {
        if ((_local is null ? RequestRules.Check(body) : LocalRules.Check(body, options.Server)) is { } refusal)
        {
            return refusal;
        }

        if (options.KnownModels is { } known && body.Text("model") is { } model && !known.Contains(model))
        {
            return BadRequest.UnknownModel(model);
        }

        return _local is null && body.Text("request_id") is { } id && !_requestIds.TryTake(id) ? BadRequest.UsedRequestId(id) : null;
    }

    private WireResponse Answer(JsonElement body)
    {
        var request = ChatRequest.Read(body) with { PreviousRequests = Interlocked.Increment(ref _accepted) - 1 };
        var faults = new FaultChain(request, Ask(request));
        var reply = faults.Reply;
        if (reply is EmulatedFailure && body.Text("request_id") is { } id)
        {
            _requestIds.Release(id);
        }

        return Encode(faults, request, body) with { Headers = reply.Headers, AbortAfter = reply.AbortAfter };
    }

    private EmulatedReply Ask(EmulatedRequest request)
    {
        try
        {
            return options.Model.Reply(request) ?? throw new InvalidOperationException("It gave no reply.");
        }
        catch (Exception exception)
        {
            // A test's own mistake: told to the client, because the server has no other voice.
            return EmulatedReply.Fail(500, "500", $"The emulated model threw {exception.GetType().Name}: {exception.Message}");
        }
    }

    private WireResponse Encode(FaultChain faults, EmulatedRequest request, JsonElement body) => faults.Reply switch
    {
        EmulatedCompletion completion => Encode(Complete(completion, request.Model, body), request, faults, body),
        EmulatedFailure failure => Refuse(new(failure.Status, failure.Code, failure.Message)),
        EmulatedRawReply raw => new() { Status = raw.Status, ContentType = raw.ContentType, Writes = raw.Writes },
        var reply => throw new NotSupportedException($"A {reply.GetType().Name} is no reply."),
    };

    private WireResponse Encode(ChatCompletion completion, EmulatedRequest request, FaultChain faults, JsonElement body)
    {
        var payloads = request.Stream ? new ChunkEncoder(completion).Encode(faults.Fragments ?? request.ToolStream) : [CompletionEncoder.Encode(completion)];
        var written = faults.Payloads(_local?.Payloads(payloads, body) ?? payloads);
        return request.Stream ? WireResponse.OfEvents(faults.Frames(EventFrames.Of(written))) : WireResponse.OfJson(written.Single());
    }

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
            // A fault may have changed the text since it was cut.
            TextPieces = reply.TextPieces is { } pieces && string.Concat(pieces) == reply.Text ? pieces : null,
            ToolCalls = _local?.Complete(reply.ToolCalls) ?? Ids.Complete(reply.ToolCalls),
            FinishReason = reply.FinishReason ?? (reply.ToolCalls.Count > 0 ? "tool_calls" : "stop"),
            Fields = reply.Fields,
            Usage = Usage.Of(body, reply),
        };
    }
}
