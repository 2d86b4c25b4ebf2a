using System.Runtime.CompilerServices;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>What surrounds requests and calls, tools that are chosen turn by turn, and what a tool reports.</summary>
public sealed class MiddlewareTests
{
    private static readonly EmulatedReply FaxA = EmulatedReply.Call("fax", "{\"paper\":\"a\"}", "call_1");

    private readonly List<string> _log = [];

    [Theory, BothModes]
    public async Task The_first_one_is_the_outermost(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(FaxA, EmulatedReply.Say("ok"));
        bench.Options = bench.Options with
        {
            AroundModel = [Model("model 1"), Model("model 2")],
            AroundTools = [Tool("tool 1"), Tool("tool 2")],
        };

        var run = await bench.RunAsync(streaming);

        string[] request = ["model 1", "model 2", "/model 2", "/model 1"];
        Assert.Equal("ok", run.Text);
        Assert.Equal([.. request, "tool 1", "tool 2", "/tool 2", "/tool 1", .. request], _log);
    }

    [Theory, BothModes]
    public async Task A_request_can_be_changed_on_its_way(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(FaxA, EmulatedReply.Say("ok"));
        bench.Options = bench.Options with
        {
            AroundModel = [next => (call, token) => next(call with { Request = call.Request with { Temperature = 0.5, Messages = [GlmChatMessage.User($"turn {call.Progress.Turn}")] } }, token)],
        };

        await bench.RunAsync(streaming);

        Assert.Equal(["turn 1", "turn 2"], bench.Requests.Select(static request => request.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()));
        Assert.All(bench.Requests, static request => Assert.Equal(0.5, request.GetProperty("temperature").GetDouble()));
        Assert.DoesNotContain(bench.Conversation.Messages, static message => message.Content?.StartsWith("turn", StringComparison.Ordinal) == true);
    }

    [Theory, BothModes]
    public async Task An_answer_need_not_come_from_the_service(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Options = bench.Options with
        {
            AroundModel = [_ => (call, _) => Answer(call.Progress.Turn == 1
                ? new() { ToolCalls = [new() { Index = 0, Id = "call_1", Name = "fax", Arguments = "{\"paper\":\"a\"}" }] }
                : new() { Content = "from memory" })],
        };

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.Answered, "from memory"), (run.StopReason, run.Text));
        Assert.Equal(["fax a done"], bench.Answers);
        Assert.Empty(bench.Requests);
    }

    [Theory, BothModes]
    public async Task A_call_can_be_changed_answered_and_seen_with_all_its_attempts(bool streaming)
    {
        var clock = new ManualTimeProvider(static wait => wait < TimeSpan.FromSeconds(10));
        await using var bench = await Bench.AtDeskAsync(
            clock,
            EmulatedReply.Calls(new("fax", "{\"paper\":\"a\"}"), new("shred", "{\"paper\":\"b\"}"), new("put", "{\"paper\":\"c\"}")), EmulatedReply.Say("ok"));
        var attempts = new List<int>();
        bench.Desk.Do = static (what, _) => what == "put c" ? throw new InvalidOperationException() : Task.FromResult(what);
        bench.Options = bench.Options with
        {
            AroundTools =
            [
                next => (execution, token) =>
                {
                    if (execution.Tool.Name == "shred")
                    {
                        return new(GlmToolResult.Failed("Error: not today."));
                    }

                    if (execution.Tool.Name == "put")
                    {
                        attempts.Add(execution.Attempt);
                        return next(execution, token);
                    }

                    return next(execution with { Arguments = "{\"paper\":7.5}"u8.ToArray() }, token);
                },
            ],
        };

        await bench.RunAsync(streaming);

        // What goes in is validated behind it.
        Assert.Equal([1, 2, 3], attempts);
        Assert.DoesNotContain("shred b", bench.Desk.Log);
        Assert.StartsWith("Error: not today.", bench.Answers.ElementAt(1), StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task What_it_throws_ends_the_run_with_a_valid_transcript(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(FaxA, FaxA);
        bench.Options = bench.Options with { AroundTools = [static _ => static (_, _) => throw new TimeZoneNotFoundException()] };
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => bench.RunAsync(streaming));
        await bench.AssertAcceptedAsync();

        bench.Options = bench.Options with { AroundModel = [static _ => static (_, _) => throw new TimeZoneNotFoundException()] };
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => bench.RunAsync(streaming));
        await bench.AssertAcceptedAsync();
    }

    [Fact]
    public async Task What_is_left_alone_and_fails_then_bothers_nobody()
    {
        var unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved += e.Exception.InnerException is TimeZoneNotFoundException ? 1 : 0;
        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            await LeaveAsync();
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        Assert.Equal(0, unobserved);
    }

    [Theory, BothModes]
    public async Task Tools_can_change_from_turn_to_turn(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(FaxA, EmulatedReply.Call("now", "{}"), EmulatedReply.Call("fax", "{\"paper\":\"b\"}"), EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { SelectTools = (progress, _) => new(progress.Turn == 1 ? progress.Tools.Where(static tool => tool.Name == "fax") : bench.Tools.Tools) };

        await bench.RunAsync(streaming);

        Assert.Equal(["fax a"], bench.Desk.Log);
        Assert.Equal(["fax a done", "09:30"], bench.Answers.Take(2));
        Assert.Contains("there is no tool named \"fax\"", bench.Answers.Last(), StringComparison.Ordinal);
        Assert.Equal([1, 8, 8, 8], bench.Requests.Select(static request => request.GetProperty("tools").GetArrayLength()));
    }

    [Fact]
    public async Task What_a_tool_reports_comes_between_its_start_and_its_end()
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Call("copy", "{\"paper\":\"a\"}", "call_1"), EmulatedReply.Say("ok"));

        await bench.RunAsync(streaming: true);

        var call = new GlmToolCall("call_1", "copy", "{\"paper\":\"a\"}");
        var events = bench.Events.SkipWhile(static e => e is not GlmToolCallStarted).TakeWhile(static e => e is not GlmTurnStarted).ToList();
        Assert.Equal([new GlmToolCallStarted(call), new GlmToolCallProgress(call, "half"), new GlmToolCallProgress(call, "all")], events[..3]);
        Assert.Equal(call, Assert.IsType<GlmToolCallFinished>(Assert.Single(events[3..])).Call);
    }

    [Fact]
    public async Task A_turn_tells_its_events_in_order()
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Calls(new("sign", "{\"paper\":\"a\"}", "call_1"), new("shred", "{\"paper\":7.5,\"x\":{}}", "call_2")) with { Text = "so" }, EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { Approve = static (request, _) => new(request.Approve()) };

        await bench.RunAsync(streaming: true);

        Assert.Equal(
            ["TurnStarted", "TextDelta", "ToolCallArriving", "ToolCallArriving", "UsageReported", "ToolCallStarted", "ApprovalRequested"],
            bench.Events.Select(static e => e.GetType().Name[3..]).Take(7));
        Assert.IsType<GlmToolCallFinished>(bench.Events.First(static e => e is GlmToolCallFinished { Call.Id: "call_1" }));
        Assert.IsType<GlmToolCallFailed>(bench.Events.First(static e => e is GlmToolCallFinished { Call.Id: "call_2" }));
        Assert.Equal(["TurnStarted", "TextDelta", "UsageReported", "RunStopped"], bench.Events.TakeLast(4).Select(static e => e.GetType().Name[3..]));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LeaveAsync()
    {
        await using var bench = await Bench.AtDeskAsync(FaxA);
        using var cancellation = new CancellationTokenSource();
        var (reached, go, gone) = (Later(), Later(), Later());
        bench.Options = bench.Options with
        {
            AroundTools =
            [
                _ => async (_, _) =>
                {
                    reached.SetResult();
                    await go.Task;
                    gone.SetResult();
                    throw new TimeZoneNotFoundException();
                },
            ],
        };

        var running = bench.RunAsync(streaming: false, cancellationToken: cancellation.Token);
        await reached.Task;
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        go.SetResult();
        await gone.Task;
    }

    // Who waits for it goes on elsewhere, not before the next line.
    private static TaskCompletionSource Later() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async IAsyncEnumerable<GlmChatChunk> Answer(GlmChatDelta delta)
    {
        await Task.Yield();
        yield return new() { Delta = delta, FinishReason = GlmFinishReason.Stop };
    }

    private Func<GlmModelStep, GlmModelStep> Model(string name) => next => (call, token) => Surround(name, next(call, token));

    private async IAsyncEnumerable<GlmChatChunk> Surround(string name, IAsyncEnumerable<GlmChatChunk> chunks)
    {
        _log.Add(name);
        await foreach (var chunk in chunks)
        {
            yield return chunk;
        }

        _log.Add($"/{name}");
    }

    private Func<GlmToolStep, GlmToolStep> Tool(string name) => next => async (execution, token) =>
    {
        _log.Add(name);
        var result = await next(execution, token);
        _log.Add($"/{name}");
        return result;
    };
}
