using System.Text;

namespace WeatherAgent;

/// <summary>Prints what goes over the wire. Bodies only: the key travels in a header.</summary>
internal sealed class WireLog() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await request.Content!.ReadAsStringAsync(cancellationToken);
        Console.WriteLine($"\n>>> {request.Method} {request.RequestUri}\n{sent}");
        var response = await base.SendAsync(request, cancellationToken);

        // Read to its end first: the log is for reading, not for speed.
        var received = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        Console.WriteLine($"<<< {(int)response.StatusCode}\n{Encoding.UTF8.GetString(received).TrimEnd()}\n");
        var content = new ByteArrayContent(received);
        content.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content = content;
        return response;
    }
}
