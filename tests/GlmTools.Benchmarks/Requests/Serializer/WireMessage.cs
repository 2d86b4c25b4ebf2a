namespace GlmTools.Benchmarks.Requests.Serializer;

/// <summary>A message, or in a stream a piece of one.</summary>
internal sealed record WireMessage(string? Role, string? Content, string? ToolCallId = null, IReadOnlyList<WireCall>? ToolCalls = null)
{
    public static WireMessage Of(GlmChatMessage message) => new(
        message.Role.ToString().ToLowerInvariant(),
        message.Content,
        message.ToolCallId,
        message.ToolCalls.Count == 0 ? null : [.. message.ToolCalls.Select(static call => new WireCall(new(call.Name, call.Arguments), call.Id, "function"))]);
}
