using System.Net;

namespace GlmTools.Testing;

/// <summary>Answers requests from a cassette: each exchange once, whoever asks for it first.</summary>
internal sealed class CassettePlayer(GlmCassette cassette, GlmRecorderOptions options, string? path)
{
    private readonly Lock _gate = new();
    private readonly Scrubber _scrubber = new(options.Secrets);
    private readonly RequestComparison _comparison = new(options.IgnoredFields);
    private readonly HashSet<int> _played = [];
    private string? _failure;

    public GlmCassette Cassette => cassette;

    /// <summary>Whether a caller has seen a failure.</summary>
    public bool HasToldFailure => _failure is not null;

    /// <exception cref="GlmCassetteException">The request is not on the cassette.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var read = await RequestReader.ReadAsync(request, _scrubber, cancellationToken).ConfigureAwait(false);
        var exchange = Find(read with { Url = _scrubber.Url(read.Url), Body = _scrubber.Body(read.Body) });
        if (options.KeepsTiming && exchange.Response.Chunks is null)
        {
            await Task.Delay(exchange.Duration, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        return Response(exchange.Response, request);
    }

    /// <exception cref="GlmCassetteException">There is an exchange nobody asked for, or a request was not on the cassette.</exception>
    public void VerifyComplete()
    {
        lock (_gate)
        {
            var left = Unplayed().Select(i => $"\n  exchange {i + 1}: {cassette.Exchanges[i].Request}").ToArray();
            if (_failure is null && left.Length > 0)
            {
                _failure = $"{Place}nobody asked for {left.Length} of {cassette.Exchanges.Count} exchanges:{string.Concat(left)}\n{Remedy}";
            }

            if (_failure is not null)
            {
                throw new GlmCassetteException(_failure);
            }
        }
    }

    private string Place => path is null ? "The cassette: " : $"{path}: ";

    private string Remedy => path is null ? "Record it again." : "Delete the file to record it again, where there is a key.";

    private GlmRecordedExchange Find(GlmRecordedRequest request)
    {
        lock (_gate)
        {
            foreach (var i in Unplayed())
            {
                if (_comparison.Same(cassette.Exchanges[i].Request, request))
                {
                    _played.Add(i);
                    return cassette.Exchanges[i];
                }
            }

            _failure ??= Place + Describe(request);
            throw new GlmCassetteException(Place + Describe(request));
        }
    }

    private string Describe(GlmRecordedRequest request)
    {
        var times = cassette.Exchanges.Count(exchange => _comparison.Same(exchange.Request, request));
        if (times > 0)
        {
            return $"{request} was recorded {(times == 1 ? "once" : $"{times} times")}, and is asked for once more. {Remedy}";
        }

        var nearest = Unplayed().Where(i => cassette.Exchanges[i].Request.ToString() == request.ToString())
            .Select(i => (Index: i, Differences: _comparison.Differences(cassette.Exchanges[i].Request, request)))
            .OrderBy(static candidate => candidate.Differences.Count).FirstOrDefault();
        return nearest.Differences is { } differences
            ? $"{request} is not on the cassette as it was sent. The nearest recording, exchange {nearest.Index + 1} of {cassette.Exchanges.Count}, differs at\n"
                + $"{RequestComparison.Picture(cassette.Exchanges[nearest.Index].Request, request, differences)}{Remedy} What may differ belongs into {nameof(GlmRecorderOptions.IgnoredFields)}."
            : $"there is no recording left of {request}.{string.Concat(Unplayed().Select(i => $"\n  exchange {i + 1} is {cassette.Exchanges[i].Request}"))}\n{Remedy}";
    }

    private IEnumerable<int> Unplayed() => Enumerable.Range(0, cassette.Exchanges.Count).Where(i => !_played.Contains(i));

    private HttpResponseMessage Response(GlmRecordedResponse recorded, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)recorded.Status)
        {
            RequestMessage = request,
            Content = recorded.Chunks is null
                ? new ReadOnlyMemoryContent(recorded.Body.ToBytes())
                : new StreamContent(new ReplayStream(recorded, options.KeepsTiming ? options.TimeProvider : null)),
        };
        foreach (var (name, value) in recorded.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
