using System.Text;

namespace GlmTools.Emulator.Http;

/// <summary>One exchange while it happens.</summary>
internal sealed class ExchangeRecorder(string method, string path, IReadOnlyDictionary<string, string> headers, byte[] requestBody, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly MemoryStream _sent = new();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _duration;
    private int _status;

    public void Answer(int status)
    {
        lock (_gate)
        {
            _status = status;
            _duration = time.GetElapsedTime(_started);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            _sent.Write(bytes);
            _duration = time.GetElapsedTime(_started);
        }
    }

    public GlmExchange Snapshot()
    {
        lock (_gate)
        {
            return new()
            {
                Method = method,
                Path = path,
                RequestHeaders = headers,
                RequestBody = Encoding.UTF8.GetString(requestBody),
                Status = _status,
                ResponseBody = Encoding.UTF8.GetString(_sent.GetBuffer(), 0, (int)_sent.Length),
                StartedAt = _startedAt,
                Duration = _duration,
            };
        }
    }
}
