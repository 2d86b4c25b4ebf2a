using Microsoft.AspNetCore.Http;

namespace GlmTools.Emulator.Http;

/// <summary>Sends a response piece by piece and records it.</summary>
internal sealed class ResponseSender(TimeSpan chunkDelay, TimeProvider time)
{
    /// <exception cref="IOException">The response asks to break the connection; the server then closes it in mid-response.</exception>
    public async Task SendAsync(HttpContext context, WireResponse response, ExchangeRecorder exchange, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(context, response, exchange, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            response.Completed?.Invoke();
        }
    }

    private async Task WriteAsync(HttpContext context, WireResponse response, ExchangeRecorder exchange, CancellationToken cancellationToken)
    {
        if (response.AbortAfter is 0)
        {
            context.Abort();
            return;
        }

        exchange.Answer(response.Status);
        Start(context.Response, response);
        var sent = 0;
        foreach (var write in response.Writes)
        {
            if (sent > 0 && chunkDelay > TimeSpan.Zero)
            {
                await Task.Delay(chunkDelay, time, cancellationToken).ConfigureAwait(false);
            }

            // Kestrel sends each write at once; there is nothing to flush.
            exchange.Write(write.Span);
            await context.Response.Body.WriteAsync(write, cancellationToken).ConfigureAwait(false);
            if (++sent == response.AbortAfter)
            {
                Transport.Break(context);
                return;
            }
        }
    }

    private static void Start(HttpResponse http, WireResponse response)
    {
        http.StatusCode = response.Status;
        http.ContentType = response.ContentType;
        foreach (var (name, value) in response.Headers)
        {
            http.Headers[name] = value;
        }
    }
}
