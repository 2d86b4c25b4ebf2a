using System.Text.Json.Nodes;

namespace GlmTools;

/// <summary>A question to an assistant of one's own (protocol sheet 9.2).</summary>
public sealed record QingYanRequest
{
    /// <summary>The id of the assistant, 24 hex digits in the seen ones. Only the account that made it may ask it.</summary>
    public required string AssistantId { get; init; }

    /// <summary>What to ask.</summary>
    public required string Prompt { get; init; }

    /// <summary>
    /// The conversation to go on with, as <see cref="QingYanEvent.ConversationId"/> or <see cref="QingYanAnswer.ConversationId"/> told it;
    /// <see langword="null"/> (the default) begins a new one. The service keeps what was said.
    /// </summary>
    public string? ConversationId { get; init; }

    /// <summary>Files to look at, as <see cref="QingYanClient.UploadAsync"/> returned them.</summary>
    /// <value>None.</value>
    public IReadOnlyList<QingYanFile>? FileList { get; init; }

    /// <summary>Anything else to send along.</summary>
    /// <value>Nothing.</value>
    public JsonObject? MetaData { get; init; }
}
