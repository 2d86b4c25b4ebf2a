using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>What a stream tells at its end.</summary>
public sealed record GlmV3Meta
{
    /// <summary>The id of the request; <see langword="null"/> where the service does not say.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id of the task; <see langword="null"/> where the service does not say.</summary>
    public string? TaskId { get; init; }

    /// <summary>How far the answer is.</summary>
    [JsonConverter(typeof(TaskStatusConverter))]
    public GlmTaskStatus TaskStatus { get; init; }

    /// <summary>What the answer cost, of which this version tells the total alone; <see langword="null"/> where the service does not say.</summary>
    public GlmUsage? Usage { get; init; }
}
