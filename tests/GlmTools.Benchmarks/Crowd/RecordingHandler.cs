namespace GlmTools.Benchmarks.Crowd;

/// <summary>Keeps what an agent sends.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<byte[]> _bodies = [];

    /// <summary>The bodies, in order.</summary>
    public IReadOnlyList<byte[]> Bodies => _bodies;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _bodies.Add(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
