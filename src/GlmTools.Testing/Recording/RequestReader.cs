using System.Net.Http.Headers;
using System.Text;

namespace GlmTools.Testing;

/// <summary>Turns requests and headers into what stands on a cassette: without secrets, and without what differs from run to run.</summary>
internal static class RequestReader
{
    private const string Boundary = "boundary";

    private static readonly string[] Interesting = ["content-type", "x-should-retry", "retry-after"];

    /// <summary>Reads a request. What it learns of secrets on the way, the scrubber knows from then on.</summary>
    public static async Task<GlmRecordedRequest> ReadAsync(HttpRequestMessage request, Scrubber scrubber, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!.PathAndQuery;
        ReadOnlyMemory<byte> bytes = request.Content is null ? default : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        scrubber.Learn(request.Headers);
        scrubber.LearnUrl(url);
        var headers = request.Content is null ? [] : Headers(request.Content.Headers);
        var body = GlmRecordedBody.Of(WithoutBoundary(bytes, request.Content?.Headers.ContentType, headers));
        if (body.Json is { } json)
        {
            scrubber.Learn(json);
        }

        return new() { Method = request.Method.Method, Url = url, Headers = headers, Body = body };
    }

    /// <summary>The headers of interest.</summary>
    public static Dictionary<string, string> Headers(params HttpHeaders[] headers)
        => headers.SelectMany(static group => group.NonValidated)
            .Where(static header => Interesting.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(static header => header.Key.ToLowerInvariant(), static header => header.Value.ToString());

    // Each request has a boundary of its own, which says nothing.
    private static ReadOnlyMemory<byte> WithoutBoundary(ReadOnlyMemory<byte> bytes, MediaTypeHeaderValue? type, Dictionary<string, string> headers)
    {
        if (type?.Parameters.FirstOrDefault(static parameter => parameter.Name == Boundary)?.Value?.Trim('"') is not { Length: > 0 } boundary)
        {
            return bytes;
        }

        headers["content-type"] = $"{type.MediaType}; boundary={Boundary}";
        // Latin 1 is each byte a character, and back.
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes.Span).Replace(boundary, Boundary, StringComparison.Ordinal));
    }
}
