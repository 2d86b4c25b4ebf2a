using GlmTools.Emulator;

namespace GlmTools.Benchmarks.Crowd;

/// <summary>Agents that run at once.</summary>
/// <param name="service">What they ask.</param>
/// <param name="handler">Leads there.</param>
internal sealed class AgentCrowd(GlmEmulator service, HttpMessageHandler handler)
{
    /// <summary>Runs them over one client.</summary>
    public async Task RunAsync(int agents, CrowdTools tools)
    {
        using var client = Client(handler);
        await Task.WhenAll(Enumerable.Range(0, agents).Select(_ => RunAsync(client, tools)));
    }

    /// <summary>Runs each over a clock of its own.</summary>
    /// <returns>What they took between an answer and the next request, in microseconds.</returns>
    public async Task<double[]> TimeAsync(int agents)
    {
        TurnClock[] clocks = [.. Enumerable.Range(0, agents).Select(_ => new TurnClock(handler))];
        var tools = new CrowdTools(waiting: 0);
        await Task.WhenAll(clocks.Select(async clock =>
        {
            using var client = Client(clock);
            await RunAsync(client, tools);
        }));
        return [.. clocks.SelectMany(static clock => clock.Microseconds)];
    }

    /// <summary>The bodies one of them sends.</summary>
    public async Task<IReadOnlyList<byte[]>> RecordAsync()
    {
        var recorder = new RecordingHandler(handler);
        using var client = Client(recorder);
        await RunAsync(client, new(waiting: 0));
        return recorder.Bodies;
    }

    private static async Task RunAsync(GlmClient client, CrowdTools tools)
    {
        var run = await new GlmAgent(client, CrowdModel.Name, tools.Tools).RunAsync("Look around.");
        if (run.StopReason != GlmStopReason.Answered || run.Turns.Count != CrowdModel.Turns)
        {
            throw new InvalidOperationException($"A run ended with {run.StopReason} after {run.Turns.Count} turns.");
        }
    }

    private GlmClient Client(HttpMessageHandler inner) => new(service.ApiKey, new() { BaseAddress = service.BaseAddress, Handler = inner });
}
