using System.Diagnostics;
using System.Globalization;

namespace GlmTools.Endurance.Tests.Crowd;

/// <summary>Many agents at once in one process; the service is another process, so that the memory is theirs alone.</summary>
internal sealed class CrowdExperiment
{
    /// <summary>What an agent in the middle of its run holds, in bytes.</summary>
    public long BytesPerAgent { get; private set; }

    public TimeSpan Duration { get; private set; }

    /// <summary>Runs that many agents, streaming.</summary>
    public async Task RunAsync(int agents)
    {
        using var server = ChildProcess.Start("crowd-service");
        try
        {
            var address = new Uri((await server.StandardOutput.ReadLineAsync().WaitAsync(Patience.Limit))!);
            var apiKey = (await server.StandardOutput.ReadLineAsync().WaitAsync(Patience.Limit))!;
            using var client = new GlmClient(apiKey, new() { BaseAddress = address });
            await RunAsync(client, agents: 1);
            await RunAsync(client, agents);
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync().WaitAsync(Patience.Limit);
        }
    }

    private async Task RunAsync(GlmClient client, int agents)
    {
        var began = Stopwatch.GetTimestamp();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var tools = new CrowdTools(calls: 2 * agents);
        var runs = Enumerable.Range(0, agents).Select(number => RunAsync(client, tools, number)).ToArray();
        await Task.WhenAny(tools.Full.Task, Task.WhenAll(runs)).WaitAsync(Patience.Limit);
        BytesPerAgent = (GC.GetTotalMemory(forceFullCollection: true) - before) / agents;
        tools.Go.SetResult();
        var texts = await Task.WhenAll(runs).WaitAsync(Patience.Limit);
        Duration = Stopwatch.GetElapsedTime(began);
        Assert.Equal(Enumerable.Range(0, agents).Select(static number => string.Create(CultureInfo.InvariantCulture, $"done {number}")), texts);
    }

    private static async Task<string> RunAsync(GlmClient client, CrowdTools tools, int number)
    {
        var agent = new GlmAgent(client, "glm-4-flash", tools.Tools);
        await foreach (var e in agent.StreamAsync(number.ToString(CultureInfo.InvariantCulture)))
        {
            if (e is GlmRunStopped { Run: var run })
            {
                Assert.Equal((GlmStopReason.Answered, 3, 4), (run.StopReason, run.Turns.Count, run.ToolCalls.Count));
                return run.Text;
            }
        }

        return "";
    }
}
