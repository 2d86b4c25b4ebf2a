using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>An answer, or how far it is.</summary>
public sealed record GlmV3Result
{
    /// <summary>The id of the request; <see langword="null"/> where the service does not say.</summary>
    public string? RequestId { get; init; }

    /// <summary>The id that fetches the answer of a submitted request; longer than the request's, and no number. <see langword="null"/> where the service does not say.</summary>
    public string? TaskId { get; init; }

    /// <summary>How far the answer is.</summary>
    [JsonConverter(typeof(TaskStatusConverter))]
    public GlmTaskStatus TaskStatus { get; init; }

    /// <summary>The answer; none while there is none.</summary>
    public IReadOnlyList<GlmV3Message> Choices { get; init; } = [];

    /// <summary>What it cost, of which this version tells the total alone; <see langword="null"/> while there is no answer.</summary>
    public GlmUsage? Usage { get; init; }

    /// <summary>Whether the answer is there.</summary>
    public bool IsReady => Choices.Count > 0;

    /// <summary>The text of the answer, which often begins with a blank; empty while there is none.</summary>
    public string Text => Choices.Count > 0 ? Choices[0].Content : "";
}
