using System.Text;
using GlmTools.Cli.Page.Timelines;
using GlmTools.Testing;

namespace GlmTools.Cli.Tests.Page;

public class TimelineTests
{
    [Fact]
    public void Events_are_found_wherever_chunks_are_cut()
    {
        var bytes = Encoding.UTF8.GetBytes("data: {\"a\":\"城市\"}\r\n\r\ndata: b\ndata: c\n\n\n: comment\n\ndata: [DO");
        GlmRecordedChunk[] single = [.. bytes.Select(static value => new GlmRecordedChunk(TimeSpan.FromMilliseconds(10), new[] { value }))];
        string[] expected = ["data: {\"a\":\"城市\"}", "data: b\ndata: c", ": comment", "data: [DO"];

        Assert.Equal(expected, TimelineFrame.Of([new(TimeSpan.Zero, bytes)]).Select(static frame => frame.Text));
        var cut = TimelineFrame.Of(single);
        Assert.Equal(expected, cut.Select(static frame => frame.Text));
        Assert.Equal([.. cut.Select(static frame => frame.At).Order()], cut.Select(static frame => frame.At));
        Assert.Equal(bytes.Length * 0.01, cut[^1].At, 3);
    }

    [Fact]
    public void Attempts_that_failed_belong_to_the_turn_they_were_made_for()
    {
        // Exchanges count from the first of them, which was sent some time after its turn began: by the time the last one is too early.
        var run = Timed((0, 2), (2.05, 1));
        var timeline = RunTimelineReader.Read(run, [Exchange(0, 429), Exchange(1, 200), Exchange(1.75, 200)]);

        Assert.Equal([0, 1], timeline.Turns[0].Exchanges);
        Assert.Equal([2], timeline.Turns[1].Exchanges);
        Assert.Equal(3.05, timeline.Seconds, 6);
    }

    [Fact]
    public void Where_agents_ask_too_the_time_decides()
    {
        var run = Timed((0, 2), (5, 1));
        var timeline = RunTimelineReader.Read(run, [Exchange(0, 200), Exchange(3, 200), Exchange(5, 200)]);

        Assert.Equal([0, 1], timeline.Turns[0].Exchanges);
        Assert.Equal([2], timeline.Turns[1].Exchanges);
    }

    [Fact]
    public void Calls_belong_to_the_turn_that_had_begun_last()
    {
        var zero = DateTimeOffset.UnixEpoch;
        var run = Timed((0, 2), (5, 1)) with
        {
            ToolCalls = [.. new[] { 6.5, 1.5, 3 }.Select(start => new GlmToolCallFinished(new GlmToolCall($"c{start}", "add", "{}"), new("3"u8.ToArray()), TimeSpan.FromSeconds(1)) { StartedAt = zero.AddSeconds(start) })],
        };
        var timeline = RunTimelineReader.Read(run, []);

        Assert.Equal([(1, 1.5), (1, 3), (2, 6.5)], timeline.Calls.Select(static call => (call.Turn, call.Start)));
        Assert.Equal(7.5, timeline.Seconds);
    }

    private static GlmRun Timed(params (double Start, double Seconds)[] turns) => new()
    {
        Id = "run",
        Text = "",
        StopReason = GlmStopReason.Answered,
        Conversation = new(),
        Turns = [.. turns.Select(static turn => new GlmTurn { Model = "glm-4.6", StartedAt = DateTimeOffset.UnixEpoch.AddSeconds(turn.Start), Duration = TimeSpan.FromSeconds(turn.Seconds) })],
    };

    private static GlmRecordedExchange Exchange(double start, int status) => new()
    {
        Started = TimeSpan.FromSeconds(start),
        Duration = TimeSpan.FromSeconds(0.5),
        Request = new() { Method = "POST", Url = "/chat/completions" },
        Response = new() { Status = status },
    };
}
