using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Calls that start while the answer they are part of is still arriving.</summary>
public sealed class EarlyStartTests
{
    private const string A = "{\"paper\":\"a\"}";
    private const string B = "{\"paper\":\"b\"}";

    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_call_runs_while_the_next_one_still_arrives()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Serve(
            new SlowStream().Call(0, A, "fax", "call_1").Call(1, "{\"pa", "fax", "call_2").Until(bench.Desk.ReachedAsync("fax a")).Call(1, "per\":\"b\"}").End(),
            EmulatedReply.Say("ok"));

        await bench.RunAsync(streaming: true);

        Assert.Equal(["fax a", "fax b"], bench.Desk.Log.Order());
        Assert.Equal(["fax a done", "fax b done"], bench.Answers);
        Assert.Equal(["call_1", "call_2"], bench.Conversation.Messages[1].ToolCalls.Select(static call => call.Id));
    }

    [Theory]
    [InlineData("fax", A, true)]
    [InlineData("clock", "", true)]
    [InlineData("clock", "{}", true)]
    [InlineData("shred", A, false)]
    [InlineData("sign", A, false)]
    [InlineData("read", "{}", false)]
    [InlineData("read", "{\"paper\":", false)]
    [InlineData("nothing_known", A, false)]
    public async Task Only_whole_calls_that_nobody_would_take_back_start_early(string tool, string arguments, bool isEarly)
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Options = bench.Options with { Approve = static (request, _) => new(request.Approve()) };
        bench.Serve(new SlowStream().Call(0, arguments, tool).Call(1, B, "fax").Text("1").Text("2").Until(_go.Task).End(), EmulatedReply.Say("ok"));
        var started = new List<string>();
        bench.Watch = e =>
        {
            // What follows from a piece has happened when the piece behind it is told.
            if (e is GlmTextDelta { Text: "2" })
            {
                started.AddRange(bench.Events.OfType<GlmToolCallStarted>().Select(static started => started.Call.Name));
                _go.SetResult();
            }
        };

        await bench.RunAsync(streaming: true);

        Assert.Equal(isEarly ? [tool] : [], started);
        Assert.Equal("fax b done", bench.Answers.Last());
    }

    [Fact]
    public async Task A_call_that_ends_the_run_cancels_the_others_but_not_the_answer_that_still_arrives()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Serve(new SlowStream().Call(0, A, "fax", "call_1").Call(1, B, "fax", "call_2").Call(2, A, "fax", "call_3").Until(_go.Task).End());
        bench.Desk.Do = async (what, token) =>
        {
            using var cancelled = token.Register(() => _go.TrySetResult());
            await Task.Delay(Timeout.Infinite, token);
            return what;
        };
        bench.Options = bench.Options with
        {
            AroundTools =
            [
                next => async (execution, token) =>
                {
                    if (execution.Call.Id != "call_1")
                    {
                        return await next(execution, token);
                    }

                    await bench.Desk.ReachedAsync("fax b");
                    throw new TimeZoneNotFoundException();
                },
            ],
        };

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => bench.RunAsync(streaming: true));

        Assert.Equal(["call_1", "call_2", "call_3"], bench.Conversation.Messages[1].ToolCalls.Select(static call => call.Id));
        Assert.Equal(3, bench.Answers.Count());
    }

    [Fact]
    public async Task Interleaved_calls_start_in_their_order_once_they_are_whole()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Serve(
            new SlowStream().Call(0, "{\"pa", "fax").Call(1, "{\"paper\":", "fax").Call(2, "{\"pa", "fax").Call(1, "\"b\"}").Call(0, "per\":\"a\"}")
                .Until(bench.Desk.ReachedAsync("fax a")).Until(bench.Desk.ReachedAsync("fax b")).Call(2, "per\":\"c\"}").End(),
            EmulatedReply.Say("ok"));

        await bench.RunAsync(streaming: true);

        Assert.Equal(["fax a", "fax b", "fax c"], bench.Desk.Log.Order());
        Assert.Equal(["fax a done", "fax b done", "fax c done"], bench.Answers);
    }

    [Fact]
    public async Task What_comes_for_a_call_that_runs_is_left_out()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Serve(new SlowStream().Call(0, A, "fax").Call(1, B, "fax").Until(bench.Desk.ReachedAsync("fax a")).Call(0, "{\"paper\":\"z\"}").End(), EmulatedReply.Say("ok"));

        await bench.RunAsync(streaming: true);

        Assert.Equal([A, B], bench.Conversation.Messages[1].ToolCalls.Select(static call => call.Arguments));
        Assert.Equal(["fax a", "fax b"], bench.Desk.Log.Order());
    }

    [Fact]
    public async Task Ids_that_are_missing_or_used_are_replaced_before_the_call_starts()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Serve(
            new SlowStream().Call(0, A, "fax", "same").Call(1, B, "fax", "same").Call(2, A, "fax").Call(3, B, "fax", "same").Until(bench.Desk.ReachedAsync("fax b")).End(),
            new SlowStream().Call(0, A, "fax", "same").Call(1, B, "fax", "other").End(),
            EmulatedReply.Say("ok"));

        var run = await bench.RunAsync(streaming: true);

        var ids = run.Conversation.Messages.SelectMany(static message => message.ToolCalls).Select(static call => call.Id).ToList();
        Assert.Equal(("same", "other", 6), (ids[0], ids[5], ids.Distinct().Count()));
        Assert.Equal(ids.Order(), run.ToolCalls.Select(static call => call.Call.Id).Order());
        await bench.AssertAcceptedAsync();
    }

    // Neither is executed, so neither has a start the journal knows; the answer is there before the message it belongs to.
    [Theory]
    [InlineData("read", A, null)]
    [InlineData("fax", B, 1)]
    public async Task A_call_that_is_answered_without_being_executed_keeps_its_answer(string tool, string second, int? maxCalls)
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Options = bench.Options with { MaxToolCalls = maxCalls };
        bench.Serve(new SlowStream().Call(0, A, tool, "call_1").Call(1, second, tool, "call_2").Call(2, B, tool).Until(_go.Task).End(), EmulatedReply.Say("ok"));
        bench.Watch = e =>
        {
            if (bench.Events.OfType<GlmToolCallFinished>().Count() == 2)
            {
                _go.TrySetResult();
            }
        };

        var run = await bench.RunAsync(streaming: true);

        Assert.Equal("ok", run.Text);
        Assert.Equal($"{tool} a done", bench.Answers.First());
        Assert.StartsWith(maxCalls is null ? "read a done" : "Error: the run may make no more tool calls", bench.Answers.ElementAt(1), StringComparison.Ordinal);
        Assert.Equal(3, bench.Answers.Count());
        await bench.AssertAcceptedAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_that_breaks_leaves_the_calls_that_ran_and_the_run_goes_on(bool told)
    {
        await using var bench = await Bench.AtDeskAsync();
        var stream = new SlowStream().Text("both").Call(0, A, "fax", "call_1").Call(1, B, "fax", "call_2").Until(bench.Desk.ReachedAsync("fax a"));
        bench.Serve(told ? stream.End("network_error") : stream.Break(), EmulatedReply.Say("ok"));

        var run = await bench.RunAsync(streaming: true);

        Assert.Equal((GlmStopReason.Answered, "ok", 2), (run.StopReason, run.Text, run.Turns.Count));
        Assert.Equal(["fax a"], bench.Desk.Log);
        Assert.Equal(["go", "both", "fax a done", "ok"], bench.Conversation.Messages.Select(static message => message.Content));
        Assert.Equal("call_1", Assert.Single(bench.Conversation.Messages[1].ToolCalls).Id);
    }

    [Fact]
    public async Task A_stream_that_breaks_again_and_again_ends_the_run_with_what_ran()
    {
        await using var bench = await Bench.AtDeskAsync();
        for (var i = 0; i < 3; i++)
        {
            bench.Serve(new SlowStream().Call(0, $"{{\"paper\":\"{i}\"}}", "fax").Call(1, B, "fax").Until(bench.Desk.ReachedAsync($"fax {i}")).Break());
        }

        await Assert.ThrowsAsync<GlmStreamException>(() => bench.RunAsync(streaming: true));

        Assert.Equal(["fax 0", "fax 1", "fax 2"], bench.Desk.Log);
        Assert.Equal(3, bench.Answers.Count());
        await bench.AssertAcceptedAsync();
    }

    [Fact]
    public async Task What_the_content_filter_stops_is_withdrawn_but_for_the_calls_that_ran()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Serve(new SlowStream().Text("secret").Call(0, A, "fax", "call_1").Call(1, B, "fax", "call_2").Until(bench.Desk.ReachedAsync("fax a")).End("sensitive"));

        var run = await bench.RunAsync(streaming: true);

        Assert.Equal((GlmStopReason.ContentFilter, ""), (run.StopReason, run.Text));
        Assert.Equal(["go", null, "fax a done"], bench.Conversation.Messages.Select(static message => message.Content));
        await bench.AssertAcceptedAsync();
    }

    [Fact]
    public async Task A_run_cancelled_in_mid_stream_answers_the_call_that_runs()
    {
        await using var bench = await Bench.AtDeskAsync();
        using var cancellation = new CancellationTokenSource();
        bench.Desk.Do = static async (what, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return what;
        };
        bench.Serve(new SlowStream().Text("both").Call(0, A, "fax", "call_1").Call(1, B, "fax", "call_2").Until(_go.Task).End(), EmulatedReply.Say("where were we?"));

        var running = bench.RunAsync(streaming: true, cancellationToken: cancellation.Token);
        await bench.Desk.ReachedAsync("fax a");
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        _go.SetResult();
        Assert.Equal(["go", "both", "Error: the call was cancelled before it finished; it may or may not have had an effect."], bench.Conversation.Messages.Select(static message => message.Content));
        Assert.Equal("where were we?", (await bench.RunAsync(streaming: true, "hello?")).Text);
    }

    [Fact]
    public async Task Of_an_answer_that_is_cut_off_the_call_that_ran_keeps_its_result()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Serve(new SlowStream().Call(0, A, "fax").Call(1, "{\"paper\":\"b\"", "fax").Until(bench.Desk.ReachedAsync("fax a")).End("length"), EmulatedReply.Say("ok"));

        await bench.RunAsync(streaming: true);

        Assert.Equal("fax a done", bench.Answers.First());
        Assert.Contains("cut off", bench.Answers.Last(), StringComparison.Ordinal);
    }
}
