using GlmTools.Emulator;

namespace GlmTools.Tests.Faults;

/// <summary>The two usual ends of a garbled call. In both the loop goes on to the model's answer, and the transcript can be sent again.</summary>
internal static class FaultCase
{
    public const string Trip = """{"from":"北京","to":"Bern","seats":2,"window":true,"stops":["Ulm"]}""";

    /// <summary>Asserts that a garbled call is executed as it was meant.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="streaming">The way to run.</param>
    /// <param name="reply">What the model says.</param>
    /// <param name="log">What the tools note, in the order of the calls; they run side by side.</param>
    /// <returns>The calls with their results.</returns>
    public static async Task<IReadOnlyList<GlmToolCallFinished>> IsExecutedAsync(FaultProfile fault, bool streaming, EmulatedReply reply, params string[] log)
    {
        await using var bench = await FaultBench.StartAsync(fault, reply, EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, "done"), (run.StopReason, run.Text));
        Assert.Equal(log.Order(), bench.Tools.Log.Order());
        Assert.Equal(log, bench.Told);
        await bench.AssertAcceptedAsync();
        return run.ToolCalls;
    }

    /// <summary>Asserts that a garbled call is not executed, and that the model is told what is wrong with it.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="streaming">The way to run.</param>
    /// <param name="reply">What the model says: one call.</param>
    /// <param name="told">What it is told, among other things.</param>
    /// <returns>The call as it stands in the transcript.</returns>
    public static async Task<GlmToolCall> IsRefusedAsync(FaultProfile fault, bool streaming, EmulatedReply reply, params string[] told)
    {
        await using var bench = await FaultBench.StartAsync(fault, reply, EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, "done"), (run.StopReason, run.Text));
        Assert.Empty(bench.Tools.Log);
        var answer = Assert.Single(bench.Told);
        Assert.All(told, text => Assert.Contains(text, answer, StringComparison.Ordinal));
        Assert.True(Assert.Single(run.ToolCalls).Result.IsError);
        await bench.AssertAcceptedAsync();
        return Assert.Single(Assert.Single(bench.Callers).ToolCalls);
    }

    public static EmulatedCompletion Book(string arguments = Trip) => EmulatedReply.Call("book", arguments, "call_7");

    public static EmulatedCompletion Now() => EmulatedReply.Call("now", "{}", "call_7");
}
