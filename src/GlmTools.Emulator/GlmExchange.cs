namespace GlmTools.Emulator;

/// <summary>One request and what was sent back for it, as far as it was at the time of asking.</summary>
public sealed class GlmExchange
{
    internal GlmExchange()
    {
    }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path with the query.</summary>
    public required string Path { get; init; }

    /// <summary>The request headers; names are not case-sensitive. The authorization is among them: do not log it.</summary>
    public required IReadOnlyDictionary<string, string> RequestHeaders { get; init; }

    /// <summary>The request body as it came.</summary>
    public required string RequestBody { get; init; }

    /// <summary>The HTTP status, 0 while there is no answer yet.</summary>
    public required int Status { get; init; }

    /// <summary>The response body as sent so far, of a stream all its frames.</summary>
    public required string ResponseBody { get; init; }

    /// <summary>When the request had arrived.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took from then until the last byte was handed over, so far.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The request line and the status: nothing secret.</summary>
    public override string ToString() => $"{Method} {Path} -> {Status}";
}
