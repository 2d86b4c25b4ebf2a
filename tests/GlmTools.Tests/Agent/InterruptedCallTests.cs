using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Calls a program left behind when it ended.</summary>
public sealed class InterruptedCallTests
{
    private const string MayHaveHappened = "Error: the program ended while this call was running; it may or may not have had an effect. Find out before you make it again.";

    private static readonly EmulatedToolCall FaxA = new("fax", "{\"paper\":\"a\"}", "call_1");
    private static readonly EmulatedToolCall FaxB = new("fax", "{\"paper\":\"b\"}", "call_2");
    private static readonly EmulatedToolCall ShredB = new("shred", "{\"paper\":\"b\"}", "call_2");

    [Theory]
    [InlineData("read", true)]
    [InlineData("put", true)]
    [InlineData("fax", false)]
    [InlineData("shred", false)]
    public async Task Only_what_does_no_harm_is_executed_again(string tool, bool again)
    {
        await using var bench = await CrashedAsync("\"started\"", EmulatedReply.Call(tool, "{\"paper\":\"a\"}"));

        await bench.ResumeAsync(streaming: false);

        Assert.Equal(again ? [$"{tool} a"] : [], bench.Desk.Log);
        Assert.Equal(again ? $"{tool} a done" : MayHaveHappened, Assert.Single(bench.Answers));
    }

    [Theory]
    [InlineData("tell", MayHaveHappened)]
    [InlineData("execute", "fax a done")]
    [InlineData("answer", "It went out at noon.")]
    public async Task The_application_may_know_better(string course, string expected)
    {
        await using var bench = await CrashedAsync("\"started\"", EmulatedReply.Calls(FaxA, ShredB));
        var asked = new List<string>();
        bench.Options = bench.Options with
        {
            Interrupted = (call, _) =>
            {
                asked.Add($"{call.Call.Id} {call.Tool.Name}");
                return new(course switch
                {
                    "tell" => GlmInterruptedCallCourse.Tell,
                    "execute" => GlmInterruptedCallCourse.Execute,
                    _ => GlmInterruptedCallCourse.AnswerWith("It went out at noon."),
                });
            },
        };

        await bench.ResumeAsync(streaming: false);

        Assert.Equal(["call_1 fax"], asked);
        Assert.Equal([expected, "shred b done"], bench.Answers);
    }

    [Fact]
    public async Task A_call_that_is_executed_again_does_not_wait_for_what_is_decided_about_another()
    {
        await using var bench = await CrashedAsync("\"started\"", EmulatedReply.Calls(FaxA, FaxB));
        var store = new GlmMemoryStore();
        await store.AppendAsync("c", 0, [.. ((JournalStore)bench.Options.Store!).Entries, "{\"started\":{\"id\":\"call_2\",\"name\":\"fax\",\"arguments\":\"{\\\"paper\\\":\\\"b\\\"}\"}}"]);
        bench.Options = bench.Options with
        {
            Store = store,
            Interrupted = async (call, _) =>
            {
                if (call.Call.Id == "call_2")
                {
                    await bench.Desk.ReachedAsync("fax a");
                }

                return GlmInterruptedCallCourse.Execute;
            },
        };
        bench.Conversation = await bench.Agent().OpenAsync("c");

        await bench.ResumeAsync(streaming: false);

        Assert.Equal(["fax a done", "fax b done"], bench.Answers);
    }

    [Fact]
    public async Task A_call_that_is_to_be_executed_again_is_approved_again()
    {
        await using var bench = await CrashedAsync("\"started\"", EmulatedReply.Call("sign", "{\"paper\":\"a\"}"));
        bench.Options = bench.Options with { Approve = null, Interrupted = static (_, _) => new(GlmInterruptedCallCourse.Execute) };

        var suspended = await bench.ResumeAsync(streaming: false);
        Assert.Equal(GlmStopReason.ApprovalNeeded, suspended.StopReason);
        Assert.Empty(bench.Desk.Log);
        await bench.ResumeAsync(streaming: false, Assert.Single(suspended.PendingApprovals).Approve());

        Assert.Equal(["sign a done"], bench.Answers);
    }

    [Theory]
    [InlineData("put", "\"started\"", MayHaveHappened)]
    [InlineData("shred", "\"started\"", MayHaveHappened)]
    [InlineData("put", "\"calls\"", "Error: the tool put was changed after this call was made; nothing was executed. Look at its definition and call it again if that is still right.")]
    public async Task A_tool_that_was_changed_is_not_called(string tool, string crash, string expected)
    {
        await using var bench = await CrashedAsync(crash, EmulatedReply.Call(tool, "{\"paper\":\"a\"}"));
        var changed = new ChangedDesk();
        bench.Set = changed.Tools;

        await bench.ResumeAsync(streaming: false);

        Assert.Equal(0, changed.Calls);
        Assert.Equal(expected, Assert.Single(bench.Answers));
    }

    [Theory]
    [InlineData("\"started\"", MayHaveHappened)]
    [InlineData("\"calls\"", "Error: there is no tool named \"fax\"; nothing was executed.")]
    public async Task A_tool_that_is_gone_is_told(string crash, string expected)
    {
        await using var bench = await CrashedAsync(crash, EmulatedReply.Calls(FaxA));
        bench.Set = new ChangedDesk().Tools;

        await bench.ResumeAsync(streaming: false);

        Assert.StartsWith(expected, Assert.Single(bench.Answers), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("length", "cut off", GlmStopReason.Answered, 1)]
    [InlineData("model_context_window_exceeded", "cut off", GlmStopReason.ContextWindow, 0)]
    public async Task An_answer_that_was_cut_off_is_cut_off_after_a_crash_as_well(string finishReason, string expected, GlmStopReason stop, int executed)
    {
        await using var bench = await CrashedAsync("\"calls\"", EmulatedReply.Calls(FaxA, ShredB) with { FinishReason = finishReason });

        var run = await bench.ResumeAsync(streaming: false);

        Assert.Equal(stop, run.StopReason);
        Assert.DoesNotContain("shred b", bench.Desk.Log);
        Assert.Equal(executed, bench.Desk.Log.Count);
        Assert.Contains(expected, bench.Answers.Last(), StringComparison.Ordinal);
        await bench.AssertAcceptedAsync();
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(16, 10)]
    public async Task Calls_that_were_to_be_refused_are_refused_after_a_crash_as_well(int maxTurns, int? tokens)
    {
        await using var bench = await CrashedAsync("\"calls\"", EmulatedReply.Calls(FaxA));
        bench.Options = bench.Options with { MaxTurns = maxTurns, TokenBudget = tokens };

        var run = await bench.ResumeAsync(streaming: false);

        Assert.Equal(tokens is null ? GlmStopReason.MaxTurns : GlmStopReason.TokenBudget, run.StopReason);
        Assert.Empty(bench.Desk.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_started_before_its_message_came_is_not_lost(bool resumes)
    {
        // The journal of a program that ended in the middle of a stream.
        await using var bench = await CrashedAsync("\"started\"", EmulatedReply.Calls(FaxA, ShredB));
        var store = (JournalStore)bench.Options.Store!;
        var early = store.Entries.Where(static entry => !entry.Contains("\"calls\"", StringComparison.Ordinal)).ToList();
        bench.Options = bench.Options with { Store = new JournalStore(early) };
        bench.Conversation = await bench.Agent().OpenAsync("c");

        var run = resumes ? await bench.ResumeAsync(streaming: false) : await bench.RunAsync(streaming: false, "still there?");

        Assert.Equal("ok", run.Text);
        Assert.Empty(bench.Desk.Log);
        Assert.Contains("may or may not have had an effect", Assert.Single(bench.Answers), StringComparison.Ordinal);
        Assert.Equal("call_1", bench.Conversation.Messages.Single(static message => message.ToolCallId is not null).ToolCallId);
        Assert.Equal(
            resumes ? "User Assistant Tool Assistant" : "User Assistant Tool User Assistant",
            string.Join(' ', bench.Conversation.Messages.Select(static message => message.Role)));
        await bench.AssertAcceptedAsync();
    }

    [Fact]
    public async Task A_call_that_started_early_finds_the_tools_of_its_own_turn_again()
    {
        await using var bench = await CrashedAsync("\"started\"", EmulatedReply.Calls(FaxA));
        var store = (JournalStore)bench.Options.Store!;
        bench.Options = bench.Options with
        {
            Store = new JournalStore(
            [
                .. store.Entries, "{\"finished\":{\"id\":\"call_1\",\"text\":\"sent\"}}", "{\"started\":{\"id\":\"call_2\",\"name\":\"read\",\"arguments\":\"{\\\"paper\\\":\\\"b\\\"}\"}}",
            ]),
            SelectTools = static (progress, _) => new(progress.Turn == 2 ? progress.Tools : GlmToolSet.Empty),
        };
        bench.Conversation = await bench.Agent().OpenAsync("c");

        await bench.ResumeAsync(streaming: false);

        Assert.Equal(["sent", "read b done"], bench.Answers);
    }

    /// <summary>A program that ended when it had written a certain entry; what was written then is open.</summary>
    private static async Task<Bench> CrashedAsync(string lastEntry, EmulatedReply reply)
    {
        var bench = await Bench.AtDeskAsync(reply, EmulatedReply.Say("ok"), EmulatedReply.Say("ok"));
        var store = new JournalStore();
        bench.Options = bench.Options with { Store = store, Approve = static (request, _) => new(request.Approve()) };
        bench.Conversation = await bench.Agent().OpenAsync("c");
        await bench.RunAsync(streaming: false);

        bench.Desk = new();
        bench.Set = bench.Desk.Tools;
        bench.Options = bench.Options with { Store = store.CutBehind(lastEntry) };
        bench.Conversation = await bench.Agent().OpenAsync("c");
        return bench;
    }
}
