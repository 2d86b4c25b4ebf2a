using Microsoft.Extensions.AI;

namespace GlmTools.Tests.Extensions;

/// <summary>A pipeline's loop over functions, as anybody might write it: it knows nothing but Microsoft.Extensions.AI.</summary>
internal sealed class FunctionLoop(IChatClient inner, bool streaming) : DelegatingChatClient(inner)
{
    /// <summary>The conversation, and what every request brought it.</summary>
    public List<ChatMessage> History { get; } = [];

    public async Task<ChatResponse> AskAsync(string prompt, ChatOptions options)
    {
        History.Add(new(ChatRole.User, prompt));
        return await GoOnAsync(options).WaitAsync(Patience.Limit);
    }

    /// <summary>Goes on after approvals were given or refused.</summary>
    public async Task<ChatResponse> AnswerAsync(ToolApprovalResponseContent decision, ChatOptions options)
    {
        History.Add(new(ChatRole.User, [decision]));
        if (decision is { Approved: true, ToolCall: FunctionCallContent call })
        {
            History.Add(new(ChatRole.Tool, [await InvokeAsync(call, options)]));
        }

        return await GoOnAsync(options);
    }

    private async Task<ChatResponse> GoOnAsync(ChatOptions options)
    {
        while (true)
        {
            var response = streaming
                ? await GetStreamingResponseAsync(History, options).ToChatResponseAsync()
                : await GetResponseAsync(History, options);
            var message = Assert.Single(response.Messages);
            var calls = message.Contents.OfType<FunctionCallContent>().ToList();
            if (calls.Find(call => Function(call, options)?.GetService<ApprovalRequiredAIFunction>() is not null) is { } guarded)
            {
                message.Contents[message.Contents.IndexOf(guarded)] = new ToolApprovalRequestContent("approval-1", guarded);
                History.Add(message);
                return response;
            }

            History.Add(message);
            if (calls.Count == 0)
            {
                return response;
            }

            // Last one first: a pipeline need not keep to the order.
            calls.Reverse();
            History.Add(new(ChatRole.Tool, [.. await Task.WhenAll(calls.Select(call => InvokeAsync(call, options)))]));
        }
    }

    private static async Task<FunctionResultContent> InvokeAsync(FunctionCallContent call, ChatOptions options)
        => new(call.CallId, await Function(call, options)!.InvokeAsync(new(call.Arguments)));

    private static AIFunction? Function(FunctionCallContent call, ChatOptions options)
        => options.Tools!.OfType<AIFunction>().FirstOrDefault(tool => tool.Name == call.Name);
}
