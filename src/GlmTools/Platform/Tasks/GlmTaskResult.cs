using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>What is known of a task, and its result once it is there (protocol sheet 7).</summary>
public sealed record GlmTaskResult
{
    /// <summary>The id of the task or of its answer; <see langword="null"/> where the service leaves it out, which it does at times.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The model that worked on it.</summary>
    public string? Model { get; init; }

    /// <summary>How far it is.</summary>
    [JsonPropertyName("task_status")]
    [JsonConverter(typeof(TaskStatusConverter))]
    public required GlmTaskStatus Status { get; init; }

    /// <summary>The answer of a chat, else <see langword="null"/>.</summary>
    [JsonIgnore]
    public GlmChatCompletion? Completion { get; init; }

    /// <summary>The images; empty for other tasks.</summary>
    [JsonPropertyName("image_result")]
    public IReadOnlyList<GlmImage> Images { get => field ?? []; init; }

    /// <summary>The videos; empty for other tasks.</summary>
    [JsonPropertyName("video_result")]
    public IReadOnlyList<GlmVideo> Videos { get => field ?? []; init; }
}
