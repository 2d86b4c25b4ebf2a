namespace GlmTools.Emulator.Http;

/// <summary>Leads to an emulator in memory, and lets connections break there as they do over a socket.</summary>
internal sealed class InMemoryHandler(HttpMessageHandler server) : DelegatingHandler(server)
{
    /// <summary>The trailer that stands for the end of a connection: in memory an exception would overtake what was written before it.</summary>
    public const string BreakTrailer = "x-connection-breaks-here";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var content = response.Content;
            response.Content = new StreamContent(new InMemoryBody(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), response));
            foreach (var header in content.Headers)
            {
                response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            return response;
        }
        catch (OperationCanceledException aborted) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection ended before the answer.", aborted);
        }
    }
}
