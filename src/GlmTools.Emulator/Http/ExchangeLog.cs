using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace GlmTools.Emulator.Http;

/// <summary>The exchanges in order of arrival. What is sent is recorded before it is sent, so that a client never knows more than the log.</summary>
internal sealed class ExchangeLog(bool keep, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<ExchangeRecorder> _recorders = [];

    public ExchangeRecorder Begin(HttpRequest request, byte[] body)
    {
        var recorder = new ExchangeRecorder(request.Method, Target(request), Headers(request), body, time);
        if (keep)
        {
            lock (_gate)
            {
                _recorders.Add(recorder);
            }
        }

        return recorder;
    }

    public IReadOnlyList<GlmExchange> Snapshot()
    {
        lock (_gate)
        {
            return [.. _recorders.Select(static recorder => recorder.Snapshot())];
        }
    }

    // In memory nobody wrote a request line.
    private static string Target(HttpRequest request)
        => request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget is { Length: > 0 } raw ? raw : request.GetEncodedPathAndQuery();

    private static Dictionary<string, string> Headers(HttpRequest request)
        => request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
