using System.Text;
using System.Text.Json;
using GlmTools.Binding;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>A tool call a person has to approve. Its arguments have been validated: approved, the method is called with them.</summary>
public sealed record GlmApprovalRequest
{
    /// <summary>The run the call belongs to.</summary>
    public required string RunId { get; init; }

    /// <summary>The call.</summary>
    public required string CallId { get; init; }

    /// <summary>The name of the tool.</summary>
    public required string ToolName { get; init; }

    /// <summary>The arguments as the method will get them: a JSON object.</summary>
    public required string Arguments { get; init; }

    /// <summary>What to ask the person: <see cref="GlmToolAttribute.Confirmation"/> with the arguments filled in, or the call itself.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Binds a decision to run, call, tool definition and arguments: if one of them changes, decisions made before are refused.
    /// With <see cref="GlmAgentOptions.ApprovalKey"/> nobody without the key can make one up.
    /// </summary>
    public required string Token { get; init; }

    /// <summary>The call may be executed.</summary>
    public GlmApprovalDecision Approve() => new(CallId, Token, IsApproved: true);

    /// <summary>The call may be executed with other arguments. They are validated like the model's, and the model is told.</summary>
    /// <param name="arguments">The arguments, a JSON object.</param>
    public GlmApprovalDecision ApproveWith(string arguments) => new(CallId, Token, IsApproved: true) { Arguments = arguments };

    /// <summary>The call must not be executed.</summary>
    /// <param name="reason">What the model is told about it; nothing where it is left out.</param>
    public GlmApprovalDecision Refuse(string? reason = null) => new(CallId, Token, IsApproved: false) { Reason = reason };

    /// <summary>
    /// The request as Microsoft.Extensions.AI knows it; its id is the <see cref="Token"/>. What comes back is read by
    /// <see cref="GlmApprovalDecision.From"/>.
    /// </summary>
    public ToolApprovalRequestContent ToContent()
    {
        using var document = JsonDocument.Parse(Arguments);
        var arguments = document.RootElement.EnumerateObject().ToDictionary(static member => member.Name, static member => (object?)member.Value.Clone());
        return new(Token, new FunctionCallContent(CallId, ToolName, arguments));
    }

    internal static GlmApprovalRequest For(string runId, RecordedCall recorded, GlmTool tool, ReadOnlyMemory<byte> arguments, ReadOnlyMemory<byte> key) => new()
    {
        RunId = runId,
        CallId = recorded.Call.Id,
        ToolName = tool.Name,
        Arguments = Encoding.UTF8.GetString(arguments.Span),
        Text = tool.Confirm(arguments),
        Token = ApprovalToken.Of(key.Span, runId, recorded.Call.Id, tool.Fingerprint, CanonicalJson.Of(arguments.Span)),
    };
}
