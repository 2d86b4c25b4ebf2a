using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Which calls run side by side, and which of them wait.</summary>
public sealed class SchedulingTests
{
    private static readonly EmulatedToolCall FaxA = new("fax", "{\"paper\":\"a\"}");
    private static readonly EmulatedToolCall FaxB = new("fax", "{\"paper\":\"b\"}");
    private static readonly EmulatedToolCall FaxC = new("fax", "{\"paper\":\"c\"}");
    private static readonly EmulatedToolCall StapleA = new("staple", "{\"paper\":\"a\"}");
    private static readonly EmulatedToolCall StapleB = new("staple", "{\"paper\":\"b\"}");

    private readonly TaskCompletionSource<string> _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory, BothModes]
    public async Task No_more_calls_run_at_a_time_than_allowed(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(FaxA, FaxB, FaxC), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { MaxParallelCalls = 2 };
        bench.Desk.Do = (_, token) => _go.Task.WaitAsync(token);

        var running = bench.RunAsync(streaming);
        await bench.Desk.ReachedAsync("fax a");
        await bench.Desk.ReachedAsync("fax b");
        Assert.DoesNotContain("fax c", bench.Desk.Log);
        _go.SetResult("sent");
        await running;

        Assert.Equal(2, bench.Desk.MostAtATime);
        Assert.Equal(["sent", "sent", "sent"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task Who_waits_for_an_exclusive_key_takes_no_place_from_others(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(StapleA, StapleB, FaxC), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { MaxParallelCalls = 2 };
        bench.Desk.Do = (_, token) => _go.Task.WaitAsync(token);

        var running = bench.RunAsync(streaming);
        await bench.Desk.ReachedAsync("staple a");
        await bench.Desk.ReachedAsync("fax c");
        Assert.DoesNotContain("staple b", bench.Desk.Log);
        _go.SetResult("sent");
        await running;

        Assert.Contains("staple b", bench.Desk.Log);
    }

    [Theory, BothModes]
    public async Task An_exclusive_key_holds_across_runs(bool streaming)
    {
        await using var one = await Bench.AtDeskAsync(EmulatedReply.Calls(StapleA), EmulatedReply.Say("ok"));
        await using var other = await Bench.AtDeskAsync(EmulatedReply.Calls(StapleB, FaxC), EmulatedReply.Say("ok"));
        one.Desk.Do = (_, token) => _go.Task.WaitAsync(token);

        var first = one.RunAsync(streaming);
        await one.Desk.ReachedAsync("staple a");
        var second = other.RunAsync(streaming);
        await other.Desk.ReachedAsync("fax c");
        Assert.Equal(["fax c"], other.Desk.Log);
        _go.SetResult("stapled");
        await first;
        await second;

        Assert.Equal(["staple b done", "fax c done"], other.Answers);
    }

    [Theory, BothModes]
    public async Task A_run_cancelled_while_it_waits_for_a_key_leaves_the_key_to_others(bool streaming)
    {
        await using var one = await Bench.AtDeskAsync(EmulatedReply.Calls(StapleA), EmulatedReply.Say("ok"));
        await using var other = await Bench.AtDeskAsync(EmulatedReply.Calls(StapleB, FaxC), EmulatedReply.Calls(StapleB), EmulatedReply.Say("ok"));
        using var cancellation = new CancellationTokenSource();
        one.Desk.Do = (_, token) => _go.Task.WaitAsync(token);

        var first = one.RunAsync(streaming);
        await one.Desk.ReachedAsync("staple a");
        var second = other.RunAsync(streaming, cancellationToken: cancellation.Token);
        await other.Desk.ReachedAsync("fax c");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal("Error: the run was cancelled before the call; nothing was executed.", other.Answers.First());

        _go.SetResult("stapled");
        await first;
        await other.RunAsync(streaming, "again");
        Assert.Equal("staple b done", other.Answers.Last());
    }

    [Theory, BothModes]
    public async Task Methods_that_block_run_side_by_side(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(FaxA, FaxB), EmulatedReply.Say("ok"));
        using var both = new Barrier(2);
        bench.Desk.Do = (what, token) => Task.FromResult(both.SignalAndWait(Patience.Limit, token) ? what : "alone");

        await bench.RunAsync(streaming);

        Assert.Equal(["fax a", "fax b"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task A_method_that_blocks_is_told_to_have_run_out_of_time(bool streaming)
    {
        var clock = new ManualTimeProvider();
        await using var bench = await Bench.AtDeskAsync(clock, EmulatedReply.Calls(FaxA), EmulatedReply.Say("ok"));
        bench.Desk.Do = (_, _) => Task.FromResult(_go.Task.Wait(Patience.Limit) ? "late" : "never");

        var running = bench.RunAsync(streaming);
        await bench.Desk.ReachedAsync("fax a");
        await clock.ElapseAsync(TimeSpan.FromSeconds(100));
        await running;
        _go.SetResult("");

        Assert.Contains("did not finish within 100 s", Assert.Single(bench.Answers), StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task A_method_that_never_ends_takes_no_place_from_later_calls(bool streaming)
    {
        var clock = new ManualTimeProvider();
        await using var bench = await Bench.AtDeskAsync(clock, EmulatedReply.Calls(FaxA), EmulatedReply.Calls(FaxB), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { MaxParallelCalls = 1 };
        bench.Desk.Do = (what, _) => what == "fax a" ? _go.Task : Task.FromResult(what);

        var running = bench.RunAsync(streaming);
        await bench.Desk.ReachedAsync("fax a");
        await clock.ElapseAsync(TimeSpan.FromSeconds(100));
        await running;

        Assert.Equal("fax b", bench.Answers.Last());
    }

    [Theory, BothModes]
    public async Task A_key_whose_holder_never_ends_is_told_and_not_waited_for_for_ever(bool streaming)
    {
        var clock = new ManualTimeProvider();
        await using var bench = await Bench.AtDeskAsync(clock, EmulatedReply.Calls(StapleA), EmulatedReply.Calls(StapleB), EmulatedReply.Say("ok"), EmulatedReply.Calls(StapleB), EmulatedReply.Say("ok"));
        bench.Desk.Do = (what, _) => what == "staple a" ? _go.Task : Task.FromResult(what);

        var running = bench.RunAsync(streaming);
        await bench.Desk.ReachedAsync("staple a");
        await clock.ElapseAsync(TimeSpan.FromSeconds(100));
        await clock.ElapseAsync(TimeSpan.FromSeconds(100));
        await running;
        Assert.Equal(["staple a"], bench.Desk.Log);
        Assert.StartsWith("Error: staple was not started", bench.Answers.Last(), StringComparison.Ordinal);

        // Once it has ended after all, the key is free.
        var again = bench.RunAsync(streaming, "again");
        _go.SetResult("at last");
        await again;
        Assert.Equal("staple b", bench.Answers.Last());
    }

    // The call before it ends as cancelled, which is no reason but a consequence.
    [Theory, BothModes]
    public async Task A_call_that_ends_the_run_says_why_though_an_earlier_one_is_cancelled_for_it(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(FaxA, new("sign", "{\"paper\":\"b\"}")));
        bench.Desk.Do = static async (what, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return what;
        };
        bench.Options = bench.Options with
        {
            Approve = async (_, _) =>
            {
                await bench.Desk.ReachedAsync("fax a");
                throw new TimeZoneNotFoundException();
            },
        };

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => bench.RunAsync(streaming));
    }

    [Fact]
    public async Task A_call_that_ends_the_run_cancels_the_others_and_keeps_what_they_did()
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(FaxA, new("sign", "{\"paper\":\"b\"}"), FaxC));
        bench.Desk.Do = async (what, token) =>
        {
            if (what == "fax c")
            {
                await Task.Delay(Timeout.Infinite, token);
            }

            return $"{what} done";
        };
        bench.Options = bench.Options with
        {
            Approve = async (_, _) =>
            {
                await bench.Desk.ReachedAsync("fax c");
                await first.Task;
                throw new TimeZoneNotFoundException();
            },
        };

        bench.Watch = e => _ = e is GlmToolCallFinished && first.TrySetResult();
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => bench.RunAsync(streaming: true));

        Assert.Equal(
            ["fax a done", "Error: the run was cancelled before the call; nothing was executed.", "Error: the call was cancelled before it finished; it may or may not have had an effect."],
            bench.Answers);
        await bench.AssertAcceptedAsync();
    }
}
