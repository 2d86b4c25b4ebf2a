using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>The receipt for a task (protocol sheet 7).</summary>
public sealed record GlmTask
{
    /// <summary>The id to ask for the result with. Opaque, and longer than any number.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the request: the caller's, else one the service made.</summary>
    public string? RequestId { get; init; }

    /// <summary>The model that works on it.</summary>
    public string? Model { get; init; }

    /// <summary>How far it is; as a rule <see cref="GlmTaskStatus.Processing"/>.</summary>
    [JsonPropertyName("task_status")]
    [JsonConverter(typeof(TaskStatusConverter))]
    public GlmTaskStatus Status { get; init; }
}
