using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>Many requests that the service answers in its own time, for half the price (protocol sheet 8.7).</summary>
public sealed record GlmBatch
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>How far it is.</summary>
    public required GlmBatchStatus Status { get; init; }

    /// <summary>What answers the requests, such as <c>/v4/chat/completions</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The file with the requests.</summary>
    public string? InputFileId { get; init; }

    /// <summary>The file with the answers; <see langword="null"/> or empty as long as there is none.</summary>
    public string? OutputFileId { get; init; }

    /// <summary>The file with the requests that failed; <see langword="null"/> or empty where there is none.</summary>
    public string? ErrorFileId { get; init; }

    /// <summary>How many requests are done; <see langword="null"/> where the service does not say.</summary>
    public GlmBatchCounts? RequestCounts { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Notes of the caller.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get => field ?? new Dictionary<string, string>(); init; }

    /// <summary>Why its file cannot be used; empty where it can.</summary>
    [JsonIgnore]
    public IReadOnlyList<GlmBatchError> Errors => ErrorEnvelope?.Data ?? [];

    [JsonInclude]
    [JsonPropertyName("errors")]
    internal BatchErrors? ErrorEnvelope { get; init; }
}
