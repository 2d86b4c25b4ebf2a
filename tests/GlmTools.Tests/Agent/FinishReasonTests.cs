using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>How an answer ends decides how the run goes on, over real HTTP and in both ways to run it.</summary>
public sealed class FinishReasonTests
{
    [Theory, BothModes]
    public async Task Of_an_answer_that_was_cut_off_all_calls_but_the_last_are_executed(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Calls(new("now", "{}"), new("get_weather", "{\"city\":\"北")) with { FinishReason = "length" }, EmulatedReply.Say("shorter"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal("shorter", run.Text);
        Assert.Equal(["now"], bench.Tools.Log);
        Assert.Equal("09:30", bench.Answers.First());
        Assert.Contains("cut off", bench.Answers.Last(), StringComparison.Ordinal);
        Assert.Equal(["{}", "{}"], run.Conversation.Messages[1].ToolCalls.Select(static call => call.Arguments));
        Assert.Equal("{\"city\":\"北", run.ToolCalls.Single(static call => call.Result.IsError).Call.Arguments);
    }

    [Theory]
    [InlineData(false, "length", GlmStopReason.Length)]
    [InlineData(true, "length", GlmStopReason.Length)]
    [InlineData(false, "model_context_window_exceeded", GlmStopReason.ContextWindow)]
    [InlineData(true, "model_context_window_exceeded", GlmStopReason.ContextWindow)]
    [InlineData(false, "a_new_one", GlmStopReason.Other)]
    [InlineData(true, "a_new_one", GlmStopReason.Other)]
    [InlineData(false, "tool_calls", GlmStopReason.Answered)]
    [InlineData(true, "tool_calls", GlmStopReason.Answered)]
    public async Task Text_that_ends_in_another_way_is_kept_and_the_reason_told(bool streaming, string finishReason, GlmStopReason expected)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Say("half") with { FinishReason = finishReason });

        var run = await bench.RunAsync(streaming);

        Assert.Equal((expected, "half", finishReason), (run.StopReason, run.Text, run.FinishReason?.Value));
        Assert.Equal("half", run.Conversation.Messages[^1].Content);
    }

    [Theory]
    [InlineData(false, "stop")]
    [InlineData(true, "stop")]
    [InlineData(false, "a_new_one")]
    [InlineData(true, "a_new_one")]
    public async Task Calls_are_executed_whatever_the_finish_reason_says(bool streaming, string finishReason)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}") with { FinishReason = finishReason }, EmulatedReply.Say("done"));

        await bench.RunAsync(streaming);

        Assert.Equal(["now"], bench.Tools.Log);
    }

    [Theory, BothModes]
    public async Task What_the_content_filter_stopped_is_withdrawn(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}") with { Text = "something", FinishReason = "sensitive" });

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.ContentFilter, ""), (run.StopReason, run.Text));
        Assert.Empty(bench.Tools.Log);
        Assert.Single(run.Conversation.Messages);
    }

    [Theory, BothModes]
    public async Task Calls_beyond_the_context_window_are_not_executed(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}") with { FinishReason = "model_context_window_exceeded" });

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.ContextWindow, run.StopReason);
        Assert.Empty(bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Reasoning_alone_is_an_empty_answer_and_asked_for_once_more(bool streaming)
    {
        var empty = new EmulatedCompletion { Reasoning = "hm", Text = "\n" };
        await using var bench = await Bench.StartAsync(empty, empty, EmulatedReply.Say("too late"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.EmptyAnswer, ""), (run.StopReason, run.Text));
        Assert.Equal(2, bench.Requests.Count);
        Assert.Single(run.Conversation.Messages);
    }

    [Theory, BothModes]
    public async Task An_answer_that_was_empty_once_is_as_good_as_any(bool streaming)
    {
        await using var bench = await Bench.StartAsync(new EmulatedCompletion { Reasoning = "hm", Text = "" }, EmulatedReply.Say("here"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, "here"), (run.StopReason, run.Text));
    }

    [Theory, BothModes]
    public async Task A_failed_inference_is_asked_for_again(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            new ManualTimeProvider(static wait => wait < TimeSpan.FromSeconds(10)),
            EmulatedReply.Call("now", "{}") with { Text = "half", FinishReason = "network_error" },
            EmulatedReply.Say("whole"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(("whole", 1), (run.Text, run.Turns.Count));
        Assert.Empty(bench.Tools.Log);
        Assert.Equal(["go", "whole"], run.Conversation.Messages.Select(static message => message.Content));
    }

    [Theory, BothModes]
    public async Task An_inference_that_keeps_failing_is_given_up(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            new ManualTimeProvider(static wait => wait < TimeSpan.FromSeconds(10)),
            [.. Enumerable.Repeat(EmulatedReply.Say("half") with { FinishReason = "network_error" }, 4)]);

        var failure = await Assert.ThrowsAsync<GlmStreamException>(() => bench.RunAsync(streaming));

        Assert.True(failure.IsTransient);
        Assert.Equal(3, bench.Requests.Count);
        Assert.Single(bench.Conversation.Messages);
    }
}
