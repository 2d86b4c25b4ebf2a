using System.Net.Http.Headers;

namespace GlmTools;

/// <summary>One HTTP request at a time: sends it, and turns whatever goes wrong into one of our exceptions.</summary>
internal sealed class GlmTransport : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http;
    private readonly Uri _baseAddress;
    private readonly GlmCredential _credential;
    private readonly GlmClientOptions _options;

    public GlmTransport(GlmCredential credential, GlmClientOptions options)
    {
        _credential = credential;
        _options = options;
        _baseAddress = Normalize(options.BaseAddress ?? GlmClientOptions.Mainland);
        _http = options.Handler is { } handler ? new HttpClient(handler, disposeHandler: false) : new HttpClient(NewHandler());
        // Each attempt has a deadline of its own, which knows the clock and does not end a stream that is still talking.
        _http.Timeout = Timeout.InfiniteTimeSpan;
        Retry = new RetryPolicy(options.MaxRetries, credential, options.TimeProvider);
    }

    public RetryPolicy Retry { get; }

    /// <summary>Where the service is, without what may stand for a user in front of the host.</summary>
    public Uri BaseAddress => new(_baseAddress.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));

    public TimeSpan StreamIdleTimeout => _options.StreamIdleTimeout;

    public Deadline StartAttempt(CancellationToken cancellationToken) => new(_options.Timeout, _options.TimeProvider, cancellationToken);

    /// <summary>Sends a request and reads its whole answer.</summary>
    /// <param name="path">The path below the base address.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="read">Reads the answer; <see langword="null"/> for what is none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async ValueTask<T> PostAsync<T>(string path, ReadOnlyMemory<byte> body, Func<ReadOnlySpan<byte>, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        using var deadline = StartAttempt(cancellationToken);
        using var response = await OpenAsync(path, body, deadline).ConfigureAwait(false);
        var answer = await ReadAsync(response, deadline).ConfigureAwait(false);
        return read(answer) ?? throw NoAnswer(response, answer);
    }

    /// <summary>Sends a request and reads the head of its answer.</summary>
    /// <exception cref="GlmException">The service could not be reached, or refused.</exception>
    public async ValueTask<HttpResponseMessage> OpenAsync(string path, ReadOnlyMemory<byte> body, Deadline deadline)
    {
        var response = await SendAsync(path, body, deadline).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw NoAnswer(response, await ReadAsync(response, deadline).ConfigureAwait(false));
        }
    }

    /// <summary>The exception for a body that is no answer, whatever its status says.</summary>
    public GlmApiException NoAnswer(HttpResponseMessage response, ReadOnlySpan<byte> utf8)
        => GlmApiException.For(response.StatusCode, utf8, ShouldRetry(response), _credential);

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler NewHandler() => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(8),
        // A client lives as long as the program: let it notice when the name points elsewhere.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private static Uri Normalize(Uri baseAddress)
    {
        // The address itself is not shown: somebody may have swapped it with the key.
        if (!baseAddress.IsAbsoluteUri || (baseAddress.Scheme != Uri.UriSchemeHttp && baseAddress.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"The base address is not an absolute http or https URL, such as {GlmClientOptions.Mainland}.");
        }

        // Without the slash, joining a path would drop the last segment.
        return new Uri(baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    private static bool? ShouldRetry(HttpResponseMessage response)
        => response.Headers.TryGetValues("x-should-retry", out var values) && bool.TryParse(values.First(), out var retry) ? retry : null;

    private async ValueTask<HttpResponseMessage> SendAsync(string path, ReadOnlyMemory<byte> body, Deadline deadline)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_baseAddress, path));
        request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _credential.GetToken());
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (Unreached(failure, deadline) is { } unreached)
        {
            throw unreached;
        }
    }

    private async ValueTask<byte[]> ReadAsync(HttpResponseMessage response, Deadline deadline)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (Unreached(failure, deadline) is { } unreached)
        {
            throw unreached;
        }
    }

    private GlmConnectionException? Unreached(Exception failure, Deadline deadline) => failure switch
    {
        OperationCanceledException when deadline.IsExpired
            => new($"{_baseAddress.Authority} did not answer within {_options.Timeout.TotalSeconds:0.##} s.", failure),
        OperationCanceledException { InnerException: TimeoutException }
            => new($"{_baseAddress.Authority} could not be reached in time. Check the network and the base address.", failure),
        HttpRequestException or IOException
            => new($"{_baseAddress.Authority} could not be reached: {failure.Message.TrimEnd('.')}. Check the network and the base address.", failure),
        _ => null,
    };
}
