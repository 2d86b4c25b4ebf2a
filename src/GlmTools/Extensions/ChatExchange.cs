using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>One request of Microsoft.Extensions.AI, and what comes back for it.</summary>
internal sealed class ChatExchange
{
    private readonly HashSet<string> _generated = new(StringComparer.Ordinal);
    private readonly HashSet<string> _callIds;
    private readonly ToolCallAccumulator _calls = new();
    private GlmChatChunk _last = new();

    public ChatExchange(IEnumerable<ChatMessage> messages, ChatOptions? options, string model, GlmChatSettings settings, IChatClient client, GlmModelTable models)
    {
        var tools = OfferedTools.Of(options);
        var told = MessageWriting.ToGlm(messages, [options?.Instructions, OptionsWriting.AnswerForm(options), tools.Instruction]);
        var request = OptionsWriting.ToRequest(options, settings, client, model, models);
        Request = request with
        {
            Messages = told,
            Tools = tools.Utf8.IsEmpty ? request.Tools : tools.Utf8,
            ServerTools = [.. request.ServerTools, .. tools.Server],
        };
        _generated.UnionWith(tools.Generated);
        _callIds = new(told.SelectMany(static message => message.ToolCalls).Select(static call => call.Id), StringComparer.Ordinal);
    }

    public GlmChatRequest Request { get; }

    /// <summary>A whole answer.</summary>
    public ChatResponse ToResponse(GlmChatCompletion completion)
    {
        var choice = completion.Choices[0];
        var message = choice.Message;
        return new(new ChatMessage(ChatRole.Assistant, [.. Contents(message.ReasoningContent, message.Content), .. message.ToolCalls.Select(ToContent)])
        {
            MessageId = completion.Id,
            RawRepresentation = message,
        })
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = Time(completion.Created),
            FinishReason = Reason(choice.FinishReason),
            Usage = Usage(completion.Usage),
            RawRepresentation = completion,
        };
    }

    /// <summary>A piece of a streamed answer. Calls are kept until <see cref="Calls"/>, because a piece of one is of no use.</summary>
    public ChatResponseUpdate ToUpdate(GlmChatChunk chunk)
    {
        _last = chunk;
        foreach (var piece in chunk.Delta.ToolCalls)
        {
            _calls.Add(piece);
        }

        var update = Update([.. Contents(chunk.Delta.ReasoningContent, chunk.Delta.Content)]);
        if (Usage(chunk.Usage) is { } usage)
        {
            update.Contents.Add(new UsageContent(usage));
        }

        update.FinishReason = Reason(chunk.FinishReason);
        update.RawRepresentation = chunk;
        return update;
    }

    /// <summary>The calls of a streamed answer that has ended; <see langword="null"/> where it makes none.</summary>
    public ChatResponseUpdate? Calls()
        => _calls.Complete() is { Count: > 0 } calls ? Update([.. calls.Select(ToContent)]) : null;

    private static IEnumerable<AIContent> Contents(string? reasoning, string? text)
    {
        if (reasoning is { Length: > 0 })
        {
            yield return new TextReasoningContent(reasoning);
        }

        if (text is { Length: > 0 })
        {
            yield return new TextContent(text);
        }
    }

    private static DateTimeOffset? Time(long seconds) => seconds > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static ChatFinishReason? Reason(GlmFinishReason? reason) => reason switch
    {
        null => null,
        { } sensitive when sensitive == GlmFinishReason.Sensitive => ChatFinishReason.ContentFilter,
        { } other => new(other.Value),
    };

    private static UsageDetails? Usage(GlmUsage? usage) => usage is not { } used ? null : new()
    {
        InputTokenCount = used.PromptTokens,
        OutputTokenCount = used.CompletionTokens,
        TotalTokenCount = used.TotalTokens,
        CachedInputTokenCount = used.CachedTokens,
        ReasoningTokenCount = used.ReasoningTokens,
    };

    private ChatResponseUpdate Update(IList<AIContent> contents) => new(ChatRole.Assistant, contents)
    {
        ResponseId = _last.Id,
        MessageId = _last.Id,
        ModelId = _last.Model,
        CreatedAt = Time(_last.Created),
    };

    // Results are matched to calls by their ids, which the service leaves out or uses twice now and then (protocol sheet 4.5).
    private FunctionCallContent ToContent(GlmToolCall call)
    {
        var named = call.Id.Length > 0 && _callIds.Add(call.Id) ? call : call with { Id = $"call_{Guid.NewGuid():n}" };
        return CallArguments.Read(named, _generated.Contains(call.Name));
    }
}
