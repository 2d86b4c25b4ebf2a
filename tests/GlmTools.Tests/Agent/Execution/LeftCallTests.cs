using System.Diagnostics;
using GlmTools.Emulator;
using GlmTools.Tests.Agent.Telemetry;

namespace GlmTools.Tests.Agent.Execution;

/// <summary>Calls that are given up while spans are listened to.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class LeftCallTests
{
    private static readonly EmulatedToolCall FaxA = new("fax", "{\"paper\":\"a\"}");
    private static readonly EmulatedToolCall FaxB = new("fax", "{\"paper\":\"b\"}");

    [Theory, BothModes]
    public async Task Who_cancels_a_run_goes_on_with_what_he_does(bool streaming)
    {
        using var recorder = new SpanRecorder();
        using var cancellation = new CancellationTokenSource();
        await using var bench = await WaitingBenchAsync();
        var running = bench.RunAsync(streaming, cancellationToken: cancellation.Token);
        await bench.Desk.ReachedAsync("fax a");
        await bench.Desk.ReachedAsync("fax b");

        using var own = new Activity("own").Start();
        cancellation.Cancel();

        Assert.Same(own, Activity.Current);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Theory, BothModes]
    public async Task A_listener_that_throws_holds_up_no_run_that_is_cancelled(bool streaming)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == GlmTelemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = static span =>
            {
                if (span.DisplayName == "execute_tool fax")
                {
                    throw new InvalidOperationException("no");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var cancellation = new CancellationTokenSource();
        await using var bench = await WaitingBenchAsync();
        var running = bench.RunAsync(streaming, cancellationToken: cancellation.Token);
        await bench.Desk.ReachedAsync("fax a");
        await bench.Desk.ReachedAsync("fax b");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(2, bench.Answers.Count());
    }

    private static async Task<Bench> WaitingBenchAsync()
    {
        var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(FaxA, FaxB), EmulatedReply.Say("ok"));
        bench.Desk.Do = static async (what, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return what;
        };
        return bench;
    }
}
