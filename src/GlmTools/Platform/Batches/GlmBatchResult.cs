using System.Net;

namespace GlmTools;

/// <summary>What became of one request of a batch (protocol sheet 8.7).</summary>
public sealed record GlmBatchResult
{
    /// <summary>The name that the request was given.</summary>
    public required string CustomId { get; init; }

    /// <summary>The HTTP status the request would have had by itself; 0 where the service does not say.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The answer of a chat, else <see langword="null"/>.</summary>
    public GlmChatCompletion? Completion { get; init; }

    /// <summary>The vectors, else <see langword="null"/>.</summary>
    public GlmEmbeddingResult? Embeddings { get; init; }

    /// <summary>The business code of the error, or <see langword="null"/>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What went wrong; <see langword="null"/> where there is an answer.</summary>
    public string? Error { get; init; }

    /// <summary>Whether there is an answer.</summary>
    public bool IsSuccess => Completion is not null || Embeddings is not null;
}
