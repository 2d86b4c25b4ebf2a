using System.Diagnostics;
using System.Globalization;
using GlmTools.Benchmarks.Checking;
using GlmTools.Benchmarks.Measuring;

namespace GlmTools.Benchmarks.Crowd;

/// <summary>A thousand agents at once, with the service in the same process.</summary>
internal sealed class LoadSlice : ISlice
{
    private const int Agents = 1000;

    // One after the other, to see the framework rather than the queue of the thread pool.
    private const int Alone = 200;

    public string Name => "load";

    public async Task RunAsync(Pace pace, Report report, CancellationToken cancellationToken)
    {
        await using var service = await CrowdModel.StartAsync(inMemory: false, cancellationToken);
        using var handler = new SocketsHttpHandler();
        var agents = new AgentCrowd(service, handler);
        var bare = new BareCrowd(service, handler, await agents.RecordAsync());
        report.Add(await ThroughputAsync(agents, bare, pace.IsShort ? 3 : 9));
        report.Add(new(string.Create(CultureInfo.InvariantCulture, $"From an answer to the next request, {Agents:#,0} at once"),
        [
            Times("bare HTTP (limit)", await bare.TimeAsync(Agents)),
            Times("GlmTools", await agents.TimeAsync(Agents)),
        ]));
        report.Add(new("From an answer to the next request, one at a time",
        [
            Times("bare HTTP (limit)", await AloneAsync(bare.TimeAsync)),
            Times("GlmTools", await AloneAsync(agents.TimeAsync)),
        ]));
        report.Add(new(
            string.Create(CultureInfo.InvariantCulture, $"Memory of {Agents:#,0} agents in the middle of their runs"),
            [new("GlmTools", new Figure("bytes per agent", await MemoryAsync(cancellationToken)))]));
    }

    public IEnumerable<ExactFigure> ExactFigures() => [];

    private static async Task<Table> ThroughputAsync(AgentCrowd agents, BareCrowd bare, int pairs)
    {
        Func<Task> limit = () => bare.RunAsync(Agents);
        Func<Task> own = () => agents.RunAsync(Agents, new(waiting: 0));

        // Opens the connections, and warms up both sides.
        await own();
        await limit();
        var (limits, times) = (new List<double> { await SecondsAsync(limit) }, new List<double>());
        for (var pair = 0; pair < pairs; pair++)
        {
            times.Add(await SecondsAsync(own));
            limits.Add(await SecondsAsync(limit));
        }

        return new(
            string.Create(CultureInfo.InvariantCulture, $"{Agents:#,0} agents at once against the emulator, {CrowdModel.Turns} turns each"),
            [Row("bare HTTP, the same bytes (limit)", 1, limits), Row("GlmTools", Statistics.Ratio(times, limits), times)]);
    }

    private static Row Row(string name, double ratio, List<double> seconds)
        => new(name, new("x", ratio), new("requests/s, best", Agents * CrowdModel.Turns / seconds.Min()), new("requests/s, median", Agents * CrowdModel.Turns / Statistics.Median(seconds)));

    private static Row Times(string name, double[] microseconds) => new(
        name,
        new("p50 us", Statistics.Quantile(microseconds, 0.5)),
        new("p99 us", Statistics.Quantile(microseconds, 0.99)),
        new("max us", microseconds.Max()));

    private static async Task<double> SecondsAsync(Func<Task> run)
    {
        var began = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double[]> AloneAsync(Func<int, Task<double[]>> run)
    {
        var all = new List<double>();
        for (var i = 0; i < Alone; i++)
        {
            all.AddRange(await run(1));
        }

        return [.. all];
    }

    // Without sockets, so that the memory is that of the agents.
    private static async Task<double> MemoryAsync(CancellationToken cancellationToken)
    {
        await using var service = await CrowdModel.StartAsync(inMemory: true, cancellationToken);
        using var handler = service.CreateHandler();
        var agents = new AgentCrowd(service, handler);
        await agents.RunAsync(Agents, new(waiting: 0));

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var tools = new CrowdTools(Agents);
        var runs = agents.RunAsync(Agents, tools);
        await tools.Full.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        tools.Go.SetResult();
        await runs;
        return bytes / (double)Agents;
    }
}
