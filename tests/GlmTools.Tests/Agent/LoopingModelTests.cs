using System.Globalization;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Models that go round in circles are told first, and stopped if they go on.</summary>
public sealed class LoopingModelTests
{
    private static readonly EmulatedReply A = EmulatedReply.Call("fax", "{\"paper\":\"a\"}");
    private static readonly EmulatedReply B = EmulatedReply.Call("fax", "{\"paper\":\"b\"}");

    [Theory, BothModes]
    public async Task The_same_call_again_and_again_is_told_and_then_ends_the_run(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(A, A, A, A, EmulatedReply.Say("too late"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.RepeatedCall, 4), (run.StopReason, run.Turns.Count));
        Assert.Equal(["fax a", "fax a"], bench.Desk.Log);
        Assert.StartsWith("This call of fax was made 2 times already with this very result: fax a done", bench.Answers.ElementAt(2), StringComparison.Ordinal);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task A_model_that_listens_goes_on(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(A, A, A, B, EmulatedReply.Say("ok"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, "ok"), (run.StopReason, run.Text));
        Assert.Equal(["fax a", "fax a", "fax b"], bench.Desk.Log);
    }

    [Theory, BothModes]
    public async Task Two_calls_in_turns_are_a_circle_as_well(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(A, B, A, B, A, B, A, B);

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.RepeatedCall, 7), (run.StopReason, run.Turns.Count));
        Assert.Equal(["fax a", "fax b", "fax a", "fax b"], bench.Desk.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task A_read_from_memory_counts_like_one_that_was_executed(bool streaming)
    {
        var read = EmulatedReply.Call("read", "{\"paper\":\"a\"}");
        await using var bench = await Bench.AtDeskAsync(read, read, read, read);

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.RepeatedCall, 4), (run.StopReason, run.Turns.Count));
        Assert.Equal(["read a"], bench.Desk.Log);
    }

    [Theory, BothModes]
    public async Task The_same_error_is_told_and_then_ends_the_run_whatever_the_arguments(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(A, B, EmulatedReply.Call("fax", "{\"paper\":\"c\"}"), EmulatedReply.Say("too late"));
        bench.Desk.Do = static (_, _) => throw new GlmToolException("no line");

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.RepeatedError, 3), (run.StopReason, run.Turns.Count));
        Assert.Equal("Error: no line", bench.Answers.First());
        Assert.Contains("failed 2 times in a row", bench.Answers.ElementAt(1), StringComparison.Ordinal);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task A_tool_that_does_not_exist_is_not_asked_for_for_ever(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync([.. Enumerable.Range(0, 5).Select(static i => EmulatedReply.Call("telegraph", i.ToString("{}", CultureInfo.InvariantCulture)))]);

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.RepeatedError, 3), (run.StopReason, run.Turns.Count));
        await bench.AssertAcceptedAsync();
    }

    [Theory]
    [InlineData("{\"paper\":\"a\"}")]
    [InlineData("{}")]
    public async Task A_call_nobody_approves_is_not_asked_for_for_ever(string arguments)
    {
        await using var bench = await Bench.AtDeskAsync([.. Enumerable.Repeat(EmulatedReply.Call("sign", arguments), 5)]);
        bench.Options = bench.Options with { Approve = static (request, _) => new(request.Refuse("no")) };

        var run = await bench.RunAsync(streaming: false);

        Assert.Equal((GlmStopReason.RepeatedError, 3), (run.StopReason, run.Turns.Count));
        Assert.Empty(bench.Desk.Log);
    }

    [Theory, BothModes]
    public async Task Without_a_guard_only_the_turns_end_it(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync([.. Enumerable.Repeat(A, 6)]);
        bench.Options = bench.Options with { LoopGuard = null, MaxTurns = 6 };

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.MaxTurns, 5), (run.StopReason, bench.Desk.Log.Count));
    }
}
