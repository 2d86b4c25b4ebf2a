using System.Text;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>
/// An answer of Microsoft.Extensions.AI as chunks. Calls come at its end: only then it is known which of them somebody in the pipeline has
/// executed already.
/// </summary>
/// <param name="tools">What the agent offered.</param>
internal sealed class ForeignAnswer(IEnumerable<AITool>? tools)
{
    private readonly List<FunctionCallContent> _calls = [];
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
    private readonly UsageDetails _usage = new();
    private bool _hasUsage;
    private string? _messageId;

    /// <summary>The only chunk of an answer that is whole.</summary>
    public GlmChatChunk Whole(ChatResponse response)
    {
        var chunk = ToChunk([.. response.Messages.SelectMany((message, i) => Contents(message.Contents, $"{i}"))], response.ResponseId, response.ModelId, response.FinishReason);
        if (response.Usage is { } usage)
        {
            Count(usage);
        }

        return chunk with { Delta = chunk.Delta with { ToolCalls = Calls() }, Usage = Usage() };
    }

    /// <summary>A piece of an answer that is streamed.</summary>
    public GlmChatChunk Piece(ChatResponseUpdate update) => ToChunk([.. Contents(update.Contents, update.MessageId)], update.ResponseId, update.ModelId, update.FinishReason);

    /// <summary>The last chunk of an answer that is streamed.</summary>
    public GlmChatChunk End() => new() { Delta = new() { ToolCalls = Calls() }, Usage = Usage() };

    /// <summary>The contents of a message. A pipeline may bring several: what it said before a tool of its own, and after. They are one answer here, on lines of their own.</summary>
    private IEnumerable<AIContent> Contents(IList<AIContent> contents, string? messageId)
    {
        if (contents.Any(static content => content is TextContent { Text.Length: > 0 }))
        {
            if (_messageId is not null && messageId is not null && messageId != _messageId)
            {
                yield return new TextContent("\n");
            }

            _messageId = messageId ?? _messageId;
        }

        foreach (var content in contents)
        {
            yield return content;
        }
    }

    private GlmChatChunk ToChunk(IList<AIContent> contents, string? id, string? model, ChatFinishReason? reason)
    {
        StringBuilder text = new(), reasoning = new();
        foreach (var content in contents)
        {
            switch (content)
            {
                case TextContent said:
                    text.Append(said.Text);
                    break;
                case TextReasoningContent thought:
                    reasoning.Append(thought.Text);
                    break;
                case ErrorContent refused:
                    text.Append(refused.Message);
                    break;
                case FunctionCallContent { InformationalOnly: false } call:
                    _calls.Add(call);
                    break;
                case ToolApprovalRequestContent asked:
                    _calls.Add(Guarded(asked.ToolCall));
                    break;
                case FunctionResultContent result:
                    _answered.Add(result.CallId);
                    break;
                case UsageContent used:
                    Count(used.Details);
                    break;
            }
        }

        return new()
        {
            Id = id,
            Model = model,
            Delta = new() { Content = Text(text), ReasoningContent = Text(reasoning) },
            FinishReason = reason is not { } why ? null : why == ChatFinishReason.ContentFilter ? GlmFinishReason.Sensitive : new(why.Value),
        };
    }

    // A pipeline with a guarded tool of its own asks about every call; about those of the agent, the agent itself asks.
    private FunctionCallContent Guarded(ToolCallContent call)
        => call is FunctionCallContent function && (tools ?? []).Any(tool => tool.Name == function.Name)
            ? function
            : throw new GlmException($"The pipeline asks for the approval of a call of its own ({(call as FunctionCallContent)?.Name ?? call.GetType().Name}), which an agent cannot give. Give the tool to the agent: it asks GlmAgentOptions.Approve.");

    private static string? Text(StringBuilder text) => text.Length == 0 ? null : text.ToString();

    private GlmToolCallDeltas Calls() => [.. _calls.Where(call => !_answered.Contains(call.CallId)).Select(static (call, index) => new GlmToolCallDelta
    {
        Index = index,
        Id = call.CallId,
        Name = call.Name,
        Arguments = CallArguments.Text(call),
    })];

    private void Count(UsageDetails usage)
    {
        _usage.Add(usage);
        _hasUsage = true;
    }

    private GlmUsage? Usage() => !_hasUsage ? null : new()
    {
        PromptTokens = _usage.InputTokenCount ?? 0,
        CompletionTokens = _usage.OutputTokenCount ?? 0,
        TotalTokens = _usage.TotalTokenCount ?? 0,
        CachedTokens = _usage.CachedInputTokenCount ?? 0,
        ReasoningTokens = _usage.ReasoningTokenCount ?? 0,
    };
}
