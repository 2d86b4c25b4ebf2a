namespace GlmTools;

/// <summary>Puts documents in order by how well they answer a query (protocol sheet 8.5).</summary>
public sealed class GlmRerank
{
    private readonly GlmTransport _transport;

    internal GlmRerank(GlmTransport transport) => _transport = transport;

    /// <summary>Puts documents in order.</summary>
    /// <param name="request">The query and the documents.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmRerankResult> RankAsync(GlmRerankRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        return _transport.PostAsync("rerank", request, PlatformJson.Default.GlmRerankRequest, PlatformJson.Default.GlmRerankResult, cancellationToken, request.Model);
    }
}
