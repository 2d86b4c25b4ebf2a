namespace GlmTools.Testing;

/// <summary>A request on a cassette, without secrets.</summary>
public sealed record GlmRecordedRequest
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path and the query, without scheme, host and port.</summary>
    public required string Url { get; init; }

    /// <summary>The headers of interest, by their names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body.</summary>
    public GlmRecordedBody Body { get; init; } = GlmRecordedBody.Empty;

    /// <summary>The request line.</summary>
    public override string ToString() => $"{Method} {Url}";
}
