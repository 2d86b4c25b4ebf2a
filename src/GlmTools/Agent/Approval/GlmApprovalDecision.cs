using System.Text;
using GlmTools.Binding;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>What a person decided about a tool call. Made by <see cref="GlmApprovalRequest.Approve"/> and its siblings, also in another process.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Token">The <see cref="GlmApprovalRequest.Token"/> of the request that was answered.</param>
/// <param name="IsApproved">Whether the call may be executed.</param>
public sealed record GlmApprovalDecision(string CallId, string Token, bool IsApproved)
{
    /// <summary>The arguments in place of the model's, a JSON object; <see langword="null"/> (the default) for the model's own.</summary>
    public string? Arguments { get; init; }

    /// <summary>Why a refused call is refused, for the model; <see langword="null"/> (the default) for no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>Reads the answer to a <see cref="GlmApprovalRequest.ToContent"/>. Arguments that were changed on the way count as edited ones.</summary>
    /// <param name="response">The answer.</param>
    /// <exception cref="ArgumentException">It is about something else than a function call.</exception>
    public static GlmApprovalDecision From(ToolApprovalResponseContent response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.ToolCall is FunctionCallContent call
            ? new(call.CallId, response.RequestId, response.Approved)
            {
                Arguments = call.Arguments is { } arguments ? Encoding.UTF8.GetString(ArgumentEncoder.Encode(new(arguments)).Span) : null,
                Reason = response.Reason,
            }
            : throw new ArgumentException("The response is not about a function call.", nameof(response));
    }
}
