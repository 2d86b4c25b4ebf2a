using System.Text;
using GlmTools;

namespace LocalServer;

/// <summary>What a server answered, whole or put together from a stream.</summary>
internal sealed record Answer(string Text, string Reasoning, IReadOnlyList<GlmToolCall> Calls, GlmFinishReason? FinishReason, GlmUsage? Usage, string? Model)
{
    /// <summary>The calls that are not cut off: the last one is, where the answer was too long.</summary>
    public IReadOnlyList<GlmToolCall> WholeCalls => FinishReason == GlmFinishReason.Length ? [.. Calls.SkipLast(1)] : Calls;

    public static async Task<Answer> WholeAsync(GlmClient glm, GlmChatRequest request)
    {
        var completion = await glm.Chat.CompleteAsync(request);
        var message = completion.Choices[0].Message;
        return new(message.Content ?? "", message.ReasoningContent ?? "", message.ToolCalls, completion.Choices[0].FinishReason, completion.Usage, completion.Model);
    }

    public static async Task<Answer> StreamedAsync(GlmClient glm, GlmChatRequest request)
    {
        var (text, reasoning) = (new StringBuilder(), new StringBuilder());
        var calls = new SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)>();
        (GlmFinishReason? finishReason, GlmUsage? usage, string? model) = (null, null, null);
        await foreach (var chunk in glm.Chat.StreamAsync(request))
        {
            text.Append(chunk.Delta.Content);
            reasoning.Append(chunk.Delta.ReasoningContent);
            foreach (var piece in chunk.Delta.ToolCalls)
            {
                var call = calls.GetValueOrDefault(piece.Index ?? 0, (piece.Id ?? "", piece.Name ?? "", new()));
                call.Arguments.Append(piece.Arguments);
                calls[piece.Index ?? 0] = call;
            }

            (finishReason, usage, model) = (chunk.FinishReason ?? finishReason, chunk.Usage ?? usage, chunk.Model ?? model);
        }

        return new(text.ToString(), reasoning.ToString(), [.. calls.Values.Select(static call => new GlmToolCall(call.Id, call.Name, call.Arguments.ToString()))], finishReason, usage, model);
    }
}
