using System.Globalization;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent.Execution;

/// <summary>On which threads methods run, and whom those hold up that block theirs.</summary>
public sealed class BlockingMethodTests
{
    private readonly DeskTools _desk = new();
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Answers_that_are_there_at_once_do_not_use_up_the_stack()
    {
        var agent = Agent(new() { MaxTurns = 5000, LoopGuard = null }, Calls("fax", "a"));

        var run = await agent.RunAsync("go").WaitAsync(Patience.Limit);

        Assert.Equal((GlmStopReason.MaxTurns, 5000), (run.StopReason, run.Turns.Count));
    }

    [Fact]
    public async Task A_user_interface_does_not_stand_still_for_a_method()
    {
        _desk.Do = (what, _) => Task.FromResult(_go.Task.Wait(Patience.Limit) ? what : "stuck");
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        var running = Agent(new(), Calls("fax", "a"), FakeService.Says("ok")).RunAsync("go");
        SynchronizationContext.SetSynchronizationContext(before);
        _go.SetResult();

        Assert.Equal("fax a", (await running.WaitAsync(Patience.Limit)).ToolCalls[0].Result.Text);
    }

    [Fact]
    public void Who_waits_for_a_run_whose_answers_are_there_at_once_calls_its_methods()
    {
        _desk.Do = static (_, _) => Task.FromResult(Environment.CurrentManagedThreadId.ToString(CultureInfo.InvariantCulture));
        GlmRun? run = null;
        var thread = new Thread(() => run = Agent(new(), Calls("fax", "a"), FakeService.Says("ok")).RunAsync("go").GetAwaiter().GetResult());

        thread.Start();
        Assert.True(thread.Join(Patience.Limit));

        Assert.Equal(thread.ManagedThreadId.ToString(CultureInfo.InvariantCulture), run!.ToolCalls[0].Result.Text);
    }

    [Theory, BothModes]
    public async Task A_person_who_is_asked_in_a_way_that_blocks_holds_up_no_other_call(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(new("fax", "{\"paper\":\"a\"}"), new("sign", "{\"paper\":\"b\"}"), new("fax", "{\"paper\":\"c\"}")), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with
        {
            Approve = (request, _) => new(bench.Desk.ReachedAsync("fax a").Wait(Patience.Limit) && bench.Desk.ReachedAsync("fax c").Wait(Patience.Limit) ? request.Approve() : request.Refuse()),
        };

        await bench.RunAsync(streaming);

        Assert.Equal(["fax a done", "sign b done", "fax c done"], bench.Answers);
    }

    private GlmAgent Agent(GlmAgentOptions options, params Func<HttpResponseMessage>[] answers)
        => new(new FakeService(answers).Connect(), "glm-4-flash", _desk.Tools, options);

    private static Func<HttpResponseMessage> Calls(string tool, string paper) => FakeService.Json(
        $$$"""{"id":"1","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"{{{tool}}}","arguments":"{\"paper\":\"{{{paper}}}\"}"}}]}}]}""");
}
