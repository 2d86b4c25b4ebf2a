using System.Text.Json;
using GlmTools.Binding;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>Turns the messages of Microsoft.Extensions.AI into those of the wire.</summary>
internal static class MessageWriting
{
    private static readonly ChatRole Developer = new("developer");

    /// <summary>Turns a conversation around.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="instructions">What goes before it. It becomes one with the system messages it begins with, because GLM describes no more than one (protocol sheet 3.1).</param>
    /// <exception cref="ArgumentException">A message holds what GLM cannot be told.</exception>
    public static IReadOnlyList<GlmChatMessage> ToGlm(IEnumerable<ChatMessage> messages, IEnumerable<string?> instructions)
    {
        var all = messages.ToList();
        var leading = all.TakeWhile(IsSystem).ToList();
        var system = string.Join("\n\n", instructions.Concat(leading.Select(static message => message.Text)).Where(static text => !string.IsNullOrWhiteSpace(text)));
        var answered = all.SelectMany(static message => message.Contents).OfType<FunctionResultContent>().Select(static result => result.CallId).ToHashSet(StringComparer.Ordinal);
        var told = new List<GlmChatMessage>();
        if (system.Length > 0)
        {
            told.Add(GlmChatMessage.System(system));
        }

        for (var i = leading.Count; i < all.Count; i++)
        {
            told.AddRange(Write(all[i], $"messages[{i}]", answered));
        }

        SortAnswers(told);
        return told;
    }

    private static bool IsSystem(ChatMessage message) => message.Role == ChatRole.System || message.Role == Developer;

    private static IEnumerable<GlmChatMessage> Write(ChatMessage message, string place, HashSet<string> answered)
    {
        if (IsSystem(message))
        {
            return [GlmChatMessage.System(message.Text)];
        }

        // By what it is, not by the role: some pipelines put results into messages of the user.
        var results = message.Contents.Select(content => Result(content, place, answered)).OfType<GlmChatMessage>();
        if (message.Role == ChatRole.Assistant)
        {
            // One without text and calls says nothing, and the service refuses it (protocol sheet 3).
            var answer = Assistant(message);
            return answer is { Content: null, ToolCalls.Count: 0 } ? results : [answer, .. results];
        }

        if (message.Role == ChatRole.Tool)
        {
            return results;
        }

        if (message.Role != ChatRole.User)
        {
            throw new ArgumentException($"{place} has the role '{message.Role}'; the roles are system, user, assistant and tool.", "messages");
        }

        var isAnswer = message.Contents.Count > 0 && message.Contents.All(static content => content is FunctionResultContent or ToolApprovalResponseContent);
        return isAnswer ? results : [.. results, UserWriting.Write(message, place)];
    }

    private static GlmChatMessage Assistant(ChatMessage message)
    {
        var calls = message.Contents.Select(static content => content switch
        {
            FunctionCallContent { InformationalOnly: false } call => call,
            ToolApprovalRequestContent { ToolCall: FunctionCallContent call } => call,
            _ => null,
        }).OfType<FunctionCallContent>().DistinctBy(static call => call.CallId);
        return GlmChatMessage.Assistant(
            Join(message.Contents.OfType<TextContent>().Select(static content => content.Text)),
            [.. calls.Select(CallArguments.Write)],
            Join(message.Contents.OfType<TextReasoningContent>().Select(static content => content.Text)));
    }

    private static GlmChatMessage? Result(AIContent content, string place, HashSet<string> answered) => content switch
    {
        FunctionResultContent result => GlmChatMessage.Tool(result.CallId, Text(result)),
        ToolApprovalResponseContent response when answered.Contains(response.ToolCall.CallId) => null,
        ToolApprovalResponseContent { Approved: false } refused
            => GlmChatMessage.Tool(refused.ToolCall.CallId, $"Error: this call was not approved; nothing was executed. Do not make the same call again.{(string.IsNullOrWhiteSpace(refused.Reason) ? "" : $" Reason: {refused.Reason.Trim()}")}"),
        ToolApprovalResponseContent approved
            => throw new ArgumentException($"{place} approves the call '{approved.ToolCall.CallId}', but nothing has executed it: put a client that invokes functions around this one.", "messages"),
        _ => null,
    };

    private static string Text(FunctionResultContent result) => result.Result switch
    {
        null when result.Exception is not null => "Error: the function failed.",
        null => "",
        string text => text,
        TextContent content => content.Text,
        IEnumerable<AIContent> contents when contents.All(static content => content is TextContent) => string.Concat(contents),
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        JsonElement json => ToolJson.Text(json, ToolJson.Compact),
        { } value => ToolJson.Text(JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType())), ToolJson.Compact),
    };

    private static string? Join(IEnumerable<string?> pieces) => string.Concat(pieces) is { Length: > 0 } text ? text : null;

    // GLM wants the answers in the order of the calls (protocol sheet 3.3, 2); approved ones come after refused ones in some pipelines.
    private static void SortAnswers(List<GlmChatMessage> messages)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i].ToolCalls is not { Count: > 1 } calls)
            {
                continue;
            }

            var answers = messages.Skip(i + 1).TakeWhile(static message => message.Role == GlmChatRole.Tool).ToList();
            var ids = calls.Select(static call => call.Id).ToList();
            messages.RemoveRange(i + 1, answers.Count);
            messages.InsertRange(i + 1, answers.OrderBy(answer => ids.IndexOf(answer.ToolCallId!)));
        }
    }
}
