namespace GlmTools.Testing;

/// <summary>What is recorded, while it is.</summary>
internal sealed class Tape(GlmRecorderOptions options)
{
    private readonly Lock _gate = new();
    private readonly Scrubber _scrubber = new(options.Secrets);
    private readonly List<TapedExchange> _exchanges = [];
    private readonly long _start = options.TimeProvider.GetTimestamp();

    public bool HasExchanges
    {
        get
        {
            lock (_gate)
            {
                return _exchanges.Count > 0;
            }
        }
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var read = await RequestReader.ReadAsync(request, _scrubber, cancellationToken).ConfigureAwait(false);
        var exchange = new TapedExchange(read, options.TimeProvider);
        var response = await send(request, cancellationToken).ConfigureAwait(false);

        // What never got an answer is not recorded: there is nothing to replay.
        var headers = RequestReader.Headers(response.Headers, response.Content.Headers);
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            exchange.Answer((int)response.StatusCode, headers);
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            response.Content = WithHeaders(new StreamContent(new RecordingStream(stream, exchange)), response.Content);
        }
        else
        {
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            exchange.Answer((int)response.StatusCode, headers, bytes);
            response.Content = WithHeaders(new ByteArrayContent(bytes), response.Content);
        }

        Add(exchange);
        return response;
    }

    /// <summary>What there is so far, without secrets.</summary>
    public GlmCassette ToCassette()
    {
        TapedExchange[] exchanges;
        lock (_gate)
        {
            exchanges = [.. _exchanges];
        }

        GlmRecordedExchange[] recorded = [.. exchanges.OrderBy(static exchange => exchange.Started).Select(static exchange => exchange.ToRecorded())];
        foreach (var json in recorded.Select(static exchange => exchange.Response.Body.Json))
        {
            if (json is { } body)
            {
                _scrubber.Learn(body);
            }
        }

        var start = recorded.Length > 0 ? exchanges.Min(static exchange => exchange.Started) : _start;
        return new(recorded.Zip(exchanges.OrderBy(static exchange => exchange.Started), (exchange, taped) => _scrubber.Exchange(exchange) with
        {
            Started = options.TimeProvider.GetElapsedTime(start, taped.Started),
        }));
    }

    private void Add(TapedExchange exchange)
    {
        lock (_gate)
        {
            _exchanges.Add(exchange);
        }
    }

    private static HttpContent WithHeaders(HttpContent content, HttpContent original)
    {
        foreach (var header in original.Headers)
        {
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return content;
    }
}
