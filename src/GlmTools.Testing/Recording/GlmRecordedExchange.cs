namespace GlmTools.Testing;

/// <summary>A request and its response on a cassette.</summary>
public sealed record GlmRecordedExchange
{
    /// <summary>The request.</summary>
    public required GlmRecordedRequest Request { get; init; }

    /// <summary>The response.</summary>
    public required GlmRecordedResponse Response { get; init; }

    /// <summary>When the request was sent, counted from the first one.</summary>
    public TimeSpan Started { get; init; }

    /// <summary>How long it took until the last byte of the response.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The request line and the status.</summary>
    public override string ToString() => $"{Request} -> {Response.Status}";
}
