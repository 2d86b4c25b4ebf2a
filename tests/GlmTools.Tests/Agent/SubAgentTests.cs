using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Agents that are tools of other agents, over real HTTP.</summary>
public sealed class SubAgentTests
{
    private const string Task = "{\"task\":\"weather in 北京\"}";

    [Fact]
    public void An_agent_is_described_like_any_tool()
    {
        using var client = new GlmClient("id.secret");
        var tool = new GlmAgent(client, "glm-4-flash").AsTool("weather_agent", "Knows the \"weather\" in 北京");

        Assert.Equal(
            """{"type":"function","function":{"name":"weather_agent","description":"Knows the \"weather\" in 北京","parameters":{"type":"object","properties":{"task":{"type":"string","description":"What it is to do, with all it needs to know: it sees nothing else of this conversation."}},"required":["task"]}}}""",
            System.Text.Encoding.UTF8.GetString(tool.Utf8Definition));
        Assert.Equal("weather_agent", tool.Name);
        Assert.True(tool.EstimatedTokens > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("weather agent")]
    [InlineData("天气")]
    public void A_name_the_service_refuses_is_refused(string name)
    {
        using var client = new GlmClient("id.secret");
        var agent = new GlmAgent(client, "glm-4-flash");

        Assert.Throws<ArgumentException>(() => agent.AsTool(name, "Knows the weather"));
    }

    [Theory, BothModes]
    public async Task What_it_answers_is_the_result_and_what_it_takes_counts_for_the_caller(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Call("ask", Task, "call_1"),
            EmulatedReply.Call("now", "{}"),
            EmulatedReply.Say("sunny"),
            EmulatedReply.Say("It is sunny."));

        var run = await RunAsync(bench, bench.Agent(), new(), streaming);

        Assert.Equal("It is sunny.", run.Text);
        Assert.Equal("sunny", Assert.Single(run.ToolCalls).Result.Text);
        Assert.Equal(2, run.Turns.Count);
        Assert.Equal(4, bench.Requests.Count);
        Assert.Equal("weather in 北京", bench.Requests[1].GetProperty("messages")[0].GetProperty("content").GetString());
        Assert.True(run.Usage.PromptTokens > run.Turns.Sum(static turn => turn.Usage.PromptTokens));
        if (streaming)
        {
            Assert.Contains(bench.Events, static e => e is GlmSubAgentEvent { CallId: "call_1", Event: GlmToolCallFinished { Call.Name: "now" } });
            Assert.Contains(bench.Events, static e => e is GlmSubAgentEvent { Event: GlmTextDelta });
        }
    }

    [Theory, BothModes]
    public async Task A_budget_of_the_caller_counts_what_it_takes(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Call("ask", Task), EmulatedReply.Say(new string('x', 9000)), EmulatedReply.Call("ask", Task), EmulatedReply.Say("never asked"));

        var run = await RunAsync(bench, bench.Agent(), new() { TokenBudget = 1500 }, streaming);

        Assert.Equal(GlmStopReason.TokenBudget, run.StopReason);
        Assert.Equal(3, bench.Requests.Count);
        Assert.True(run.Turns.Sum(static turn => turn.Usage.TotalTokens) < run.Usage.TotalTokens);
    }

    [Fact]
    public async Task Approval_asks_the_caller_where_it_has_nobody_to_ask()
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Call("ask", Task), EmulatedReply.Call("pay", "{\"amount\":7}"), EmulatedReply.Say("paid"), EmulatedReply.Say("done"));

        var run = await RunAsync(bench, bench.Agent(), new() { Approve = static (request, _) => new(request.Approve()) }, streaming: false);

        Assert.Equal(["pay 7"], bench.Tools.Log);
        Assert.Equal("done", run.Text);
    }

    [Fact]
    public async Task Approval_nobody_can_give_is_told()
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Call("ask", Task), EmulatedReply.Call("pay", "{\"amount\":7}"), EmulatedReply.Say("too bad"));

        var run = await RunAsync(bench, bench.Agent(), new(), streaming: false);

        Assert.Empty(bench.Tools.Log);
        Assert.Equal("Error: it needs the approval of a person for pay, and there is nobody to ask", run.ToolCalls[0].Result.Text);
    }

    [Theory]
    [InlineData("{\"task\":\" \"}")]
    [InlineData("{}")]
    public async Task A_task_that_is_none_is_told(string arguments)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("ask", arguments), EmulatedReply.Say("sorry"));

        var run = await RunAsync(bench, bench.Agent(), new(), streaming: false);

        Assert.True(run.ToolCalls[0].Result.IsError);
        Assert.Contains("task", run.ToolCalls[0].Result.Text, StringComparison.Ordinal);
        Assert.Equal(2, bench.Requests.Count);
    }

    private static async Task<GlmRun> RunAsync(Bench bench, GlmAgent expert, GlmAgentOptions options, bool streaming)
    {
        var caller = new GlmAgent(bench.Client, "glm-4-flash", new([expert.AsTool("ask", "Knows the weather")]), options);
        return await bench.RunAsync(caller, streaming).WaitAsync(Patience.Limit);
    }
}
