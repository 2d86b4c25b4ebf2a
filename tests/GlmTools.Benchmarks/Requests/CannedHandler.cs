using System.Net;
using GlmTools.Benchmarks.Streams;

namespace GlmTools.Benchmarks.Requests;

/// <summary>A service in memory that takes a request to its end and always answers the same bytes.</summary>
/// <param name="body">The bytes.</param>
/// <param name="contentType">Their type.</param>
internal sealed class CannedHandler(byte[] body, string contentType = "application/json") : HttpMessageHandler
{
    /// <summary>A completion that is a short text.</summary>
    public static byte[] Text { get; } = """{"id":"1","object":"chat.completion","created":1700000000,"model":"glm-4.6","choices":[{"index":0,"message":{"role":"assistant","content":"ok then"},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}}"""u8.ToArray();

    private readonly CountingStream _sent = new();

    /// <summary>How long the last request was.</summary>
    public int LastLength => _sent.Count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _sent.Count = 0;
        if (request.Content is { } content)
        {
            await content.CopyToAsync(_sent, cancellationToken);
        }

        var answer = new StreamContent(new PiecewiseStream(body));
        answer.Headers.ContentType = new(contentType);
        return new(HttpStatusCode.OK) { Content = answer };
    }
}
