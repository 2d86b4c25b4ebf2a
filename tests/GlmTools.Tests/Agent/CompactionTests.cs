using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Conversations that grow too long are made shorter, and stay ones the service takes.</summary>
public sealed class CompactionTests
{
    private static readonly EmulatedReply TooLong = EmulatedReply.Fail(400, "1261", "Prompt 超长");
    private static readonly EmulatedReply Overflow = new EmulatedCompletion { Text = "", FinishReason = "model_context_window_exceeded" };

    public static TheoryData<bool, bool> Ways => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_conversation_that_no_longer_fits_is_compacted_and_sent_again(bool streaming, bool asError)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Say("long ago"), Fax("a"), Fax("b"), asError ? TooLong : Overflow, EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { Compaction = GlmCompaction.KeepLast(1) };
        bench.Conversation.Add(GlmChatMessage.System("be brief"));
        await bench.RunAsync(streaming, "once");

        var run = await bench.RunAsync(streaming, "now");

        Assert.Equal((GlmStopReason.Answered, "ok"), (run.StopReason, run.Text));
        Assert.Equal(["be brief", "now", null, "fax b done", "ok"], bench.Conversation.Messages.Select(static message => message.Content));
        Assert.Equal(streaming ? [new GlmConversationCompacted(8, 4)] : [], bench.Events.OfType<GlmConversationCompacted>());
        Assert.Equal(["fax a", "fax b"], bench.Desk.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task What_does_not_fit_even_then_fails_with_a_conversation_that_goes_on(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(Fax("a"), TooLong, TooLong, EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { Compaction = GlmCompaction.KeepLast(1) };

        var failure = await Assert.ThrowsAnyAsync<GlmException>(() => bench.RunAsync(streaming));
        var run = await bench.RunAsync(streaming, "and now?");

        Assert.DoesNotContain("compaction", failure.Message, StringComparison.Ordinal);
        Assert.Equal("ok", run.Text);
    }

    [Theory, BothModes]
    public async Task Without_compaction_it_is_told_that_it_does_not_fit(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(Overflow, TooLong);

        Assert.Equal(GlmStopReason.ContextWindow, (await bench.RunAsync(streaming)).StopReason);
        Assert.Equal(GlmErrorCategory.ContextWindow, (await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming))).Category);
    }

    [Theory, BothModes]
    public async Task A_compaction_that_never_gets_there_does_not_go_on_for_ever(bool streaming)
    {
        var rounds = 0;
        await using var bench = await Bench.AtDeskAsync([.. Enumerable.Repeat(Overflow, 20)]);
        bench.Options = bench.Options with { MaxTurns = 4, Compaction = new((groups, _) => new([GlmMessageGroup.Of(GlmChatMessage.User($"summary {++rounds}"))])) };

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.ContextWindow, 4), (run.StopReason, run.Turns.Count));
    }

    [Theory, BothModes]
    public async Task A_conversation_is_compacted_before_it_grows_too_long_also_from_run_to_run(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Say("one"), EmulatedReply.Say("two"), EmulatedReply.Say("three"));
        bench.Options = bench.Options with
        {
            Compaction = new((groups, _) => new([GlmMessageGroup.Of(GlmChatMessage.System("what was said before: a lot")), groups[^1]])) { AboveTokens = 1 },
        };

        await bench.RunAsync(streaming, "1?");
        await bench.RunAsync(streaming, "2?");
        Assert.Equal(["what was said before: a lot", "2?", "two"], bench.Conversation.Messages.Select(static message => message.Content));

        bench.Options = bench.Options with { Compaction = bench.Options.Compaction with { AboveTokens = 1_000_000 } };
        await bench.RunAsync(streaming, "3?");
        Assert.Equal(5, bench.Conversation.Messages.Count);
    }

    [Fact]
    public async Task What_was_compacted_is_so_in_the_store_as_well_and_the_run_is_still_the_same()
    {
        var store = new JournalStore();
        await using var bench = await Bench.AtDeskAsync(Fax("a"), Fax("b"), TooLong, EmulatedReply.Fail(429, "1113", "欠费"), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { Store = store, Compaction = GlmCompaction.KeepLast(1) };
        bench.Conversation = await bench.Agent().OpenAsync("c");
        await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming: false));

        var run = await bench.Agent().ResumeAsync("c");

        Assert.Equal(["go", null, "fax b done", "ok"], run.Conversation.Messages.Select(static message => message.Content));
        Assert.Equal(3, run.Turns.Count);
    }

    public static TheoryData<string> Wrongs => ["nothing", "no user", "twice", "backwards"];

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_compaction_the_service_would_refuse_is_refused_and_changes_nothing(string wrong)
    {
        await using var bench = await Bench.AtDeskAsync(Fax("a"), TooLong, EmulatedReply.Say("ok"));
        bench.Options = bench.Options with
        {
            Compaction = new((groups, _) => new(wrong switch
            {
                "nothing" => [],
                "no user" => [.. groups.Skip(1)],
                "twice" => [.. groups, groups[1]],
                _ => groups.Count == 2 ? [groups[0], groups[1], .. groups] : [],
            })),
        };

        var failure = await Assert.ThrowsAsync<GlmException>(() => bench.RunAsync(streaming: false));

        Assert.StartsWith("The compaction", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, bench.Conversation.Messages.Count);
        bench.Options = bench.Options with { Compaction = null };
        Assert.Equal("ok", (await bench.ResumeAsync(streaming: false)).Text);
    }

    [Fact]
    public void A_new_group_makes_no_calls_and_answers_none()
    {
        Assert.Throws<ArgumentException>(() => GlmMessageGroup.Of(GlmChatMessage.Tool("call_1", "")));
        Assert.Throws<ArgumentException>(() => GlmMessageGroup.Of(GlmChatMessage.Assistant(null, [new("call_1", "a", "{}")])));
        Assert.Throws<ArgumentOutOfRangeException>(() => GlmCompaction.KeepLast(0));
    }

    [Fact]
    public async Task A_call_that_ran_is_not_lost_when_its_stream_says_that_it_is_too_long()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Options = bench.Options with { Compaction = GlmCompaction.KeepLast(1) };
        bench.Serve(
            new SlowStream().Call(0, "{\"paper\":\"a\"}", "fax", "call_1").Call(1, "{\"paper\":\"b\"}", "fax", "call_2").Until(bench.Desk.ReachedAsync("fax a")).Fail("1261"),
            Fax("c"),
            EmulatedReply.Say("ok"));

        await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming: true));

        Assert.Equal("call_1", bench.Conversation.Messages[1].ToolCalls.Single().Id);
        Assert.Single(bench.Answers);
        await bench.AssertAcceptedAsync();
    }

    private static EmulatedCompletion Fax(string paper) => EmulatedReply.Call("fax", $"{{\"paper\":\"{paper}\"}}");
}
