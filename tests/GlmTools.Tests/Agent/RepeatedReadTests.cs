using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Read-only calls that are executed once, and methods that are called again.</summary>
public sealed class RepeatedReadTests
{
    private static readonly EmulatedToolCall ReadA = new("read", "{\"paper\":\"a\"}");

    [Theory, BothModes]
    public async Task The_same_read_is_executed_once_however_it_is_spelt(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(
            EmulatedReply.Calls(new("read", "{\"paper\":\"a\",\"page\":2}"), new("read", "{ \"page\": 2.0, \"paper\":\"\\u0061\" }"), ReadA),
            EmulatedReply.Call("read", "{\"page\":2,\"paper\":\"a\"}"),
            EmulatedReply.Say("ok"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(["read a", "read a 2"], bench.Desk.Log.Order());
        Assert.Equal(["read a 2 done", "read a 2 done", "read a done", "read a 2 done"], bench.Answers);
        Assert.Equal(4, run.ToolCalls.Count);
    }

    [Theory]
    [InlineData("fax", 2)]
    [InlineData("put", 2)]
    [InlineData("shred", 2)]
    [InlineData("read", 1)]
    public async Task What_was_read_is_forgotten_after_a_call_that_may_have_changed_it(string tool, int reads)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(ReadA), EmulatedReply.Call(tool, "{\"paper\":\"z\"}"), EmulatedReply.Calls(ReadA), EmulatedReply.Say("ok"));

        await bench.RunAsync(streaming: false);

        Assert.Equal(reads, bench.Desk.Log.Count(static what => what == "read a"));
    }

    [Theory, BothModes]
    public async Task The_same_read_is_executed_once_however_its_tool_was_chosen(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(ReadA), EmulatedReply.Calls(ReadA), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { SelectTools = (_, _) => new(bench.Desk.Tools.Where(static tool => tool.Name == "read")) };

        await bench.RunAsync(streaming);

        Assert.Equal(["read a"], bench.Desk.Log);
    }

    [Theory, BothModes]
    public async Task A_read_that_overlaps_a_change_is_not_remembered(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(ReadA, new("fax", "{\"paper\":\"z\"}")), EmulatedReply.Calls(ReadA), EmulatedReply.Say("ok"));
        bench.Desk.Do = async (what, _) =>
        {
            await bench.Desk.ReachedAsync(what == "read a" ? "fax z" : "read a");
            return what;
        };

        await bench.RunAsync(streaming);

        Assert.Equal(2, bench.Desk.Log.Count(static what => what == "read a"));
    }

    [Theory, BothModes]
    public async Task A_read_that_failed_is_executed_again(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(ReadA), EmulatedReply.Calls(ReadA), EmulatedReply.Say("ok"));
        bench.Desk.Do = (what, _) => bench.Desk.Log.Count == 1 ? throw new GlmToolException("not yet") : Task.FromResult(what);

        await bench.RunAsync(streaming);

        Assert.Equal(["Error: not yet", "read a"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task Reads_are_executed_each_time_where_that_is_wanted(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(ReadA, ReadA), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { ReuseReads = false };

        await bench.RunAsync(streaming);

        Assert.Equal(["read a", "read a"], bench.Desk.Log);
    }

    [Theory, BothModes]
    public async Task Another_run_reads_anew(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(ReadA), EmulatedReply.Say("ok"), EmulatedReply.Calls(ReadA), EmulatedReply.Say("ok"));

        await bench.RunAsync(streaming);
        await bench.RunAsync(streaming, "again");

        Assert.Equal(["read a", "read a"], bench.Desk.Log);
    }

    [Theory]
    [InlineData("put", 3)]
    [InlineData("fax", 1)]
    [InlineData("read", 1)]
    [InlineData("shred", 1)]
    public async Task Only_idempotent_methods_are_called_again_when_they_throw(string tool, int attempts)
    {
        var clock = new ManualTimeProvider(static wait => wait < TimeSpan.FromSeconds(10));
        await using var bench = await Bench.AtDeskAsync(clock, EmulatedReply.Call(tool, "{\"paper\":\"a\"}"), EmulatedReply.Say("ok"));
        bench.Desk.Do = static (_, _) => throw new InvalidOperationException();

        var run = await bench.RunAsync(streaming: true);

        Assert.Equal(attempts, bench.Desk.Log.Count);
        Assert.Equal(Enumerable.Range(2, attempts - 1), bench.Events.OfType<GlmToolCallRetried>().Select(static retried => retried.Attempt));
        Assert.Equal(attempts == 1 ? [] : [TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.5)], clock.Waits);
        Assert.True(Assert.Single(run.ToolCalls).Result.IsError);
    }

    [Fact]
    public async Task A_method_that_succeeds_in_the_end_has_succeeded()
    {
        var clock = new ManualTimeProvider(static wait => wait < TimeSpan.FromSeconds(10));
        await using var bench = await Bench.AtDeskAsync(clock, EmulatedReply.Call("put", "{\"paper\":\"a\"}"), EmulatedReply.Say("ok"));
        bench.Desk.Do = (what, _) => bench.Desk.Log.Count < 3 ? throw new InvalidOperationException() : Task.FromResult(what);

        var run = await bench.RunAsync(streaming: false);

        Assert.Equal("put a", Assert.Single(bench.Answers));
        Assert.False(Assert.Single(run.ToolCalls).Result.IsError);
    }

    [Theory]
    [InlineData("{\"paper\":\"a\"}", 2, 1)]
    [InlineData("{\"paper\":7.5,\"x\":1}", 2, 0)]
    [InlineData("{}", 2, 0)]
    [InlineData("{\"paper\":\"other\"}", 0, 1)]
    public async Task What_would_fail_again_is_not_tried_again(string arguments, int retries, int attempts)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Call("put", arguments), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { ToolRetries = retries };
        bench.Desk.Do = static (what, _) => throw (what == "put other" ? new InvalidOperationException() : new GlmToolException("no"));

        await bench.RunAsync(streaming: true);

        Assert.Equal(attempts, bench.Desk.Log.Count);
        Assert.Empty(bench.Events.OfType<GlmToolCallRetried>());
    }
}
