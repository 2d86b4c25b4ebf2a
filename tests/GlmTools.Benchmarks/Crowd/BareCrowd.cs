using System.Net.Http.Headers;
using GlmTools.Emulator;

namespace GlmTools.Benchmarks.Crowd;

/// <summary>The limit: the bytes agents would send, sent by nobody in particular, and the bytes of the answers read to their end.</summary>
/// <param name="service">What is asked.</param>
/// <param name="handler">Leads there.</param>
/// <param name="bodies">What each sends.</param>
internal sealed class BareCrowd(GlmEmulator service, HttpMessageHandler handler, IReadOnlyList<byte[]> bodies)
{
    private readonly string _address = $"{service.BaseAddress}/chat/completions";

    public async Task RunAsync(int senders)
    {
        using var http = Client(handler);
        await Task.WhenAll(Enumerable.Range(0, senders).Select(_ => RunAsync(http)));
    }

    /// <summary>Sends each over a clock of its own.</summary>
    /// <returns>What lies between an answer and the next request, in microseconds.</returns>
    public async Task<double[]> TimeAsync(int senders)
    {
        TurnClock[] clocks = [.. Enumerable.Range(0, senders).Select(_ => new TurnClock(handler))];
        await Task.WhenAll(clocks.Select(async clock =>
        {
            using var http = Client(clock);
            await RunAsync(http);
        }));
        return [.. clocks.SelectMany(static clock => clock.Microseconds)];
    }

    private async Task RunAsync(HttpClient http)
    {
        foreach (var body in bodies)
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
            using var response = await http.PostAsync(_address, content);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
        }
    }

    // The handler serves others after it.
    private HttpClient Client(HttpMessageHandler inner)
        => new(inner, disposeHandler: false) { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", service.ApiKey) } };
}
