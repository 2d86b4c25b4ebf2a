using Microsoft.AspNetCore.Http;

namespace GlmTools.Emulator.Http;

/// <summary>The way of every request: to the API of its path, through its authentication, to its endpoint.</summary>
/// <param name="apis">The APIs. The first one takes paths that belong to none.</param>
/// <param name="log">What keeps the exchanges.</param>
/// <param name="sender">What sends the answers.</param>
internal sealed class Gateway(IReadOnlyList<Api> apis, ExchangeLog log, ResponseSender sender)
{
    public async Task HandleAsync(HttpContext context, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, ended.Token).ConfigureAwait(false);
            var exchange = log.Begin(context.Request, body.ToArray());
            var request = new WireRequest(context.Request, body.ToArray()) { Form = await ReadFormAsync(context.Request, body, ended.Token).ConfigureAwait(false) };
            await sender.SendAsync(context, Answer(request), exchange, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone or the emulator stops; either way nobody listens any more.
            context.Abort();
        }
    }

    private static async Task<IFormCollection?> ReadFormAsync(HttpRequest request, MemoryStream body, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            body.Position = 0;
            request.Body = body;
            return await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private WireResponse Answer(WireRequest request)
        => (apis.FirstOrDefault(api => api.Covers(request.Http.Path.Value ?? "")) ?? apis[0]).Answer(request);
}
