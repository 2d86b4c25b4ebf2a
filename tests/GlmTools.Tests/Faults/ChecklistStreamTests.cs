using GlmTools.Emulator;
using static GlmTools.Tests.Faults.FaultCase;

namespace GlmTools.Tests.Faults;

/// <summary>The lines of the fixture checklist (protocol sheet 14) about streams, over real HTTP.</summary>
public sealed class ChecklistStreamTests
{
    /// <summary>An answer of several frames, so that something has arrived before it breaks in the middle.</summary>
    private static readonly EmulatedCompletion Asking = Now() with { Text = "I look at the clock, 等一下。" };

    [Theory]
    [InlineData("comments")]
    [InlineData("no-blank-after-data")]
    [InlineData("cr-lf")]
    [InlineData("split-utf8")]
    [InlineData("usage-in-extra-chunk")]
    [InlineData("no-done")]
    public async Task Line_12_another_framing_changes_nothing(string fault)
    {
        var text = "北京 ☀️, 21.5℃";
        await using var bench = await FaultBench.StartAsync(FaultProfile.Find(fault)!, Book(), EmulatedReply.Say(text) with { Reasoning = "想" });

        var run = await bench.RunAsync(streaming: true);

        Assert.Equal((GlmStopReason.Answered, text, GlmFinishReason.Stop), (run.StopReason, run.Text, run.FinishReason));
        Assert.Equal("想", bench.Conversation.Messages[^1].ReasoningContent);
        Assert.Equal(text, string.Concat(bench.Events.OfType<GlmTextDelta>().Select(static delta => delta.Text)));
        Assert.True(run.Usage.PromptTokens > 0);
        Assert.Equal(["北京|Bern|2|True|Ulm"], bench.Tools.Log);
        Assert.Equal(2, bench.Requests.Count);
    }

    [Theory]
    [InlineData("in-band-error")]
    [InlineData("raw-json-error")]
    [InlineData("error-event")]
    [InlineData("lost-frame")]
    [InlineData("spliced-stream")]
    [InlineData("interrupted")]
    public async Task Line_13_a_stream_that_fails_before_its_first_chunk_is_asked_for_again(string fault)
    {
        // One chunk is the whole answer, so there is nothing before it.
        await using var bench = await FaultBench.StartOnceAsync(FaultProfile.Find(fault)!, Now(), EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming: true);

        Assert.Equal(("done", 3), (run.Text, bench.Requests.Count));
        Assert.Equal(["now"], bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory]
    [InlineData("in-band-error")]
    [InlineData("error-event")]
    [InlineData("lost-frame")]
    [InlineData("unescaped-quotes")]
    [InlineData("spliced-stream")]
    [InlineData("interrupted")]
    [InlineData("broken-connection")]
    public async Task Line_13_a_stream_that_fails_in_its_middle_starts_the_turn_again(string fault)
    {
        await using var bench = await FaultBench.StartOnceAsync(FaultProfile.Find(fault)!, Asking, EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming: true);

        Assert.Equal((GlmStopReason.Answered, "done", 3), (run.StopReason, run.Text, bench.Requests.Count));
        Assert.Equal(["now"], bench.Tools.Log);
        Assert.Equal(Asking.Text, bench.Callers.Single().Content);
        await bench.AssertAcceptedAsync();
    }

    [Theory]
    [InlineData("lost-frame")]
    [InlineData("unescaped-quotes")]
    [InlineData("spliced-stream")]
    [InlineData("interrupted")]
    [InlineData("broken-connection")]
    public async Task Line_13_a_stream_that_keeps_failing_ends_the_run_and_nothing_of_it_is_executed(string fault)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.Find(fault)!, Asking);

        var failure = await Assert.ThrowsAsync<GlmStreamException>(() => bench.RunAsync(streaming: true));

        Assert.True(failure.IsTransient);
        Assert.Empty(bench.Tools.Log);
        Assert.Single(bench.Conversation.Messages);
        await bench.AssertAcceptedAsync();
    }

    [Theory]
    [InlineData("in-band-error")]
    [InlineData("error-event")]
    [InlineData("lost-frame")]
    [InlineData("spliced-stream")]
    [InlineData("interrupted")]
    public async Task Line_13_a_turn_is_started_again_twice_at_most(string fault)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.Find(fault)!, Asking);

        var failure = await Assert.ThrowsAnyAsync<GlmException>(() => bench.RunAsync(streaming: true));

        Assert.True(failure.IsTransient);
        Assert.Equal(3, bench.Requests.Count);
        Assert.Empty(bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory]
    [InlineData("in-band-error")]
    [InlineData("error-event")]
    public async Task Line_13_an_error_that_keeps_coming_inside_the_answer_is_told_with_its_code(string fault)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.Find(fault)!, Asking);

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming: true));

        Assert.NotNull(failure.Code);
        Assert.Equal(3, bench.Requests.Count);
    }

    [Fact]
    public async Task Line_13_a_call_that_was_executed_before_the_stream_broke_stays_with_its_result()
    {
        // The second of three calls has begun when the connection breaks, so the first one was complete.
        var reply = EmulatedReply.Calls(new("now", "{}", "call_1"), new("book", Trip, "call_2"), new("now", "{}", "call_3")) with { AbortAfter = 2 };
        await using var bench = await FaultBench.StartAsync(FaultBench.ByTurn(reply, EmulatedReply.Say("done")));

        var run = await bench.RunAsync(streaming: true);

        Assert.Equal(("done", 2), (run.Text, bench.Requests.Count));
        Assert.Equal(["now"], bench.Tools.Log);
        Assert.Equal(["now"], bench.Told);
        Assert.Equal("call_1", Assert.Single(Assert.Single(bench.Callers).ToolCalls).Id);
        await bench.AssertAcceptedAsync();
    }
}
