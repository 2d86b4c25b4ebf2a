using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Stored conversations: what is written when, and what comes of it when somebody opens it again.</summary>
public sealed class JournalTests
{
    private static readonly EmulatedReply FaxA = EmulatedReply.Call("fax", "{\"paper\":\"a\"}", "call_1");

    [Theory, BothModes]
    public async Task Each_step_is_stored_before_the_next_one_is_taken(bool streaming)
    {
        var steps = new List<string>();
        void Note(string step)
        {
            lock (steps)
            {
                steps.Add(step);
            }
        }

        await using var bench = await Bench.StartAsync(request =>
        {
            Note("request");
            return request.Messages.Count == 1 ? FaxA : EmulatedReply.Say("ok");
        });
        bench.Set = bench.Desk.Tools;
        bench.Desk.Do = (what, _) =>
        {
            Note(what);
            return Task.FromResult(what);
        };
        bench.Options = bench.Options with { Store = new JournalStore { After = entry => Note(entry[2..entry.IndexOf('"', 2)]) } };
        bench.Conversation = await bench.Agent().OpenAsync("c");

        await bench.RunAsync(streaming);

        Assert.Equal(["message", "request", "message", "started", "fax a", "finished", "request", "message"], steps);
    }

    [Theory, BothModes]
    public async Task A_run_that_had_ended_gives_its_answer_again_without_a_request(bool streaming)
    {
        await using var bench = await StoredAsync(FaxA, EmulatedReply.Say("half") with { FinishReason = "length" });
        var first = await bench.RunAsync(streaming);

        var again = await bench.Agent().ResumeAsync("c");

        Assert.Equal((first.Id, first.Text, first.StopReason, first.FinishReason, first.Usage), (again.Id, again.Text, again.StopReason, again.FinishReason, again.Usage));
        Assert.Equal(2, bench.Requests.Count);
    }

    [Fact]
    public async Task Nothing_can_be_resumed_where_nothing_was_asked()
    {
        await using var bench = await StoredAsync();

        await Assert.ThrowsAsync<GlmException>(() => bench.Agent().ResumeAsync("c"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => (bench.Agent() is var agent ? new GlmAgent(bench.Client, agent.Model) : agent).ResumeAsync("c"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"message\":7}")]
    [InlineData("{\"finished\":{\"id\":\"1\"}}")]
    public async Task What_a_store_garbled_is_refused_with_its_place(string garbled)
    {
        var failure = await Assert.ThrowsAsync<GlmException>(() => GlmConversation.OpenAsync(new JournalStore(["{\"message\":{\"role\":\"user\",\"content\":\"go\"}}", garbled]), "c"));

        Assert.StartsWith("The conversation 'c' cannot be read: entry 1:", failure.Message, StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task Of_two_who_write_a_conversation_one_is_told(bool streaming)
    {
        await using var bench = await StoredAsync(EmulatedReply.Say("one"), FaxA, EmulatedReply.Say("two"));
        var stale = await bench.Agent().OpenAsync("c");
        await bench.RunAsync(streaming, "1?");

        var conflict = await Assert.ThrowsAsync<GlmConversationConflictException>(() => bench.Agent().RunAsync("2?", stale));
        Assert.Equal("c", conflict.ConversationId);
        Assert.Single(bench.Requests);

        bench.Conversation = await bench.Agent().OpenAsync("c");
        Assert.Equal("two", (await bench.RunAsync(streaming, "2?")).Text);
    }

    [Theory, BothModes]
    public async Task Who_loses_a_conversation_in_mid_run_executes_nothing_more(bool streaming)
    {
        await using var bench = await StoredAsync(EmulatedReply.Calls(new("fax", "{\"paper\":\"a\"}"), new("shred", "{\"paper\":\"b\"}")));
        var store = (JournalStore)bench.Options.Store!;
        bench.Desk.Do = async (what, _) =>
        {
            await store.AppendAsync("c", store.Entries.Count, ["{\"message\":{\"role\":\"user\",\"content\":\"mine now\"}}"]);
            return what;
        };

        await Assert.ThrowsAsync<GlmConversationConflictException>(() => bench.RunAsync(streaming));

        Assert.Equal(["fax a"], bench.Desk.Log);
    }

    [Theory, BothModes]
    public async Task Why_a_run_ended_is_told_also_where_its_store_fails_at_the_same_time(bool streaming)
    {
        await using var bench = await StoredAsync(FaxA);
        using var cancellation = new CancellationTokenSource();
        ((JournalStore)bench.Options.Store!).Before = (_, entry) => _ = entry.Contains("\"finished\"", StringComparison.Ordinal) ? throw new IOException() : 0;
        bench.Desk.Do = async (what, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return what;
        };

        var running = bench.RunAsync(streaming, cancellationToken: cancellation.Token);
        await bench.Desk.ReachedAsync("fax a");
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Limits_count_what_a_run_did_before_it_was_resumed(bool streaming)
    {
        await using var bench = await StoredAsync(FaxA, EmulatedReply.Fail(429, "1113", "欠费"), EmulatedReply.Call("fax", "{\"paper\":\"b\"}"), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { MaxToolCalls = 1 };
        await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming));

        bench.Conversation = await bench.Agent().OpenAsync("c");
        var run = await bench.ResumeAsync(streaming);

        Assert.Equal((GlmStopReason.MaxToolCalls, 3), (run.StopReason, run.Turns.Count));
        Assert.Equal(["fax a"], bench.Desk.Log);
        Assert.Equal(run.Turns.Sum(static turn => turn.Usage.TotalTokens), run.Usage.TotalTokens);
    }

    [Theory, BothModes]
    public async Task What_is_undone_is_gone_also_from_the_store(bool streaming)
    {
        await using var bench = await StoredAsync(EmulatedReply.Say("one"), EmulatedReply.Calls(new("fax", "{\"paper\":\"a\"}", "call_1"), new("sign", "{\"paper\":\"b\"}", "call_2")), FaxA, EmulatedReply.Say("two"));
        var first = await bench.RunAsync(streaming, "1?");
        var undone = await bench.RunAsync(streaming, "2?");
        Assert.Equal(GlmStopReason.ApprovalNeeded, undone.StopReason);

        Assert.True(await bench.Conversation.UndoAsync());
        bench.Conversation = await bench.Agent().OpenAsync("c");

        Assert.Equal(["1?", "one"], bench.Conversation.Messages.Select(static message => message.Content));
        var ended = await bench.ResumeAsync(streaming);
        Assert.Equal(("one", 0), (ended.Text, ended.Turns.Count));
        Assert.NotEqual(undone.Id, ended.Id);
        await Assert.ThrowsAsync<GlmApprovalException>(() => bench.ResumeAsync(streaming, undone.PendingApprovals[0].Approve()));
        Assert.Equal("two", (await bench.RunAsync(streaming, "2!")).Text);
        Assert.NotEqual(first.Id, undone.Id);
    }

    [Fact]
    public async Task There_is_an_end_to_what_can_be_undone()
    {
        await using var bench = await StoredAsync(EmulatedReply.Say("one"));
        await bench.RunAsync(streaming: false);

        Assert.True(await bench.Conversation.UndoAsync());
        Assert.False(await bench.Conversation.UndoAsync());
        Assert.Empty(bench.Conversation.Messages);
    }

    [Fact]
    public async Task A_suspended_run_is_decided_from_the_store()
    {
        await using var bench = await StoredAsync(EmulatedReply.Calls(new("sign", "{\"paper\":\"a\"}"), new("fax", "{\"paper\":\"b\"}")), EmulatedReply.Say("ok"));
        var suspended = await bench.RunAsync(streaming: true);

        bench.Conversation = await bench.Agent().OpenAsync("c");
        var run = await bench.ResumeAsync(streaming: false, suspended.PendingApprovals[0].Approve());

        Assert.Equal(("ok", suspended.Id), (run.Text, run.Id));
        Assert.Equal(["fax b", "sign a"], bench.Desk.Log);
    }

    private static async Task<Bench> StoredAsync(params EmulatedReply[] replies)
    {
        var bench = await Bench.AtDeskAsync(replies);
        bench.Options = bench.Options with { Store = new JournalStore() };
        bench.Conversation = await bench.Agent().OpenAsync("c");
        return bench;
    }
}
