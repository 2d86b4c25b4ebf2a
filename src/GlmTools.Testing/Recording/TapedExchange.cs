namespace GlmTools.Testing;

/// <summary>One exchange while it is recorded.</summary>
internal sealed class TapedExchange(GlmRecordedRequest request, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<GlmRecordedChunk> _chunks = [];
    private GlmRecordedResponse _response = new() { Status = 0 };
    private TimeSpan _lastChunk;
    private TimeSpan _duration;
    private bool _isStreamed;

    /// <summary>When the request was sent, as a time stamp of the clock.</summary>
    public long Started { get; } = time.GetTimestamp();

    /// <summary>An answer that came as a whole.</summary>
    public void Answer(int status, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        lock (_gate)
        {
            _response = new() { Status = status, Headers = headers, Body = GlmRecordedBody.Of(body) };
            _duration = time.GetElapsedTime(Started);
        }
    }

    /// <summary>An answer that comes in chunks.</summary>
    public void Answer(int status, IReadOnlyDictionary<string, string> headers)
    {
        lock (_gate)
        {
            _response = new() { Status = status, Headers = headers };
            _isStreamed = true;
        }
    }

    public void Add(ReadOnlySpan<byte> chunk)
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(Started);
            _chunks.Add(new(now - _lastChunk, chunk.ToArray()));
            _lastChunk = _duration = now;
        }
    }

    public void Break()
    {
        lock (_gate)
        {
            _response = _response with { IsBroken = true };
        }
    }

    public GlmRecordedExchange ToRecorded()
    {
        lock (_gate)
        {
            return new() { Request = request, Response = _isStreamed ? _response with { Chunks = [.. _chunks] } : _response, Duration = _duration };
        }
    }
}
