using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>A decision counts for the call it was made about, exactly as it was then, and for nothing else.</summary>
public sealed class WrongDecisionTests
{
    private static readonly EmulatedToolCall SignA = new("sign", "{\"paper\":\"a\"}", "call_1");
    private static readonly EmulatedToolCall SignB = new("sign", "{\"paper\":\"b\"}", "call_2");

    public static TheoryData<string> Wrongs => ["forged", "empty", "of another call", "of another run", "twice", "unknown call", "edited badly", "no object", "of a call that was answered"];

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_wrong_decision_is_refused_and_the_right_one_still_counts(string wrong)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA, SignB, new("fax", "{\"paper\":\"c\"}", "call_3")), EmulatedReply.Say("ok"));
        await using var other = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA));
        var suspended = await bench.RunAsync(streaming: false);
        var elsewhere = await other.RunAsync(streaming: false);
        var (a, b) = (suspended.PendingApprovals[0], suspended.PendingApprovals[1]);
        GlmApprovalDecision[] decisions = wrong switch
        {
            "forged" => [a.Approve() with { Token = new string('0', 64) }],
            "empty" => [a.Approve() with { Token = "" }],
            "of another call" => [a.Approve() with { Token = b.Token }],
            "of another run" => [elsewhere.PendingApprovals[0].Approve()],
            "twice" => [a.Approve(), a.Refuse()],
            "unknown call" => [a.Approve() with { CallId = "call_9" }],
            "edited badly" => [a.ApproveWith("{\"paper\":7.5,\"copies\":\"x\"}")],
            "no object" => [a.ApproveWith("a")],
            _ => [a.Approve() with { CallId = "call_3" }],
        };

        // The right ones beside it do not count either: nothing happens by halves.
        await Assert.ThrowsAsync<GlmApprovalException>(() => bench.ResumeAsync(streaming: false, [b.Approve(), .. decisions]));
        Assert.Equal(["fax c"], bench.Desk.Log);
        Assert.Single(bench.Requests);

        var run = await bench.ResumeAsync(streaming: false, a.Approve(), b.Approve());
        Assert.Equal("ok", run.Text);
        Assert.Equal(["fax c", "sign a", "sign b"], bench.Desk.Log.Order());
    }

    [Fact]
    public async Task A_decision_is_worth_nothing_once_it_has_been_used()
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA), EmulatedReply.Calls(SignB), EmulatedReply.Say("ok"));
        var decision = (await bench.RunAsync(streaming: false)).PendingApprovals[0].Approve();
        await bench.ResumeAsync(streaming: false, decision);

        await Assert.ThrowsAsync<GlmApprovalException>(() => bench.ResumeAsync(streaming: false, decision));
        Assert.Equal(["sign a"], bench.Desk.Log);
    }

    [Theory]
    [InlineData("{\"paper\":\"a\",\"copies\":1}")]
    [InlineData("{\"paper\":\"z\"}")]
    public async Task Arguments_that_were_swapped_in_what_was_stored_are_noticed(string swapped)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA));
        var suspended = await bench.RunAsync(streaming: false);
        var inner = System.Text.Json.JsonSerializer.Serialize(SignA.Arguments);
        bench.Conversation = GlmRun.Parse(suspended.ToJson().Replace(inner[1..^1].Replace("\\u0022", "\\\"", StringComparison.Ordinal), swapped.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal)).Conversation;
        Assert.Equal(swapped, bench.Conversation.Messages[1].ToolCalls[0].Arguments);

        await Assert.ThrowsAsync<GlmApprovalException>(() => bench.ResumeAsync(streaming: false, suspended.PendingApprovals[0].Approve()));
        Assert.Empty(bench.Desk.Log);
    }

    [Theory]
    [InlineData("a secret of the house", "a secret of the house", true)]
    [InlineData("a secret of the house", "another secret of it", false)]
    [InlineData("a secret of the house", "", false)]
    public async Task With_a_key_only_who_has_it_can_make_requests_up(string asked, string resumed, bool isTaken)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { ApprovalKey = System.Text.Encoding.UTF8.GetBytes(asked) };
        var decision = (await bench.RunAsync(streaming: false)).PendingApprovals[0].Approve();
        bench.Options = bench.Options with { ApprovalKey = System.Text.Encoding.UTF8.GetBytes(resumed) };

        var failure = await Record.ExceptionAsync(() => bench.ResumeAsync(streaming: false, decision));

        Assert.Equal(isTaken ? null : typeof(GlmApprovalException), failure?.GetType());
        Assert.Equal(isTaken ? ["sign a"] : [], bench.Desk.Log);
    }

    [Fact]
    public async Task A_key_that_is_too_short_is_refused()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Options = bench.Options with { ApprovalKey = new byte[15] };

        Assert.Throws<ArgumentException>(bench.Agent);
    }

    [Theory, BothModes]
    public async Task A_tool_that_was_changed_meanwhile_cannot_be_approved_and_the_model_is_told(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA, new("shred", "{\"paper\":\"d\"}")), EmulatedReply.Say("ok"));
        var suspended = await bench.RunAsync(streaming);
        var changed = new ChangedDesk();
        bench.Set = changed.Tools;

        await Assert.ThrowsAsync<GlmApprovalException>(() => bench.ResumeAsync(streaming, suspended.PendingApprovals[0].Approve()));
        var run = await bench.ResumeAsync(streaming);

        Assert.Equal("ok", run.Text);
        Assert.Equal(0, changed.Calls);
        Assert.Equal(["sign", "shred"], bench.Answers.Select(static answer => answer.Split("the tool ")[1].Split(' ')[0]));
        Assert.All(bench.Answers, static answer => Assert.Contains("was changed after this call was made; nothing was executed", answer, StringComparison.Ordinal));
    }

    [Theory, BothModes]
    public async Task Arguments_a_person_changed_are_the_ones_that_count_and_the_model_is_told(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA, SignB), EmulatedReply.Say("ok"));
        var suspended = await bench.RunAsync(streaming);

        await bench.ResumeAsync(
            streaming, suspended.PendingApprovals[0].ApproveWith("{\"paper\":\"a\",\"copies\":3}"), suspended.PendingApprovals[1].ApproveWith(" { \"paper\" : \"\\u0062\" } "));

        Assert.Equal(["sign a 3", "sign b"], bench.Desk.Log.Order());
        Assert.Equal(["sign a 3 done\nNote: the arguments were changed before the call was approved, to {\"paper\":\"a\",\"copies\":3}.", "sign b done"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task Nobody_is_asked_about_arguments_that_do_not_fit(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Call("sign", "{\"paper\":7.5,\"copies\":\"x\"}"), EmulatedReply.Say("ok"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.Answered, run.StopReason);
        Assert.Contains("/copies", Assert.Single(bench.Answers), StringComparison.Ordinal);
    }
}
