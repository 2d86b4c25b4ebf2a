using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Assistants;

/// <summary>The QingYan service: token, questions, uploads (protocol sheet 9).</summary>
internal sealed class QingYanApi(EmulatedQingYanOptions options, QingYanAccount account, AccessTokens tokens, TimeProvider time)
{
    public const string BasePath = "/chatglm/assistant-api/v1";

    private readonly Quota _quota = new(options, time);
    private readonly Uploads _uploads = new();
    private readonly Conversations _conversations = new();
    private int _accepted;

    public Api ToApi() => new(
        BasePath,
        Endpoint.Post("get_token", request => Token(request.Body)),
        Endpoint.Post("stream", request => Guarded(request, isQuestion: true, authorized => Ask(authorized.Body, AssistantStream.Of))),
        Endpoint.Post("stream_sync", request => Guarded(request, isQuestion: true, authorized => Ask(authorized.Body, AssistantAnswer.Of))),
        Endpoint.Post("file_upload", request => Guarded(request, isQuestion: false, _uploads.Answer)))
    {
        Refuse = static refusal => new QingYanError(refusal.Status * 1000, refusal.Message) { HttpStatus = refusal.Status }.ToResponse(),
    };

    private WireResponse Token(ReadOnlyMemory<byte> body)
    {
        using var json = StrictJson.ParseObject(body);
        if (json?.RootElement.Text("api_key") is not { } key || json.RootElement.Text("api_secret") is not { } secret)
        {
            return QingYanError.BadRequest("The body must be a JSON object with api_key and api_secret.").ToResponse();
        }

        return !account.Knows(key, secret) ? QingYanError.WrongKey.ToResponse() : WireResponse.OfJson(StrictJson.Write(answer =>
        {
            answer.WriteStartObject();
            answer.WriteNumber("status", 0);
            answer.WriteString("message", "success");
            answer.WriteStartObject("result");
            answer.WriteString("access_token", tokens.Issue());
            answer.WriteNumber("expires_in", (long)tokens.Life.TotalSeconds);
            answer.WriteEndObject();
            answer.WriteEndObject();
        }));
    }

    /// <summary>Lets in who has a token and is within the limits, until the answer is out.</summary>
    private WireResponse Guarded(WireRequest request, bool isQuestion, Func<WireRequest, WireResponse> answer)
    {
        if (!tokens.Accepts(request.Http.Headers.Authorization))
        {
            return QingYanError.WrongToken.ToResponse();
        }

        return _quota.Begin(isQuestion) is { } full ? full.ToResponse() : answer(request) with { Completed = _quota.End };
    }

    private WireResponse Ask(ReadOnlyMemory<byte> body, Func<EmulatedAssistantReply, string, WireResponse> encode)
    {
        using var json = StrictJson.ParseObject(body);
        if (json is null)
        {
            return QingYanError.BadRequest("The request body must be one JSON object in UTF-8.").ToResponse();
        }

        if (QuestionRules.Check(json.RootElement, account.AssistantId, _conversations, _uploads) is { } refusal)
        {
            return refusal.ToResponse();
        }

        var question = Read(json.RootElement);
        var reply = Answer(question);
        return reply.Refusal is { } refused
            ? new QingYanError(refused.Status, refused.Message).ToResponse()
            : encode(reply, question.ConversationId) with { AbortAfter = reply.AbortAfter };
    }

    private EmulatedAssistantRequest Read(JsonElement body)
    {
        var conversation = body.Text("conversation_id") is { Length: > 0 } id ? id : _conversations.Begin();
        var prompt = body.Text("prompt")!;
        return new()
        {
            Prompt = prompt,
            ConversationId = conversation,
            History = _conversations.Add(conversation, prompt),
            Files = [.. body.Items("file_list").Select(file => _uploads.Find(file.Text("file_id")!)!)],
            MetaData = body.Find("meta_data")?.Clone(),
            PreviousRequests = Interlocked.Increment(ref _accepted) - 1,
        };
    }

    private EmulatedAssistantReply Answer(EmulatedAssistantRequest question)
    {
        try
        {
            return options.Assistant.Reply(question) ?? throw new InvalidOperationException("It gave no reply.");
        }
        catch (Exception exception)
        {
            // A test's own mistake: told to the client, because the server has no other voice.
            return EmulatedAssistantReply.Fail(500_000, $"The emulated assistant threw {exception.GetType().Name}: {exception.Message}");
        }
    }
}
