using System.Text;
using GlmTools.Cli.Page.Serving;
using GlmTools.Cli.Page.Timelines;
using GlmTools.Emulator;
using GlmTools.Testing;

namespace GlmTools.Cli.Page;

/// <summary>A page with what clients ask an emulator, on a time axis.</summary>
internal static class TrafficPage
{
    /// <summary>How much of the traffic is shown, the latest of it: it is laid out anew each time somebody looks.</summary>
    private const int Most = 200;

    /// <summary>Starts to serve it on a free port.</summary>
    public static Task<PageServer> StartAsync(GlmEmulator emulator, Shell shell, CancellationToken cancellationToken)
    {
        var history = new RunHistory(cancellation => CassetteTimelineReader.ReadAsync(Recorded(emulator), cancellation));
        return PageServer.StartAsync(0, shell, [new AboutApi("GLM emulator", hasTools: false, model: null, isOffline: true), new RunsApi(history, shell)], cancellationToken);
    }

    private static IReadOnlyList<GlmRecordedExchange> Recorded(GlmEmulator emulator)
    {
        GlmExchange[] exchanges = [.. emulator.Exchanges.TakeLast(Most)];
        var scrubber = new Scrubber([emulator.ApiKey, emulator.ApiKey[(emulator.ApiKey.IndexOf('.', StringComparison.Ordinal) + 1)..], emulator.QingYan.ApiSecret]);
        return [.. exchanges.Select(exchange => scrubber.Exchange(Recorded(exchange, exchanges[0].StartedAt)))];
    }

    private static GlmRecordedExchange Recorded(GlmExchange exchange, DateTimeOffset start)
    {
        var body = Encoding.UTF8.GetBytes(exchange.ResponseBody);
        var isStream = exchange.ResponseBody.StartsWith("data:", StringComparison.Ordinal);
        return new()
        {
            Started = exchange.StartedAt - start,
            Duration = exchange.Duration,
            Request = new() { Method = exchange.Method, Url = exchange.Path, Body = GlmRecordedBody.Of(Encoding.UTF8.GetBytes(exchange.RequestBody)) },
            Response = isStream
                ? new() { Status = exchange.Status, Headers = new Dictionary<string, string> { ["content-type"] = "text/event-stream" }, Chunks = [new(TimeSpan.Zero, body)] }
                : new() { Status = exchange.Status, Headers = new Dictionary<string, string> { ["content-type"] = "application/json" }, Body = GlmRecordedBody.Of(body) },
        };
    }
}
