using System.Net;
using System.Threading.RateLimiting;

namespace GlmTools;

/// <summary>One HTTP request at a time: sends it, and turns whatever goes wrong into one of our exceptions.</summary>
internal sealed class GlmTransport : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly bool _ownsHttp;
    private readonly Uri _baseAddress;
    private readonly GlmCredential _credential;
    private readonly GlmClientOptions _options;
    private Tuple<string, Uri>? _latest;

    /// <param name="credential">Who asks.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="http">What sends the requests and belongs to the caller; <see langword="null"/> for one of our own.</param>
    public GlmTransport(GlmCredential credential, GlmClientOptions options, HttpClient? http = null)
    {
        _credential = credential;
        _options = options;
        _baseAddress = Normalize(options.BaseAddress ?? http?.BaseAddress ?? GlmClientOptions.Mainland);
        _ownsHttp = http is null;
        _http = http ?? NewInvoker(options.Handler);
        Dialect = new ChatDialect(options, _baseAddress);
        Retry = new RetryPolicy(options.MaxRetries, options.LongestResetWait, credential, options.TimeProvider);
    }

    public RetryPolicy Retry { get; }

    /// <summary>How chat requests are put.</summary>
    public ChatDialect Dialect { get; }

    public TimeProvider TimeProvider => _options.TimeProvider;

    /// <summary>Where the service is, without what may stand for a user in front of the host.</summary>
    public Uri BaseAddress => new(_baseAddress.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));

    public TimeSpan StreamIdleTimeout => _options.StreamIdleTimeout;

    public Deadline StartAttempt(CancellationToken cancellationToken) => new(_options.Timeout, _options.TimeProvider, cancellationToken);

    /// <summary>Sends a request, again where that may help, and reads its whole answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the answer; <see langword="null"/> for what is none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="GlmException">The service could not be reached, refused, or sent what is no answer.</exception>
    public ValueTask<T> SendAsync<T>(ApiRequest request, Func<ReadOnlySpan<byte>, T?> read, CancellationToken cancellationToken)
        where T : class
        => Retry.RunAsync(
            (Transport: this, Request: request, Read: read),
            static (state, attempt) => state.Transport.AttemptAsync(state.Request, state.Read, attempt),
            cancellationToken);

    /// <summary>Sends a request, again where that may help, and hands out the body of its answer as it arrives.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request, and the reading of the body as well.</param>
    /// <exception cref="GlmException">The service could not be reached, or refused.</exception>
    public ValueTask<Stream> DownloadAsync(ApiRequest request, CancellationToken cancellationToken)
        => Retry.RunAsync<(GlmTransport Transport, ApiRequest Request), Stream>(
            (this, request),
            static async (state, attempt) => await DownloadStream.OpenAsync(state.Transport, state.Request, attempt).ConfigureAwait(false),
            cancellationToken);

    /// <summary>Waits until the client's own limits let a request through. The wait counts as none of the attempt's time.</summary>
    /// <returns>The permit, to be given back after the answer; <see langword="null"/> where nothing is limited.</returns>
    /// <exception cref="GlmException">Too many wait already.</exception>
    public async ValueTask<RateLimitLease?> AdmitAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (_options.RateLimiter is not { } limiter || request.Model is not { } model)
        {
            return null;
        }

        var permit = await limiter.AcquireAsync(model, permitCount: 1, cancellationToken).ConfigureAwait(false);
        if (permit.IsAcquired)
        {
            return permit;
        }

        permit.Dispose();
        throw new GlmException($"The client's own limit for {model} is reached, and no more requests may wait for it. Send fewer at a time, or let GlmClientOptions.RateLimiter queue more.");
    }

    /// <summary>Sends a request once and reads the head of its answer.</summary>
    /// <exception cref="GlmException">The service could not be reached, or refused.</exception>
    public async ValueTask<HttpResponseMessage> OpenAsync(ApiRequest request, Deadline deadline)
    {
        var response = await SendAsync(request, deadline).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            using var answer = await ReadAsync(response, deadline).ConfigureAwait(false);
            throw NoAnswer(response, answer.Span);
        }
    }

    /// <summary>The exception for a body that is no answer, whatever its status says.</summary>
    public GlmApiException NoAnswer(HttpResponseMessage response, ReadOnlySpan<byte> utf8)
        => GlmApiException.For(response.StatusCode, utf8, ShouldRetry(response), _credential);

    /// <summary>The exception for an error that came inside an answer which had begun well.</summary>
    public GlmApiException Refusal(ErrorBody? error) => GlmApiException.For(HttpStatusCode.OK, error, null, _credential);

    /// <summary>The exception for what ended an answer in the middle, or <see langword="null"/> where the caller did.</summary>
    public GlmStreamException? Broken(Exception failure, Deadline deadline) => failure switch
    {
        OperationCanceledException when deadline.IsExpired
            => new($"The stream was silent for more than {StreamIdleTimeout.TotalSeconds:0.##} s.", failure),
        HttpRequestException or IOException
            => new($"The connection broke in the middle of the answer: {failure.Message}", failure),
        _ => null,
    };

    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    // No HttpClient: each attempt has a deadline of its own, which knows the clock and does not end a stream that is still talking.
    private static HttpMessageInvoker NewInvoker(HttpMessageHandler? handler) => new(handler ?? NewHandler(), disposeHandler: handler is null);

    private static SocketsHttpHandler NewHandler() => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(8),
        // A client lives as long as the program: let it notice when the name points elsewhere.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // What nobody reads on is not to be written on: long enough for the few bytes behind an answer, no longer.
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(250),
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

    // Nearly all requests of a client go to the same address.
    private Uri AddressOf(string path)
    {
        if (_latest is var (latest, known) && latest == path)
        {
            return known;
        }

        var address = new Uri(_baseAddress, path);
        _latest = new(path, address);
        return address;
    }

    private async ValueTask<T> AttemptAsync<T>(ApiRequest request, Func<ReadOnlySpan<byte>, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        using var permit = await AdmitAsync(request, cancellationToken).ConfigureAwait(false);
        using var deadline = StartAttempt(cancellationToken);
        using var response = await OpenAsync(request, deadline).ConfigureAwait(false);
        using var answer = await ReadAsync(response, deadline).ConfigureAwait(false);
        return read(answer.Span) ?? throw NoAnswer(response, answer.Span);
    }

    private async ValueTask<HttpResponseMessage> SendAsync(ApiRequest request, Deadline deadline)
    {
        using var message = new HttpRequestMessage(request.Method, AddressOf(request.Path));
        message.Content = request.NewContent();
        try
        {
            message.Headers.Authorization = await _credential.AuthorizeAsync(deadline.Token).ConfigureAwait(false);
            return await SendAsync(message, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (Unreached(failure, deadline) is { } unreached)
        {
            throw unreached;
        }
    }

    // What is no client hands out the answer as soon as its head is there.
    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
        => _http is HttpClient client ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken) : _http.SendAsync(message, cancellationToken);

    private async ValueTask<RentedBytes> ReadAsync(HttpResponseMessage response, Deadline deadline)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            return await RentedBytes.ReadAsync(body, deadline.Token).ConfigureAwait(false);
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
