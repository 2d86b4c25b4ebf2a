using System.Text.Json;

namespace GlmTools;

/// <summary>The answer to a chat request (protocol sheet 4.1).</summary>
public sealed record GlmChatCompletion
{
    /// <summary>The id of the answer. Opaque.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the request: the caller's, else one the service made.</summary>
    public string? RequestId { get; init; }

    /// <summary>When the answer was made, in Unix seconds; 0 where the service does not say.</summary>
    public long Created { get; init; }

    /// <summary>The model that answered; may be another name than the one asked for.</summary>
    public string? Model { get; init; }

    /// <summary>The answers; one in practice.</summary>
    public IReadOnlyList<GlmChatChoice> Choices { get; init; } = [];

    /// <summary>What the request cost, or <see langword="null"/> where the service does not say.</summary>
    public GlmUsage? Usage { get; init; }

    /// <summary>The pages a web search of the service found; only where <see cref="GlmWebSearchTool.SearchResult"/> was asked for.</summary>
    public IReadOnlyList<GlmWebSearchResult> WebSearch { get => field ?? []; init; }

    /// <summary>What the content filter thinks of the conversation; empty where it says nothing.</summary>
    public IReadOnlyList<GlmContentFilter> ContentFilter { get => field ?? []; init; }

    /// <summary>Fields of the answer that this version does not know; those that are null are left out.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get => field ?? UnknownMembers.None; init; }
}
