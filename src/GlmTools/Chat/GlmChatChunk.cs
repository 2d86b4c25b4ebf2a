using System.Text.Json;

namespace GlmTools;

/// <summary>One event of a streamed answer (protocol sheet 5.2). The service sends a single choice, so the chunk is that choice.</summary>
public readonly record struct GlmChatChunk
{
    private readonly ChunkEnvelope? _envelope;

    internal GlmChatChunk(ChunkEnvelope envelope, in GlmChatDelta delta) => (_envelope, Delta) = (envelope, delta);

    /// <summary>The id of the answer, the same in all of its chunks.</summary>
    public string? Id { get => Envelope.Id; init => _envelope = Envelope with { Id = value }; }

    /// <summary>When the answer was made, in Unix seconds; 0 where the service does not say.</summary>
    public long Created { get => Envelope.Created; init => _envelope = Envelope with { Created = value }; }

    /// <summary>The model that answers; may be another name than the one asked for.</summary>
    public string? Model { get => Envelope.Model; init => _envelope = Envelope with { Model = value }; }

    /// <summary>What the chunk adds.</summary>
    public GlmChatDelta Delta { get; init; }

    /// <summary>Why the answer ends; only in its last chunk.</summary>
    public GlmFinishReason? FinishReason { get => Envelope.FinishReason; init => _envelope = Envelope with { FinishReason = value }; }

    /// <summary>What the answer cost; only in the last chunk, or in a further one that adds nothing.</summary>
    public GlmUsage? Usage { get => Envelope.Usage; init => _envelope = Envelope with { Usage = value }; }

    /// <summary>The id of the request; <see langword="null"/> where the chunk does not say, as most do not.</summary>
    public string? RequestId { get => Envelope.RequestId; init => _envelope = Envelope with { RequestId = value }; }

    /// <summary>The pages a web search of the service found; only where <see cref="GlmWebSearchTool.SearchResult"/> was asked for.</summary>
    public IReadOnlyList<GlmWebSearchResult> WebSearch { get => Envelope.WebSearch ?? []; init => _envelope = Envelope with { WebSearch = value }; }

    /// <summary>What the content filter thinks of the conversation; empty where it says nothing.</summary>
    public IReadOnlyList<GlmContentFilter> ContentFilter { get => Envelope.ContentFilter ?? []; init => _envelope = Envelope with { ContentFilter = value }; }

    /// <summary>Fields of the chunk and its choice that this version does not know; those that are null are left out.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => Envelope.AdditionalProperties ?? UnknownMembers.None; init => _envelope = Envelope with { AdditionalProperties = value }; }

    /// <summary>What it shares with other chunks.</summary>
    internal ChunkEnvelope Envelope => _envelope ?? ChunkEnvelope.Empty;

    /// <summary>Whether both say the same.</summary>
    public bool Equals(GlmChatChunk other) => Envelope == other.Envelope && Delta == other.Delta;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Envelope, Delta);
}
