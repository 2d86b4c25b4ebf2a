using System.Text.Json;

namespace GlmTools;

/// <summary>One event of a streamed answer (protocol sheet 5.2). The service sends a single choice, so the chunk is that choice.</summary>
public sealed record GlmChatChunk
{
    // Apart, because one chunk of a thousand has any.
    private readonly LastUsage? _usage;

    /// <summary>The id of the answer, the same in all of its chunks.</summary>
    public string? Id { get; init; }

    /// <summary>When the answer was made, in Unix seconds; 0 where the service does not say.</summary>
    public long Created { get; init; }

    /// <summary>The model that answers; may be another name than the one asked for.</summary>
    public string? Model { get; init; }

    /// <summary>What the chunk adds.</summary>
    public GlmChatDelta Delta { get; init; } = GlmChatDelta.Empty;

    /// <summary>Why the answer ends; only in its last chunk.</summary>
    public GlmFinishReason? FinishReason { get; init; }

    /// <summary>What the answer cost; only in the last chunk, or in a further one that adds nothing.</summary>
    public GlmUsage? Usage
    {
        get => _usage?.Value;
        init => _usage = value is { } usage ? new(usage) : null;
    }

    /// <summary>The id of the request; <see langword="null"/> where the chunk does not say, as most do not.</summary>
    public string? RequestId { get; init; }

    /// <summary>The pages a web search of the service found; only where <see cref="GlmWebSearchTool.SearchResult"/> was asked for.</summary>
    public IReadOnlyList<GlmWebSearchResult> WebSearch { get => field ?? []; init; }

    /// <summary>What the content filter thinks of the conversation; empty where it says nothing.</summary>
    public IReadOnlyList<GlmContentFilter> ContentFilter { get => field ?? []; init; }

    /// <summary>Fields of the chunk and its choice that this version does not know; those that are null are left out.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => field ?? UnknownMembers.None; init; }

    private sealed record LastUsage(GlmUsage Value);
}
