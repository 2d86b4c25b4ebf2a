using GlmTools.Emulator.Auth;
using GlmTools.Emulator.Chat;
using Microsoft.AspNetCore.Http;

namespace GlmTools.Emulator.Http;

/// <summary>The way of every request: authentication, then routing, then the API. The order is the service's (protocol sheet 1.1).</summary>
internal sealed class Gateway(Authenticator authenticator, ChatCompletions chat, ExchangeLog log, ResponseSender sender)
{
    public const string BasePath = "/api/paas/v4";

    private const string ChatPath = BasePath + "/chat/completions";

    public async Task HandleAsync(HttpContext context, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, ended.Token).ConfigureAwait(false);
            var exchange = log.Begin(context.Request, body.ToArray());
            await sender.SendAsync(context, Answer(context.Request, body.ToArray()), exchange, ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone or the emulator stops; either way nobody listens any more.
            context.Abort();
        }
    }

    private WireResponse Answer(HttpRequest request, byte[] body)
        => (authenticator.Check(request.Headers.Authorization) ?? Route(request)) is { } error ? WireResponse.Of(error) : chat.Answer(body);

    /// <summary>The protocol sheet (6.2) has HTTP 400 with code 1222 for an API that does not exist; for a wrong method HTTP's own 405 says more.</summary>
    private static ApiError? Route(HttpRequest request)
    {
        if (request.Path.Value != ChatPath)
        {
            return new(400, "1222", $"There is no API at {request.Path}; this emulator has POST {ChatPath}.");
        }

        return HttpMethods.IsPost(request.Method) ? null : new(405, "1222", $"There is no {request.Method} {request.Path}; use POST.");
    }
}
