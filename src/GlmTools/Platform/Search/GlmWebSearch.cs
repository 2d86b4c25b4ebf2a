namespace GlmTools;

/// <summary>Searches the web without a model (protocol sheet 8.6).</summary>
public sealed class GlmWebSearch
{
    private readonly GlmTransport _transport;

    internal GlmWebSearch(GlmTransport transport) => _transport = transport;

    /// <summary>Searches.</summary>
    /// <param name="request">What for.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmWebSearchAnswer> SearchAsync(GlmWebSearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        return _transport.PostAsync("web_search", request, PlatformJson.Default.GlmWebSearchRequest, PlatformJson.Default.GlmWebSearchAnswer, cancellationToken);
    }
}
