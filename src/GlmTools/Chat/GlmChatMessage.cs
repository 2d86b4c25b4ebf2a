using System.Text.Json;

namespace GlmTools;

/// <summary>One message of a chat (protocol sheet 3). Its content is text or, from a user, a list of parts such as images.</summary>
public sealed record GlmChatMessage
{
    /// <summary>Who the message is from.</summary>
    public required GlmChatRole Role { get; init; }

    /// <summary>The text; <see langword="null"/> where there are <see cref="Parts"/>. An assistant message that makes tool calls may have neither.</summary>
    public string? Content { get; init; }

    /// <summary>The content of a user message that is not only text; empty in every other message. Text beside it is a part as well.</summary>
    public IReadOnlyList<GlmContentPart> Parts { get => field ?? []; init; }

    /// <summary>
    /// What the model thought before it answered. Sent back byte for byte together with the results of the calls it led
    /// to; without it the quality falls silently (protocol sheet 3.4).
    /// </summary>
    public string? ReasoningContent { get; init; }

    /// <summary>The calls an assistant message makes; empty in every other message.</summary>
    public IReadOnlyList<GlmToolCall> ToolCalls { get => field ?? []; init; }

    /// <summary>What the service did itself before it answered, such as calls of an MCP server; information only, and not sent back.</summary>
    public IReadOnlyList<GlmServerCall> ServerCalls { get => field ?? []; init; }

    /// <summary>What the model said aloud; <see langword="null"/> for models that do not. Sent back as its id.</summary>
    public GlmAudio? Audio { get; init; }

    /// <summary>The id of the call a tool message answers; <see langword="null"/> in every other message.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>
    /// Members that this version does not know, sent as they came; those that are null are left out. Those of a tool message are
    /// not sent, because the service refuses them there (protocol sheet 3.3, 5).
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => field ?? UnknownMembers.None; init; }

    /// <summary>A message from the person who asks.</summary>
    public static implicit operator GlmChatMessage(string content) => User(content);

    /// <summary>A message that tells the model how to behave.</summary>
    /// <param name="content">The text.</param>
    public static GlmChatMessage System(string content) => new() { Role = GlmChatRole.System, Content = content };

    /// <summary>A message from the person who asks.</summary>
    /// <param name="content">The text.</param>
    public static GlmChatMessage User(string content) => new() { Role = GlmChatRole.User, Content = content };

    /// <summary>A message with images, files and the like from the person who asks.</summary>
    /// <param name="parts">The parts, in their order; a string is a part that is text.</param>
    public static GlmChatMessage User(params IReadOnlyList<GlmContentPart> parts) => new() { Role = GlmChatRole.User, Parts = parts };

    /// <summary>A message from the model.</summary>
    /// <param name="content">The text; may be <see langword="null"/> where there are calls.</param>
    /// <param name="toolCalls">The calls it makes.</param>
    /// <param name="reasoningContent">What the model thought, exactly as it came.</param>
    public static GlmChatMessage Assistant(string? content, IReadOnlyList<GlmToolCall>? toolCalls = null, string? reasoningContent = null)
        => new() { Role = GlmChatRole.Assistant, Content = content, ToolCalls = toolCalls ?? [], ReasoningContent = reasoningContent };

    /// <summary>The answer to a tool call.</summary>
    /// <param name="toolCallId">The id of the call.</param>
    /// <param name="content">The result.</param>
    public static GlmChatMessage Tool(string toolCallId, string content)
        => new() { Role = GlmChatRole.Tool, ToolCallId = toolCallId, Content = content };
}
