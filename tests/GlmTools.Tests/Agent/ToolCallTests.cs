using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>What becomes of calls, over real HTTP: the model is told, and the transcript stays one the service accepts.</summary>
public sealed class ToolCallTests
{
    [Theory, BothModes]
    public async Task An_unknown_tool_is_answered_with_the_nearest_name(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("getWeather", "{}"), EmulatedReply.Say("sorry"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal("sorry", run.Text);
        Assert.Equal(
            "Error: there is no tool named \"getWeather\"; nothing was executed. Did you mean \"get_weather\"? The tools are: delete_trip, fail, get_weather, now, pay, stubborn, wait, wait_alone.",
            Assert.Single(bench.Answers));
        Assert.True(run.ToolCalls[0].Result.IsError);
    }

    [Theory]
    [InlineData("now</arg_value>", "now__arg_value_")]
    [InlineData("", "unnamed")]
    public async Task A_name_out_of_form_goes_back_in_form(string name, string replayed)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Raw($$$"""{"choices":[{"message":{"content":null,"tool_calls":[{"id":"1","function":{"name":"{{{name}}}","arguments":"{}"}}]}}]}"""), EmulatedReply.Say("sorry"));

        var run = await bench.RunAsync(streaming: false);

        Assert.Equal(name, run.ToolCalls[0].Call.Name);
        Assert.Equal(replayed, run.Conversation.Messages[1].ToolCalls[0].Name);
        Assert.Contains("there is no tool named", Assert.Single(bench.Answers), StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task Bad_arguments_are_answered_with_every_problem(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("get_weather", "{\"city\":7,\"unit\":\"K\"}"), EmulatedReply.Say("sorry"));

        var run = await bench.RunAsync(streaming);

        Assert.Empty(bench.Tools.Log);
        var answer = Assert.Single(bench.Answers);
        Assert.Contains("/city: expected", answer, StringComparison.Ordinal);
        Assert.Contains("/unit: expected one of \"C\", \"F\"", answer, StringComparison.Ordinal);
        Assert.Equal(2, run.ToolCalls[0].Result.Error?.Problems.Count);
    }

    [Theory]
    [InlineData("{\"city\":")]
    [InlineData("{\"city\":\"a\",\"unit\":\"C\"}{\"city\":")]
    [InlineData("[1]")]
    [InlineData("not json")]
    public async Task Arguments_that_are_no_object_go_back_as_an_empty_one(string arguments)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("get_weather", arguments), EmulatedReply.Say("sorry"));

        var run = await bench.RunAsync(streaming: false);

        Assert.Equal("sorry", run.Text);
        Assert.Equal("{}", run.Conversation.Messages[1].ToolCalls[0].Arguments);
        Assert.Equal(arguments, run.ToolCalls[0].Call.Arguments);
        Assert.Empty(bench.Tools.Log);
        Assert.StartsWith("Error: the arguments of get_weather", Assert.Single(bench.Answers), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"city":"a","unit":"C"}{"city":"b","unit":"C"}""")]
    [InlineData("```json\n{\"city\":\"a\",\"unit\":\"C\"}\n```")]
    public async Task Garbled_arguments_go_back_as_they_were_read(string arguments)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("get_weather", arguments), EmulatedReply.Say("sunny"));

        var run = await bench.RunAsync(streaming: false);

        Assert.Equal("""{"city":"a","unit":"C"}""", run.Conversation.Messages[1].ToolCalls[0].Arguments);
        Assert.Equal(arguments, run.ToolCalls[0].Call.Arguments);
        Assert.Equal("weather a", Assert.Single(bench.Tools.Log));
        Assert.Single(run.ToolCalls[0].Result.Repairs);
    }

    [Fact]
    public async Task Missing_and_repeated_ids_are_replaced()
    {
        const string Call = """{"id":"same","function":{"name":"now","arguments":{}}}""";
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Raw($$$"""{"choices":[{"message":{"tool_calls":[{{{Call}}},{{{Call}}},{"function":{"name":"now"}}]}}]}"""),
            EmulatedReply.Call("now", "{}", "same"),
            EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming: false);

        var ids = run.Conversation.Messages.SelectMany(static message => message.ToolCalls).Select(static call => call.Id).ToList();
        Assert.Equal("same", ids[0]);
        Assert.Equal(4, ids.Distinct().Count());
        Assert.Equal(ids.Order(), run.ToolCalls.Select(static call => call.Call.Id).Order());
        Assert.Equal(4, bench.Tools.Log.Count);
    }

    [Theory, BothModes]
    public async Task A_tool_that_throws_is_told_without_its_message(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("fail", "{}"), EmulatedReply.Say("sorry"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal("sorry", run.Text);
        Assert.DoesNotContain("hunter2", Assert.Single(bench.Answers), StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(run.ToolCalls[0].Result.Exception);
    }

    [Theory, BothModes]
    public async Task A_tool_that_takes_too_long_is_told_even_if_it_does_not_listen(bool streaming)
    {
        var clock = new ManualTimeProvider();
        await using var bench = await Bench.StartAsync(clock, EmulatedReply.Call("stubborn", "{}"), EmulatedReply.Say("sorry"));

        var running = bench.RunAsync(streaming);
        await bench.Tools.ReachedAsync();
        await clock.ElapseAsync(TimeSpan.FromSeconds(5));
        var run = await running;

        Assert.Equal("Error: stubborn did not finish within 5 s and was cancelled; it may or may not have had an effect.", Assert.Single(bench.Answers));
        Assert.Equal(TimeSpan.FromSeconds(5), run.ToolCalls[0].Duration);
    }

    [Theory, BothModes]
    public async Task A_tool_that_declares_no_limit_has_the_agents(bool streaming)
    {
        var clock = new ManualTimeProvider();
        await using var bench = await Bench.StartAsync(clock, EmulatedReply.Call("wait", "{\"name\":\"a\"}"), EmulatedReply.Say("sorry"));
        bench.Options = bench.Options with { ToolTimeout = TimeSpan.FromSeconds(2.5) };

        var running = bench.RunAsync(streaming);
        await bench.Tools.ReachedAsync();
        await clock.ElapseAsync(TimeSpan.FromSeconds(2.5));
        await running;

        Assert.Contains("within 2.5 s", Assert.Single(bench.Answers), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "wait", "{\"name\":\"a\"}")]
    [InlineData(true, "wait", "{\"name\":\"a\"}")]
    [InlineData(false, "stubborn", "{}")]
    [InlineData(true, "stubborn", "{}")]
    public async Task A_run_cancelled_in_mid_tool_answers_every_call(bool streaming, string tool, string arguments)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}"), EmulatedReply.Call(tool, arguments), EmulatedReply.Say("where were we?"));
        using var cancellation = new CancellationTokenSource();

        var running = bench.RunAsync(streaming, cancellationToken: cancellation.Token);
        await bench.Tools.ReachedAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(["09:30", "Error: the call was cancelled before it finished; it may or may not have had an effect."], bench.Answers);
        Assert.Equal("where were we?", (await bench.RunAsync(streaming, "hello?")).Text);
    }

    [Fact]
    public async Task Leaving_a_stream_early_answers_every_call()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Calls(new("delete_trip", "{\"name\":\"a\"}"), new("now", "{}")), EmulatedReply.Say("where were we?"));

        await foreach (var e in bench.Agent().StreamAsync("go", bench.Conversation))
        {
            if (e is GlmToolCallStarted { Call.Name: "now" })
            {
                await bench.Tools.ReachedAsync();
                break;
            }
        }

        Assert.Equal(["a"], bench.Tools.Log);
        Assert.Equal(
            ["Error: the call was cancelled before it finished; it may or may not have had an effect.", "Error: the run was cancelled before the call; nothing was executed."],
            bench.Answers);
        Assert.Equal("where were we?", (await bench.RunAsync(streaming: true, "hello?")).Text);
    }

    [Fact]
    public async Task A_conversation_saved_while_a_tool_runs_can_be_sent()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Calls(new("now", "{}"), new("wait", "{\"name\":\"a\"}")), EmulatedReply.Say("done"));

        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Watch = e => _ = e is GlmToolCallFinished && first.TrySetResult();
        var running = bench.RunAsync(streaming: true);
        await bench.Tools.ReachedAsync();
        await first.Task.WaitAsync(Patience.Limit);
        var saved = GlmConversation.Parse(bench.Conversation.ToJson());
        await bench.AssertAcceptedAsync();
        bench.Tools.Go.SetResult();
        await running;

        Assert.Equal(4, saved.Messages.Count);
        Assert.Equal("09:30", saved.Messages[2].Content);
        Assert.Contains("interrupted", saved.Messages[3].Content, StringComparison.Ordinal);
        Assert.Equal(["09:30", "a done"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task A_destructive_call_waits_for_all_before_it_and_holds_up_all_behind_it(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Calls(
                new("wait", "{\"name\":\"a\"}"), new("wait", "{\"name\":\"b\"}"), new("delete_trip", "{\"name\":\"c\"}"), new("wait", "{\"name\":\"d\"}"), new("wait", "{\"name\":\"e\"}")),
            EmulatedReply.Say("ok"));

        var running = bench.RunAsync(streaming);
        await bench.Tools.ReachedAsync(2);
        Assert.Equal(["a", "b"], bench.Tools.Log.Order());
        bench.Tools.Go.SetResult();
        await running;

        Assert.Equal("c", bench.Tools.Log[2]);
        Assert.Equal(["d", "e"], bench.Tools.Log.Skip(3).Order());
        Assert.Equal(["a done", "b done", "c done", "d done", "e done"], bench.Answers);
    }

    [Theory, BothModes]
    public async Task Calls_with_an_exclusive_key_never_overlap(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Calls(new("wait_alone", "{\"name\":\"a\"}"), new("wait_alone", "{\"name\":\"b\"}"), new("wait", "{\"name\":\"c\"}")), EmulatedReply.Say("ok"));

        var running = bench.RunAsync(streaming);
        await bench.Tools.ReachedAsync(2);
        Assert.Equal(["a", "c"], bench.Tools.Log.Order());
        bench.Tools.Go.SetResult();
        await running;

        Assert.Equal(["a done", "b done", "c done"], bench.Answers);
    }

    [Fact]
    public async Task Tools_get_services_and_state()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("get_weather", "{\"city\":\"北京\",\"unit\":\"C\"}"), EmulatedReply.Say("ok"));
        var services = new EmptyServices();
        bench.Options = bench.Options with { Services = services, State = "signed in" };

        await bench.RunAsync(streaming: false);

        Assert.Same(services, bench.Tools.Context?.Services);
        Assert.Equal("signed in", bench.Tools.Context?.State);
    }

    private sealed class EmptyServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
