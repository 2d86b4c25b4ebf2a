using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>What ends a run that the model would go on with: calls, tokens, money, time, a condition.</summary>
public sealed class BudgetTests
{
    private static readonly EmulatedReply FaxA = EmulatedReply.Call("fax", "{\"paper\":\"a\"}");

    private readonly TaskCompletionSource<string> _never = new();

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    public async Task Calls_beyond_the_limit_are_refused_and_the_model_answers_without_tools(bool streaming, int limit)
    {
        await using var bench = await Bench.AtDeskAsync(
            EmulatedReply.Calls(new("fax", "{\"paper\":\"a\"}"), new("fax", "{\"paper\":\"b\"}")), EmulatedReply.Say("as far as I got"), EmulatedReply.Say("too late"));
        bench.Options = bench.Options with { MaxToolCalls = limit };

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.MaxToolCalls, "as far as I got"), (run.StopReason, run.Text));
        Assert.Equal(limit, bench.Desk.Log.Count);
        Assert.StartsWith($"Error: the run may make no more tool calls than the {limit} it has made", bench.Answers.Last(), StringComparison.Ordinal);
        Assert.Equal([true, false], bench.Requests.Select(static request => request.TryGetProperty("tools", out _)));
    }

    [Theory, BothModes]
    public async Task A_model_that_calls_on_without_tools_is_stopped(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(FaxA, EmulatedReply.Call("fax", "{\"paper\":\"b\"}"));
        bench.Options = bench.Options with { MaxToolCalls = 0 };

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.MaxToolCalls, 2), (run.StopReason, run.Turns.Count));
        Assert.Empty(bench.Desk.Log);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task An_agent_without_tools_stops_a_model_that_makes_them_up(bool streaming)
    {
        await using var bench = await Bench.StartAsync([.. Enumerable.Range(0, 10).Select(static i => EmulatedReply.Call($"made_up_{i}", "{}"))]);
        bench.Set = GlmToolSet.Empty;
        bench.Options = bench.Options with { MaxTurns = 3 };

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.MaxTurns, 3), (run.StopReason, run.Turns.Count));
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task An_agent_without_tools_answers_on_its_last_turn_as_on_any(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Say("ok"));
        bench.Set = GlmToolSet.Empty;
        bench.Options = bench.Options with { MaxTurns = 1 };

        Assert.Equal(GlmStopReason.Answered, (await bench.RunAsync(streaming)).StopReason);
    }

    [Theory, BothModes]
    public async Task Tools_that_are_chosen_turn_by_turn_are_left_out_on_the_last_one_too(bool streaming)
    {
        await using var bench = await Bench.StartAsync(FaxA, FaxA, EmulatedReply.Say("too late"));
        bench.Set = GlmToolSet.Empty;
        bench.Options = bench.Options with { MaxTurns = 2, SelectTools = (_, _) => new(bench.Desk.Tools) };

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.MaxTurns, 2), (run.StopReason, run.Turns.Count));
        Assert.Equal(["fax a"], bench.Desk.Log);
        Assert.Contains("no further turn", bench.Answers.Last(), StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task Calls_that_come_when_the_tokens_are_used_up_are_refused(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(FaxA);
        bench.Options = bench.Options with { TokenBudget = 10 };

        var run = await bench.RunAsync(streaming);

        Assert.Equal((GlmStopReason.TokenBudget, ""), (run.StopReason, run.Text));
        Assert.Empty(bench.Desk.Log);
        Assert.Contains("budget", Assert.Single(bench.Answers), StringComparison.Ordinal);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task An_answer_is_an_answer_also_when_it_used_up_the_budget(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Say("ok"));
        bench.Options = bench.Options with { TokenBudget = 1 };

        Assert.Equal(GlmStopReason.Answered, (await bench.RunAsync(streaming)).StopReason);
    }

    [Theory, BothModes]
    public async Task A_run_ends_when_its_money_is_spent_and_tells_what_each_turn_cost(bool streaming)
    {
        await using var free = await Bench.AtDeskAsync(FaxA, EmulatedReply.Say("ok"));
        free.Options = free.Options with { Prices = new GlmPriceTable("EUR").With("glm-4-flash", new(1_000_000m, 2_000_000m)) };
        var enoughForOne = (await free.RunAsync(streaming)).Turns[0].Cost!.Value.Amount + 1;
        await using var limited = await Bench.AtDeskAsync(FaxA, EmulatedReply.Call("fax", "{\"paper\":\"b\"}"));
        limited.Options = free.Options with { CostBudget = enoughForOne };

        var run = await limited.RunAsync(streaming);

        Assert.Equal(["fax a"], limited.Desk.Log);
        Assert.Equal(GlmStopReason.CostBudget, run.StopReason);
        Assert.All(run.Turns, static turn => Assert.Equal(turn.Usage.PromptTokens + (2 * turn.Usage.CompletionTokens), turn.Cost!.Value.Amount));
        Assert.Equal(run.Turns.Sum(static turn => turn.Cost!.Value.Amount), run.Cost!.Value.Amount);
        Assert.Equal("EUR", run.Cost.Value.Currency);
        await limited.AssertAcceptedAsync();
    }

    [Fact]
    public async Task A_budget_for_a_model_without_a_price_is_refused_at_once()
    {
        await using var bench = await Bench.AtDeskAsync();
        bench.Model = "glm-nobody-knows";
        bench.Options = bench.Options with { CostBudget = 1 };

        Assert.Contains("glm-nobody-knows", Assert.Throws<ArgumentException>(bench.Agent).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_a_price_costs_nobody_knows_what()
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Say("ok"));
        bench.Model = "glm-nobody-knows";

        var run = await bench.RunAsync(streaming: false);

        Assert.Null(run.Cost);
        Assert.Null(run.Turns[0].Cost);
        Assert.True(run.Usage.TotalTokens > 0);
    }

    [Fact]
    public async Task Cached_tokens_have_their_own_price()
    {
        await using var bench = await Bench.AtDeskAsync(EmulatedReply.Raw("""
            {"model":"glm-4-flash","choices":[{"message":{"content":"ok"},"finish_reason":"stop"}],
             "usage":{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110,"prompt_tokens_details":{"cached_tokens":40}}}
            """));
        bench.Options = bench.Options with { Prices = new GlmPriceTable("EUR").With("glm-4-flash", new(2_000_000m, 3_000_000m, cachedInput: 1_000_000m)) };

        var run = await bench.RunAsync(streaming: false);

        Assert.Equal((60 * 2m) + 40 + (10 * 3), run.Cost!.Value.Amount);
        Assert.Equal((100, 40), (run.Usage.PromptTokens, run.Usage.CachedTokens));
    }

    [Theory, BothModes]
    public async Task A_run_that_takes_too_long_for_an_answer_ends(bool streaming)
    {
        var clock = new ManualTimeProvider();
        var stream = new SlowStream().Text("half").Until(_never.Task);
        await using var bench = await Bench.AtDeskAsync(clock, FaxA, stream.End());
        bench.Options = bench.Options with { MaxDuration = TimeSpan.FromSeconds(7) };

        var running = bench.RunAsync(streaming);
        await stream.WaitingAsync();
        clock.Advance(TimeSpan.FromSeconds(7));
        var run = await running;
        _never.SetResult("");

        Assert.Equal(GlmStopReason.Deadline, run.StopReason);
        Assert.Equal(["fax a done"], bench.Answers);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task A_run_that_takes_too_long_in_a_tool_ends_with_every_call_answered(bool streaming)
    {
        var clock = new ManualTimeProvider();
        await using var bench = await Bench.AtDeskAsync(clock, EmulatedReply.Calls(new("fax", "{\"paper\":\"a\"}"), new("shred", "{\"paper\":\"b\"}")));
        bench.Options = bench.Options with { MaxDuration = TimeSpan.FromSeconds(7) };
        bench.Desk.Do = (_, token) => _never.Task.WaitAsync(token);

        var running = bench.RunAsync(streaming);
        await bench.Desk.ReachedAsync("fax a");
        clock.Advance(TimeSpan.FromSeconds(7));
        var run = await running;

        Assert.Equal(GlmStopReason.Deadline, run.StopReason);
        Assert.Equal(
            ["Error: the call was cancelled before it finished; it may or may not have had an effect.", "Error: the run was cancelled before the call; nothing was executed."], bench.Answers);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task A_condition_ends_a_run_after_a_turn(bool streaming)
    {
        await using var bench = await Bench.AtDeskAsync(FaxA, EmulatedReply.Call("fax", "{\"paper\":\"b\"}") with { Text = "enough?" }, EmulatedReply.Say("too late"));
        var seen = new List<(int Turn, int Calls, string Text)>();
        bench.Options = bench.Options with
        {
            StopWhen = progress =>
            {
                seen.Add((progress.Turn, progress.ToolCalls, progress.Text));
                return progress.ToolCalls == 2;
            },
        };

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.Predicate, run.StopReason);
        Assert.Equal([(1, 1, ""), (2, 2, "enough?")], seen);
        Assert.Equal(["fax a done", "fax b done"], bench.Answers);
        await bench.AssertAcceptedAsync();
    }
}
