using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GlmTools.Tests;

/// <summary>Answers requests without a network, for what no server sends on purpose: a stream cut at any byte, a refused connection.</summary>
/// <param name="answers">The answers, one a request; the last one goes on for ever. A null one never comes.</param>
internal sealed class FakeService(params Func<HttpResponseMessage>?[] answers) : HttpMessageHandler
{
    /// <summary>The tokens the requests carried.</summary>
    public List<string?> Tokens { get; } = [];

    public int Requests => Tokens.Count;

    public GlmClient Connect(string apiKey = "id.secret", GlmClientOptions? options = null)
        => new(apiKey, (options ?? new()) with { Handler = this });

    public static Func<HttpResponseMessage> Json(string body, int status = 200, string? shouldRetry = null)
        => Body(() => new MemoryStream(Encoding.UTF8.GetBytes(body)), "application/json", status, shouldRetry);

    /// <summary>An error in the service's usual form.</summary>
    public static Func<HttpResponseMessage> Error(int status, string code, string message = "wrong", string? shouldRetry = null)
        => Json($$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""", status, shouldRetry);

    /// <summary>An answer that says something.</summary>
    public static Func<HttpResponseMessage> Says(string text)
        => Json($$$"""{"id":"1","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"{{{text}}}"}}]}""");

    public static Func<HttpResponseMessage> Stream(string frames) => Stream(() => new MemoryStream(Encoding.UTF8.GetBytes(frames)));

    public static Func<HttpResponseMessage> Stream(Func<Stream> frames) => Body(frames, "text/event-stream", 200, null);

    public static Func<HttpResponseMessage> Body(Func<Stream> body, string contentType, int status, string? shouldRetry) => () =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StreamContent(body()) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        if (shouldRetry is not null)
        {
            response.Headers.Add("x-should-retry", shouldRetry);
        }

        return response;
    };

    public static Func<HttpResponseMessage> Throws(Exception failure) => () => throw failure;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = answers[Math.Min(Requests, answers.Length - 1)];
        Tokens.Add(request.Headers.Authorization?.Parameter);
        if (answer is null)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return answer!();
    }
}
