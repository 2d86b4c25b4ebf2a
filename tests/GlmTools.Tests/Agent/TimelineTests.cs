using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>When turns and calls began and how long they took: what a timeline of a run is drawn from.</summary>
public sealed class TimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turns_and_calls_tell_when_they_began_and_how_long_they_took(bool streaming)
    {
        var run = await RunAsync(streaming);

        Assert.Equal([(Start, Seconds(2)), (Start + Seconds(5), Seconds(2))], run.Turns.Select(static turn => (turn.StartedAt!.Value, turn.Duration)));
        var call = Assert.Single(run.ToolCalls);
        Assert.Equal((Start + Seconds(2), Seconds(3)), (call.StartedAt!.Value, call.Duration));
    }

    [Fact]
    public async Task The_times_survive_as_JSON()
    {
        var run = await RunAsync(streaming: false);

        var again = GlmRun.Parse(run.ToJson());

        Assert.Equal(run.Turns, again.Turns);
        Assert.Equal(run.ToolCalls[0].StartedAt, again.ToolCalls[0].StartedAt);
        Assert.Equal(run.ToolCalls[0].Duration, again.ToolCalls[0].Duration);
    }

    [Fact]
    public void A_turn_that_was_written_without_times_is_read()
    {
        var run = GlmRun.Parse("""{"id":"1","stop":"Answered","text":"","turns":[{"model":"glm-4-flash"}],"calls":[],"approvals":[],"conversation":"1","entries":[]}""");

        Assert.Equal((null, TimeSpan.Zero), (run.Turns[0].StartedAt, run.Turns[0].Duration));
    }

    private async Task<GlmRun> RunAsync(bool streaming)
    {
        await using var bench = await Bench.StartAsync(request =>
        {
            _time.Advance(Seconds(2));
            return request.PreviousRequests == 0 ? EmulatedReply.Call("tick", "{}") : EmulatedReply.Say("done");
        });
        bench.Options = new() { TimeProvider = _time };
        bench.Set = new Clockwork(_time).Tools;
        return await bench.RunAsync(streaming);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
