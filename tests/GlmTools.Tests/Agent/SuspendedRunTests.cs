using GlmTools.Emulator;
using Microsoft.Extensions.AI;

namespace GlmTools.Tests.Agent;

/// <summary>Runs that wait for a person, and go on later or elsewhere.</summary>
public sealed class SuspendedRunTests
{
    private static readonly EmulatedToolCall SignA = new("sign", "{\"paper\":\"a\"}", "call_1");
    private static readonly EmulatedToolCall SignB = new("sign", "{\"copies\":2,\"paper\":\"b\"}", "call_2");
    private static readonly EmulatedToolCall FaxC = new("fax", "{\"paper\":\"c\"}", "call_3");
    private static readonly EmulatedToolCall ShredD = new("shred", "{\"paper\":\"d\"}", "call_4");
    private static readonly EmulatedToolCall FaxE = new("fax", "{\"paper\":\"e\"}", "call_5");

    [Theory, BothModes]
    public async Task A_run_waits_with_what_needs_a_person_and_does_the_rest(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA, SignB, FaxC));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.ApprovalNeeded, run.StopReason);
        Assert.Equal(["fax c"], bench.Desk.Log);
        Assert.Equal([("call_1", "sign", "{\"paper\":\"a\"}"), ("call_2", "sign", "{\"copies\":2,\"paper\":\"b\"}")], run.PendingApprovals.Select(static request => (request.CallId, request.ToolName, request.Arguments)));
        Assert.All(run.PendingApprovals, request => Assert.Equal(run.Id, request.RunId));
        Assert.Equal("call_3", Assert.Single(run.ToolCalls).Call.Id);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task Another_process_goes_on_with_what_was_decided(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA, SignB, FaxC), EmulatedReply.Say("ok"));
        var suspended = GlmRun.Parse((await bench.RunAsync(streaming)).ToJson());
        bench.Conversation = suspended.Conversation;

        var run = await bench.ResumeAsync(streaming, suspended.PendingApprovals[1].Approve(), suspended.PendingApprovals[0].Refuse("too early"));

        Assert.Equal((GlmStopReason.Answered, "ok", suspended.Id, 2), (run.StopReason, run.Text, run.Id, run.Turns.Count));
        Assert.Equal(["fax c", "sign b 2"], bench.Desk.Log);
        Assert.Equal(["Error: this call of sign was not approved; nothing was executed. Do not make the same call again. Reason: too early", "sign b 2 done", "fax c done"], bench.Answers);
        Assert.Equal(2, bench.Requests.Count);
    }

    [Fact]
    public async Task With_a_store_no_decision_takes_effect_twice_however_often_the_run_is_read()
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA), EmulatedReply.Say("ok"), EmulatedReply.Say("never asked"));
        bench.Options = bench.Options with { Store = new GlmMemoryStore() };
        bench.Conversation = await bench.Agent().OpenAsync("desk");
        var json = (await bench.RunAsync(streaming: false)).ToJson();

        var run = await bench.Agent().ResumeAsync(GlmRun.Parse(json), [GlmRun.Parse(json).PendingApprovals[0].Approve()]);
        await Assert.ThrowsAsync<GlmApprovalException>(() => bench.Agent().ResumeAsync(GlmRun.Parse(json), [GlmRun.Parse(json).PendingApprovals[0].Approve()]));

        Assert.Equal("ok", run.Text);
        Assert.Equal(["sign a"], bench.Desk.Log);
        Assert.Equal("ok", (await bench.Agent().OpenAsync("desk")).Messages[^1].Content);
    }

    [Fact]
    public async Task A_suspended_run_reads_as_it_was_written()
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA, FaxC) with { Text = "\"签\"", Reasoning = "想" });
        bench.Options = bench.Options with { Prices = new GlmPriceTable("EUR").With("glm-4-flash", new(1m, 2m)) };
        var run = await bench.RunAsync(streaming: false);

        var again = GlmRun.Parse(run.ToJson());

        Assert.Equal(run.ToJson(), again.ToJson());
        Assert.Equal((run.Id, run.Text, run.StopReason, run.Usage, run.Cost, run.FinishReason), (again.Id, again.Text, again.StopReason, again.Usage, again.Cost, again.FinishReason));
        Assert.Equal(run.PendingApprovals, again.PendingApprovals);
        Assert.Equal(run.Conversation.ToJson(), again.Conversation.ToJson());
        Assert.Equal("fax c done", Assert.Single(again.ToolCalls).Result.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"1\"}")]
    [InlineData("{\"id\":\"1\",\"stop\":\"Tired\",\"text\":\"\",\"turns\":[],\"calls\":[],\"approvals\":[],\"conversation\":\"1\",\"entries\":[]}")]
    [InlineData("{\"id\":\"1\",\"stop\":\"Answered\",\"text\":\"\",\"turns\":[],\"calls\":[],\"approvals\":[],\"conversation\":\"1\",\"entries\":[{}]}")]
    public void What_is_no_run_is_refused(string json) => Assert.Throws<GlmException>(() => GlmRun.Parse(json));

    [Theory, BothModes]
    public async Task Without_a_decision_a_run_waits_on(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA, SignB), EmulatedReply.Say("ok"));
        var first = await bench.RunAsync(streaming);

        var second = await bench.ResumeAsync(streaming);
        Assert.Equal(GlmStopReason.ApprovalNeeded, second.StopReason);
        Assert.Equal(first.PendingApprovals, second.PendingApprovals);

        var third = await bench.ResumeAsync(streaming, first.PendingApprovals[0].Approve());
        Assert.Equal("call_2", Assert.Single(third.PendingApprovals).CallId);
        Assert.Single(bench.Requests);

        Assert.Equal("ok", (await bench.ResumeAsync(streaming, first.PendingApprovals[1].Approve())).Text);
        Assert.Equal(["sign a", "sign b 2"], bench.Desk.Log);
    }

    [Theory, BothModes]
    public async Task What_cannot_be_undone_waits_for_the_approval_before_it_and_holds_up_the_rest(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA, FaxC, ShredD, FaxE), EmulatedReply.Say("ok"));

        var suspended = await bench.RunAsync(streaming);
        Assert.Equal(["fax c"], bench.Desk.Log);
        await bench.ResumeAsync(streaming, suspended.PendingApprovals[0].Approve());

        Assert.Equal(["fax c", "sign a", "shred d", "fax e"], bench.Desk.Log);
        Assert.Equal(["sign a done", "fax c done", "shred d done", "fax e done"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task A_new_prompt_gives_up_what_waits(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA, ShredD), EmulatedReply.Say("ok"));
        var suspended = await bench.RunAsync(streaming);

        await bench.RunAsync(streaming, "never mind");

        Assert.Empty(bench.Desk.Log);
        Assert.All(bench.Answers, static answer => Assert.Equal("Error: nobody approved this call before the conversation went on; nothing was executed.", answer));
        await Assert.ThrowsAsync<GlmApprovalException>(() => bench.ResumeAsync(streaming, suspended.PendingApprovals[0].Approve()));
    }

    [Theory]
    [InlineData(true, "sign a")]
    [InlineData(false, null)]
    public async Task Approvals_travel_through_Microsoft_Extensions_AI(bool approved, string? executed)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA), EmulatedReply.Say("ok"));
        var suspended = await bench.RunAsync(streaming: false);

        var content = Assert.Single(suspended.PendingApprovals).ToContent();
        var json = System.Text.Json.JsonSerializer.Serialize<AIContent>(content.CreateResponse(approved, "as I see it"), AIJsonUtilities.DefaultOptions);
        var response = Assert.IsType<ToolApprovalResponseContent>(System.Text.Json.JsonSerializer.Deserialize<AIContent>(json, AIJsonUtilities.DefaultOptions));
        await bench.ResumeAsync(streaming: false, GlmApprovalDecision.From(response));

        Assert.Equal(executed is null ? [] : [executed], bench.Desk.Log);
        Assert.Contains(approved ? "sign a done" : "as I see it", Assert.Single(bench.Answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_that_were_changed_on_that_way_count_as_edited()
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA), EmulatedReply.Say("ok"));
        var content = Assert.Single((await bench.RunAsync(streaming: false)).PendingApprovals).ToContent();
        Assert.IsType<FunctionCallContent>(content.ToolCall).Arguments!["copies"] = 3;

        await bench.ResumeAsync(streaming: false, GlmApprovalDecision.From(content.CreateResponse(approved: true)));

        Assert.Equal(["sign a 3"], bench.Desk.Log);
        Assert.Contains("were changed before the call was approved", Assert.Single(bench.Answers), StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task The_turn_limit_does_not_take_the_tool_of_an_approved_call_away(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { MaxTurns = 2 };
        var suspended = await bench.RunAsync(streaming);

        var run = await bench.ResumeAsync(streaming, suspended.PendingApprovals[0].Approve());

        Assert.Equal(["sign a"], bench.Desk.Log);
        Assert.Equal((GlmStopReason.MaxTurns, "ok"), (run.StopReason, run.Text));
    }

    [Theory, BothModes]
    public async Task A_tool_that_was_chosen_for_the_turn_can_be_approved_later(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Calls(SignA), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { SelectTools = (progress, _) => new(progress.Turn == 1 ? bench.Desk.Tools : GlmToolSet.Empty) };
        var suspended = await bench.RunAsync(streaming);

        await bench.ResumeAsync(streaming, suspended.PendingApprovals[0].Approve());

        Assert.Equal(["sign a done"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task A_run_that_began_without_a_prompt_keeps_its_name_while_it_waits(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(SignA), EmulatedReply.Say("ok"));
        bench.Conversation.Add(GlmChatMessage.User("sign it"));
        var suspended = await bench.ResumeAsync(streaming);

        var run = await bench.ResumeAsync(streaming, suspended.PendingApprovals[0].Approve());

        Assert.Equal(["sign a"], bench.Desk.Log);
        Assert.Equal((suspended.Id, 2), (run.Id, run.Turns.Count));
    }
}
