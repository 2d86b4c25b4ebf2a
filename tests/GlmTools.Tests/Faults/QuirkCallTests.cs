using GlmTools.Emulator;
using GlmTools.Tests.Agent;
using static GlmTools.Tests.Faults.FaultCase;

namespace GlmTools.Tests.Faults;

/// <summary>The quirks of protocol sheet 4.5 that garble names, ids and places of calls, over real HTTP and in both ways to run.</summary>
public sealed class QuirkCallTests
{
    [Theory, BothModes]
    public async Task Quirk_03_a_tag_in_the_name_is_no_tool(bool streaming)
    {
        var call = await IsRefusedAsync(FaultProfile.TagInName, streaming, Now(), "there is no tool named \"now</arg_value>\"", "The tools are: book, cancel, fail, now.");

        Assert.Equal("now__arg_value_", call.Name);
    }

    [Theory, BothModes]
    public async Task Quirk_04_a_server_that_crashes_is_asked_again(bool streaming)
    {
        await using var bench = await FaultBench.StartOnceAsync(FaultProfile.InternalError, Now(), EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(("done", 3), (run.Text, bench.Requests.Count));
        Assert.Equal(["now"], bench.Tools.Log);
    }

    [Theory, BothModes]
    public async Task Quirk_04_a_dropped_call_is_asked_for_once_more(bool streaming)
    {
        await using var bench = await FaultBench.StartOnceAsync(FaultProfile.DroppedCalls, Now(), EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, "done", 3), (run.StopReason, run.Text, bench.Requests.Count));
        Assert.Equal(["now"], bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public Task Quirk_13_a_key_glued_to_the_name_is_no_tool(bool streaming)
        => IsRefusedAsync(FaultProfile.KeyInName, streaming, Book(), "there is no tool named \"bookfrom</arg_key>\"");

    [Theory, BothModes]
    public async Task Quirk_14_a_null_name_is_no_tool(bool streaming)
    {
        Assert.NotEmpty((await IsRefusedAsync(FaultProfile.NullName, streaming, Book(), "there is no tool named \"\"", "The tools are: ")).Name);
        Assert.Equal("_tool_call_book", (await IsRefusedAsync(FaultProfile.StrayTagInName, streaming, Book(), "there is no tool named \"<tool_call>book\"")).Name);
    }

    [Theory, BothModes]
    public async Task Quirk_15_an_undeclared_tool_is_answered_with_the_declared_ones(bool streaming)
    {
        var call = await IsRefusedAsync(FaultProfile.UndeclaredTool, streaming, Book(), "there is no tool named \"browse_internet\"", "The tools are: book, cancel, fail, now.");

        Assert.Equal("browse_internet", call.Name);
    }

    [Theory, BothModes]
    public async Task Quirk_15_answers_whose_calls_are_always_dropped_end_the_run(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.DroppedCalls, Now());

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.EmptyAnswer, run.StopReason);
        Assert.Empty(bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Quirk_19_a_call_without_an_id_gets_one(bool streaming)
        => Assert.StartsWith("call_", Assert.Single(await IsExecutedAsync(FaultProfile.MissingId, streaming, Now(), "now")).Call.Id, StringComparison.Ordinal);

    [Theory, BothModes]
    public async Task Quirk_19_an_id_may_come_late(bool streaming)
        => Assert.Equal("call_7", Assert.Single(await IsExecutedAsync(FaultProfile.LateId, streaming, Book(), "北京|Bern|2|True|Ulm")).Call.Id);

    [Theory, BothModes]
    public async Task Quirk_20_a_number_is_an_id(bool streaming)
        => Assert.Equal("10001", Assert.Single(await IsExecutedAsync(FaultProfile.NumericId, streaming, Now(), "now")).Call.Id);

    [Theory, BothModes]
    public async Task Quirk_21_an_id_that_changes_starts_no_other_call(bool streaming)
        => Assert.Equal("call_7", Assert.Single(await IsExecutedAsync(FaultProfile.ChangingId, streaming, Book(), "北京|Bern|2|True|Ulm")).Call.Id);

    [Theory, BothModes]
    public Task Quirk_22_continuations_have_only_an_index(bool streaming)
        => IsExecutedAsync(FaultProfile.BareContinuations, streaming, EmulatedReply.Calls(new("book", Trip), new("now", "{}")), "北京|Bern|2|True|Ulm", "now");

    [Theory, BothModes]
    public async Task Quirk_23_a_whole_answer_may_be_one_chunk(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.SingleChunk, Book() with { Text = "\n", Reasoning = "hm" }, EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(("done", GlmFinishReason.Stop), (run.Text, run.FinishReason));
        Assert.True(run.Usage.TotalTokens > 0);
        Assert.Equal(["北京|Bern|2|True|Ulm"], bench.Tools.Log);
        Assert.Equal(("\n", "hm"), (bench.Callers.Single().Content, bench.Callers.Single().ReasoningContent));
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Quirk_24_the_finish_reason_may_come_in_a_chunk_of_its_own(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.FinishReasonInExtraChunk, Now(), EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(("done", GlmFinishReason.Stop), (run.Text, run.FinishReason));
        Assert.Equal(["now"], bench.Tools.Log);
    }

    [Theory, BothModes]
    public Task Quirk_25_null_content_hides_no_call(bool streaming) => IsExecutedAsync(FaultProfile.NullContent, streaming, Now(), "now");

    [Theory, BothModes]
    public Task Quirk_26_calls_count_also_when_the_finish_reason_is_stop(bool streaming) => IsExecutedAsync(FaultProfile.FinishReasonStopWithCalls, streaming, Now(), "now");

    [Theory, BothModes]
    public async Task A_name_or_text_that_is_repeated_counts_once(bool streaming)
    {
        await IsExecutedAsync(FaultProfile.RepeatedName, streaming, Book(), "北京|Bern|2|True|Ulm");
        await IsExecutedAsync(FaultProfile.RepeatedArguments, streaming, Book(), "北京|Bern|2|True|Ulm");
    }
}
