using GlmTools.Emulator;
using GlmTools.Tests.Agent;
using static GlmTools.Tests.Faults.FaultCase;

namespace GlmTools.Tests.Faults;

/// <summary>The quirks of protocol sheet 4.5 that concern an answer as a whole, over real HTTP and in both ways to run.</summary>
public sealed class QuirkAnswerTests
{
    [Theory, BothModes]
    public async Task Quirk_27_reasoning_alone_is_an_empty_answer(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.ReasoningOnly, EmulatedReply.Say("never said"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.EmptyAnswer, ""), (run.StopReason, run.Text));
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Quirk_27_reasoning_alone_is_asked_about_once_more(bool streaming)
    {
        await using var bench = await FaultBench.StartOnceAsync(FaultProfile.ReasoningOnly, Now(), EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, "done", 3), (run.StopReason, run.Text, bench.Requests.Count));
        Assert.Equal(["now"], bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Quirk_27_reasoning_alone_is_not_asked_about_for_ever(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.ReasoningOnly, EmulatedReply.Say("never said"));

        await bench.RunAsync(streaming);

        Assert.Equal(2, bench.Requests.Count);
    }

    [Theory, BothModes]
    public async Task Quirk_28_reasoning_is_never_taken_for_the_answer(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.AnswerInReasoning, Now(), EmulatedReply.Say("the answer"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.EmptyAnswer, ""), (run.StopReason, run.Text));
        Assert.Equal(["now"], bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Quirk_29_a_call_that_is_text_is_text(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.CallAsText, Book());

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, $"book\n{Trip}"), (run.StopReason, run.Text));
        Assert.Empty(bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Quirk_29_a_call_inside_the_reasoning_is_a_thought(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.CallInReasoning, Book());

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.EmptyAnswer, run.StopReason);
        Assert.Empty(bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Quirk_32_a_call_that_comes_again_and_again_ends_the_run(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.RepeatedCall, EmulatedReply.Call("fail", """{"from":"Bern"}"""), EmulatedReply.Say("never said while there are tools"));

        var run = await bench.RunAsync(streaming);

        Assert.Contains(run.StopReason, new[] { GlmStopReason.RepeatedCall, GlmStopReason.RepeatedError });
        Assert.InRange(bench.Requests.Count, 3, bench.MaxTurns - 1);
        Assert.Equal(run.ToolCalls.Count, run.ToolCalls.Select(static call => call.Call.Id).Distinct().Count());
        Assert.Single(run.ToolCalls.Select(static call => call.Call.Arguments).Distinct());
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Quirk_34_text_that_goes_round_in_circles_is_kept_and_the_reason_told(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.LoopingText, EmulatedReply.Say("round "));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.Length, run.StopReason);
        Assert.StartsWith("round round round ", run.Text, StringComparison.Ordinal);
        Assert.Single(bench.Requests);
        await bench.AssertAcceptedAsync();
    }
}
