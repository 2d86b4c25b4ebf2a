using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GlmTools.Cli.Page.Serving;

/// <summary>
/// Lets only the page itself in: the token has to be in the path, the host has to be this machine - a foreign name that resolves to it
/// (DNS rebinding) is refused - and so does the origin, where there is one.
/// </summary>
/// <param name="token">The token.</param>
internal sealed class PageGuard(string token)
{
    /// <summary>Nothing but files of this server: no inline code, no other host, no frame around it.</summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    private readonly byte[] _token = Encoding.ASCII.GetBytes(token);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (Objection(context) is { } objection)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(objection, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private string? Objection(HttpContext context)
    {
        var request = context.Request;
        var port = context.Connection.LocalPort;
        var host = request.Host.Value;
        if (host != $"127.0.0.1:{port}" && host != $"localhost:{port}")
        {
            return "This page is only for the machine it runs on.";
        }

        if (request.Headers.Origin is [{ } origin, ..] && origin != $"http://{host}")
        {
            return "This page answers no other page.";
        }

        var first = (request.Path.Value ?? "").Split('/', 3) is ["", var segment, _] ? segment : "";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(first), _token)
            ? null
            : "The token is missing. Open the whole address that glmtools printed.";
    }
}
