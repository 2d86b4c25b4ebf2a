using System.Diagnostics;

namespace GlmTools.Benchmarks.Crowd;

/// <summary>Measures, for one agent, the time from an answer that is in memory to the next request: all that is not the network.</summary>
internal sealed class TurnClock(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<double> _microseconds = [];
    private long _answered;

    /// <summary>The times so far.</summary>
    public IReadOnlyList<double> Microseconds => _microseconds;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_answered != 0)
        {
            _microseconds.Add(Stopwatch.GetElapsedTime(_answered).TotalMicroseconds);
        }

        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        _answered = Stopwatch.GetTimestamp();
        return response;
    }
}
