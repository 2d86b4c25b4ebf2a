using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Calls that wait for a person, over real HTTP and in both ways to run them.</summary>
public sealed class ApprovalTests
{
    [Theory, BothModes]
    public async Task A_refused_call_is_not_executed_and_an_approved_one_is(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Calls(new("pay", "{\"amount\":7}"), new("pay", "{\"amount\":8}")), EmulatedReply.Say("ok"));
        var asked = new List<string>();
        bench.Options = bench.Options with
        {
            Approve = (request, _) =>
            {
                asked.Add(request.Arguments);
                return new(request.Arguments.Contains('8', StringComparison.Ordinal) ? request.Approve() : request.Refuse());
            },
        };

        await bench.RunAsync(streaming);

        Assert.Equal(["{\"amount\":7}", "{\"amount\":8}"], asked);
        Assert.Equal(["pay 8"], bench.Tools.Log);
        Assert.Equal(["Error: this call of pay was not approved; nothing was executed. Do not make the same call again.", "paid"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task Approval_is_asked_for_one_call_at_a_time_and_holds_up_no_other(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Calls(new("pay", "{\"amount\":1}"), new("pay", "{\"amount\":2}"), new("wait", "{\"name\":\"a\"}")), EmulatedReply.Say("ok"));
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        bench.Options = bench.Options with
        {
            Approve = async (request, _) =>
            {
                asked++;
                isAsked.TrySetResult();
                await answer.Task;
                return request.Approve();
            },
        };

        var running = bench.RunAsync(streaming);
        await isAsked.Task.WaitAsync(Patience.Limit);
        await bench.Tools.ReachedAsync();
        Assert.Equal(1, asked);
        answer.SetResult(true);
        bench.Tools.Go.SetResult();
        await running;

        Assert.Equal(["paid", "paid", "a done"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task Who_is_asked_and_does_not_answer_does_not_hold_up_a_cancelled_run(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("pay", "{\"amount\":1}"));
        using var cancellation = new CancellationTokenSource();
        bench.Options = bench.Options with
        {
            Approve = (_, _) =>
            {
                cancellation.Cancel();
                return new(new TaskCompletionSource<GlmApprovalDecision>().Task);
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.RunAsync(streaming, cancellationToken: cancellation.Token));

        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task What_the_approval_throws_ends_the_run_with_a_valid_transcript(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("pay", "{\"amount\":1}"));
        bench.Options = bench.Options with { Approve = static (_, _) => throw new TimeZoneNotFoundException() };

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => bench.RunAsync(streaming));

        await bench.AssertAcceptedAsync();
    }
}
