namespace GlmTools.Testing;

/// <summary>A response on a cassette, without secrets.</summary>
public sealed record GlmRecordedResponse
{
    /// <summary>The HTTP status, 0 where there was no answer.</summary>
    public required int Status { get; init; }

    /// <summary>The headers of interest, by their names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body of an answer that came as a whole.</summary>
    public GlmRecordedBody Body { get; init; } = GlmRecordedBody.Empty;

    /// <summary>The pieces of an answer that was streamed; <see langword="null"/> for one that came as a whole.</summary>
    public IReadOnlyList<GlmRecordedChunk>? Chunks { get; init; }

    /// <summary>Whether the connection broke behind the last piece.</summary>
    public bool IsBroken { get; init; }
}
