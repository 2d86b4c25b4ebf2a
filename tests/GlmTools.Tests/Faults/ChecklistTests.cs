using GlmTools.Emulator;
using GlmTools.Tests.Agent;
using static GlmTools.Tests.Faults.FaultCase;

namespace GlmTools.Tests.Faults;

/// <summary>The lines of the fixture checklist (protocol sheet 14) about calls and answers, over real HTTP and in both ways to run.</summary>
public sealed class ChecklistTests
{
    private const string TripLog = "北京|Bern|2|True|Ulm";

    [Fact]
    public async Task Line_01_a_call_without_index_as_from_glm_4_is_one_call()
    {
        await using var bench = await FaultBench.StartAsync(
            FaultBench.ByTurn(Book("""{"from":"北京","to":"上海"}"""), EmulatedReply.Say("done")).WithFault(FaultProfile.NoIndex).WithFault(FaultProfile.NullContent));

        await bench.RunAsync(streaming: false);

        Assert.Equal(["北京|上海|1|False|"], bench.Tools.Log);
        Assert.Equal("""{"from":"北京","to":"上海"}""", bench.Callers.Single().ToolCalls[0].Arguments);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Line_01_fragments_without_index_belong_to_the_last_call(bool streaming)
    {
        var reply = EmulatedReply.Calls(new("book", Trip, "call_1"), new("now", "{}", "call_2"));
        await using var bench = await FaultBench.StartAsync(
            FaultBench.ByTurn(reply, EmulatedReply.Say("done")).WithFault(FaultProfile.BareContinuations).WithFault(FaultProfile.NoIndex));

        await bench.RunAsync(streaming);

        Assert.Equal([TripLog, "now"], bench.Told);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Line_02_two_calls_of_glm_4_5_are_answered_in_order_and_the_reasoning_is_replayed(bool streaming)
    {
        var calls = EmulatedReply.Calls(new("now", "{}", "call_-8374378427976446352"), new("book", """{"from": "Bern", "to": "Basel"}""", "call_-8374378427976446351"));
        await using var bench = await FaultBench.StartAsync(FaultBench.ByTurn(calls with { Text = "\n", Reasoning = "\nTwo calls, 两次 " }, EmulatedReply.Say("\ndone")));

        var run = await bench.RunAsync(streaming);

        Assert.Equal("done", run.Text);
        Assert.Equal(["call_-8374378427976446352", "call_-8374378427976446351"], bench.Conversation.Messages.Select(static message => message.ToolCallId).OfType<string>());
        Assert.Equal(["now", "Bern|Basel|1|False|"], bench.Told);
        var replayed = bench.Requests[1].GetProperty("messages")[1];
        Assert.Equal(("\n", "\nTwo calls, 两次 "), (replayed.GetProperty("content").GetString(), replayed.GetProperty("reasoning_content").GetString()));
        Assert.Equal("""{"from": "Bern", "to": "Basel"}""", replayed.GetProperty("tool_calls")[1].GetProperty("function").GetProperty("arguments").GetString());
    }

    [Fact]
    public Task Line_03_call_finish_reason_usage_and_end_marker_may_come_at_once() => IsExecutedAsync(FaultProfile.SingleChunk, streaming: true, Book(), TripLog);

    [Fact]
    public async Task Line_04_interleaved_fragments_that_cut_escapes_are_put_together()
    {
        var reply = EmulatedReply.Calls(new("book", Trip, "call_1"), new("book", """{"from":"上海","to":"巴塞尔"}""", "call_2"));
        await using var bench = await FaultBench.StartAsync(FaultBench.ByTurn(reply, EmulatedReply.Say("done")).WithFault(FaultProfile.InterleavedFragments), new() { ToolStream = true });

        await bench.RunAsync(streaming: true);

        Assert.True(bench.Requests[0].GetProperty("tool_stream").GetBoolean());
        Assert.Equal([TripLog, "上海|巴塞尔|1|False|"], bench.Told);
        Assert.Equal(2, bench.Tools.Log.Count);
        await bench.AssertAcceptedAsync();
    }

    [Theory]
    [InlineData("empty-arguments")]
    [InlineData("bare-continuations")]
    [InlineData("null-text-arguments")]
    [InlineData("null-arguments")]
    [InlineData("missing-arguments")]
    public async Task Line_05_a_call_without_arguments_binds_to_defaults(string fault)
    {
        await IsExecutedAsync(FaultProfile.Find(fault)!, streaming: false, Now(), "now");
        await IsExecutedAsync(FaultProfile.Find(fault)!, streaming: true, Now(), "now");
    }

    [Theory, BothModes]
    public async Task Line_06_objects_and_texts_of_texts_are_read(bool streaming)
    {
        await IsExecutedAsync(FaultProfile.ArgumentsAsObject, streaming, Book(), TripLog);
        await IsExecutedAsync(FaultProfile.DoublyEncodedArguments, streaming, Book(), TripLog);
        await IsExecutedAsync(FaultProfile.GluedArguments, streaming, EmulatedReply.Calls(new("book", Trip), new("book", Trip)), TripLog);
    }

    [Theory, BothModes]
    public Task Line_06_a_call_that_the_length_cuts_is_not_executed(bool streaming) => IsRefusedAsync(FaultProfile.CutByLength, streaming, Book(), "cut off");

    [Theory, BothModes]
    public async Task Line_06_only_the_last_of_several_calls_is_cut(bool streaming)
    {
        await using var bench = await FaultBench.StartOnceAsync(FaultProfile.CutByLength, EmulatedReply.Calls(new("now", "{}"), new("book", Trip)), EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, "done"), (run.StopReason, run.Text));
        Assert.Equal(["now"], bench.Tools.Log);
        Assert.Equal("now", bench.Told[0]);
        Assert.Contains("cut off", bench.Told[1], StringComparison.Ordinal);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Line_06_the_last_call_is_not_executed_even_if_it_looks_whole(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultBench.ByTurn(EmulatedReply.Calls(new("book", Trip), new("now", "{}")) with { FinishReason = "length" }, EmulatedReply.Say("done")));

        await bench.RunAsync(streaming);

        Assert.Equal([TripLog], bench.Tools.Log);
        Assert.Contains("cut off", bench.Told[1], StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task Line_07_ids_that_are_missing_numeric_or_changing_do_no_harm(bool streaming)
    {
        foreach (var fault in new[] { FaultProfile.MissingId, FaultProfile.NumericId, FaultProfile.ChangingId })
        {
            await IsExecutedAsync(fault, streaming, EmulatedReply.Calls(new("book", Trip), new("now", "{}")), TripLog, "now");
        }
    }

    [Theory, BothModes]
    public async Task Line_08_a_name_that_is_no_tool_is_answered_with_an_error_and_the_loop_goes_on(bool streaming)
    {
        foreach (var fault in new[] { FaultProfile.UndeclaredTool, FaultProfile.TagInName, FaultProfile.NullName })
        {
            await IsRefusedAsync(fault, streaming, Now(), "there is no tool named", "nothing was executed");
        }
    }

    [Theory, BothModes]
    public async Task Line_09_values_of_another_kind_are_read_as_the_schema_wants_them(bool streaming)
    {
        foreach (var fault in new[] { FaultProfile.ScalarsAsStrings, FaultProfile.NestedAsStrings, FaultProfile.UndeclaredParameter })
        {
            await IsExecutedAsync(fault, streaming, Book(), TripLog);
        }

        await IsExecutedAsync(FaultProfile.NullForOptional, streaming, Book("""{"from":"a","to":"b"}"""), "a|b|1|False|");
    }

    [Theory, BothModes]
    public async Task Line_10_calls_decide_whatever_the_finish_reason_says(bool streaming)
    {
        await IsExecutedAsync(FaultProfile.FinishReasonStopWithCalls, streaming, Now(), "now");
        await using var bench = await FaultBench.StartAsync(FaultProfile.UnknownFinishReason, Now(), EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(["now"], bench.Tools.Log);
        Assert.Equal((GlmStopReason.Other, "done", "retired_early"), (run.StopReason, run.Text, run.FinishReason?.Value));
    }

    [Theory, BothModes]
    public async Task Line_10_tool_calls_without_calls_is_an_answer(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.FinishReasonToolCallsWithoutCalls, EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, "done", 1), (run.StopReason, run.Text, bench.Requests.Count));
    }

    [Theory, BothModes]
    public async Task Line_10_what_the_filter_stopped_is_withdrawn(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.Sensitive, Now() with { Text = "something" });

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.ContentFilter, ""), (run.StopReason, run.Text));
        Assert.Empty(bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Line_10_a_failed_inference_is_asked_for_again_and_not_for_ever(bool streaming)
    {
        await using var once = await FaultBench.StartOnceAsync(FaultProfile.NetworkError, Now(), EmulatedReply.Say("done"));
        Assert.Equal("done", (await once.RunAsync(streaming)).Text);
        Assert.Equal(["now"], once.Tools.Log);

        await using var always = await FaultBench.StartAsync(FaultProfile.NetworkError, Now());
        await Assert.ThrowsAsync<GlmStreamException>(() => always.RunAsync(streaming));
        Assert.Equal(3, always.Requests.Count);
        Assert.Empty(always.Tools.Log);
        await always.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Line_10_a_conversation_beyond_the_window_ends_the_run(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.ContextWindowExceeded, Now());

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.ContextWindow, run.StopReason);
        Assert.Empty(bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Line_11_reasoning_with_empty_content_leaves_no_trace(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.ReasoningOnly, Now());

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.EmptyAnswer, run.StopReason);
        Assert.Equal("go", Assert.Single(bench.Conversation.Messages).Content);
    }
}
