using System.Text.Json;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>The loop over real HTTP, each case in both ways to run it.</summary>
public sealed class GlmAgentTests
{
    private const string Beijing = "{\"city\":\"北京\",\"unit\":\"C\"}";

    [Theory, BothModes]
    public async Task An_answer_without_calls_is_one_turn(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Say("\n你好\n"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal("你好", run.Text);
        Assert.Equal(GlmStopReason.Answered, run.StopReason);
        Assert.Equal(GlmFinishReason.Stop, run.FinishReason);
        Assert.Single(run.Turns);
        Assert.Same(bench.Conversation, run.Conversation);
        Assert.Equal("\n你好\n", run.Conversation.Messages[^1].Content);
        Assert.Empty(run.ToolCalls);
    }

    [Theory, BothModes]
    public async Task One_call_is_executed_and_answered_with_its_id(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Call("get_weather", Beijing, "call_7") with { Text = "\n", Reasoning = "\n想 " }, EmulatedReply.Say("21.5℃"));

        var run = await bench.RunAsync(streaming, "今天北京天气如何?");

        Assert.Equal("21.5℃", run.Text);
        Assert.Equal(2, run.Turns.Count);
        Assert.Equal(["weather 北京"], bench.Tools.Log);
        Assert.Equal((run.Id, "call_7"), (bench.Tools.Context?.RunId, bench.Tools.Context?.CallId));
        var call = Assert.Single(run.ToolCalls);
        Assert.Equal(new GlmToolCall("call_7", "get_weather", Beijing), call.Call);
        Assert.False(call.Result.IsError);
        Assert.Equal(
            "[{\"role\":\"user\",\"content\":\"今天北京天气如何?\"},"
            + "{\"role\":\"assistant\",\"content\":\"\\n\",\"reasoning_content\":\"\\n想 \",\"tool_calls\":[{\"id\":\"call_7\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\",\"arguments\":\"{\\\"city\\\":\\\"北京\\\",\\\"unit\\\":\\\"C\\\"}\"}}]},"
            + "{\"role\":\"tool\",\"content\":" + JsonSerializer.Serialize(call.Result.Text, Relaxed) + ",\"tool_call_id\":\"call_7\"},"
            + "{\"role\":\"assistant\",\"content\":\"21.5℃\"}]",
            run.Conversation.ToJson());
    }

    [Theory, BothModes]
    public async Task The_tools_go_out_byte_for_byte_and_usage_adds_up(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}"), EmulatedReply.Say("09:30"));

        var run = await bench.RunAsync(streaming);

        Assert.All(bench.Requests, request => Assert.Equal(bench.Tools.Tools.ToJson(), request.GetProperty("tools").GetRawText()));
        Assert.Equal(run.Usage.PromptTokens + run.Usage.CompletionTokens, run.Usage.TotalTokens);
        Assert.True(run.Usage.PromptTokens > bench.Requests.Count * 20);
    }

    [Theory, BothModes]
    public async Task Parallel_calls_overlap_and_are_answered_in_order(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Calls(new("wait", "{\"name\":\"a\"}", "call_1"), new("now", "{}", "call_2"), new("wait", "{\"name\":\"b\"}", "call_3")), EmulatedReply.Say("done"));

        var running = bench.RunAsync(streaming);
        await bench.Tools.ReachedAsync(2);
        bench.Tools.Go.SetResult();
        var run = await running;

        Assert.Equal(2, bench.Tools.MostAtATime);
        Assert.Equal(["a done", "09:30", "b done"], bench.Answers);
        Assert.Equal(["call_1", "call_2", "call_3"], run.Conversation.Messages.Select(static message => message.ToolCallId).OfType<string>());
    }

    [Theory, BothModes]
    public async Task Two_rounds_keep_the_whole_history(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", ""), EmulatedReply.Call("get_weather", Beijing), EmulatedReply.Say("done"));

        var run = await bench.RunAsync(streaming);

        Assert.Equal(3, run.Turns.Count);
        Assert.Equal(["now", "weather 北京"], bench.Tools.Log);
        Assert.Equal([1, 3, 5], bench.Requests.Select(static request => request.GetProperty("messages").GetArrayLength()));
    }

    [Theory, BothModes]
    public async Task A_conversation_goes_on(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Say("one"), EmulatedReply.Say("two"));

        await bench.RunAsync(streaming, "1?");
        var run = await bench.RunAsync(streaming, "2?");

        Assert.Equal(["1?", "one", "2?", "two"], run.Conversation.Messages.Select(static message => message.Content));
    }

    [Theory, BothModes]
    public async Task Instructions_and_settings_are_in_every_request_but_not_in_the_conversation(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}"), EmulatedReply.Say("done"));
        bench.Options = bench.Options with { Instructions = "简短回答", Settings = new() { Temperature = 0.2 } };

        await bench.RunAsync(streaming);

        Assert.All(bench.Requests, static request =>
        {
            Assert.Equal("简短回答", request.GetProperty("messages")[0].GetProperty("content").GetString());
            Assert.Equal(0.2, request.GetProperty("temperature").GetDouble());
        });
        Assert.Equal(GlmChatRole.User, bench.Conversation.Messages[0].Role);
    }

    [Theory, BothModes]
    public async Task A_conversation_keeps_to_its_own_system_message(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Say("done"));
        bench.Options = bench.Options with { Instructions = "the agent's" };
        bench.Conversation.Add(GlmChatMessage.System("its own"));

        await bench.RunAsync(streaming);

        Assert.Equal(["its own", "go"], bench.Requests[0].GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("content").GetString()));
    }

    [Theory, BothModes]
    public async Task On_the_last_turn_the_model_has_no_tools(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}"), EmulatedReply.Say("as far as I know, noon"));
        bench.Options = bench.Options with { MaxTurns = 2 };

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.MaxTurns, run.StopReason);
        Assert.Equal("as far as I know, noon", run.Text);
        Assert.Equal([true, false], bench.Requests.Select(static request => request.TryGetProperty("tools", out _)));
    }

    [Theory, BothModes]
    public async Task Calls_on_the_last_turn_are_refused_and_the_transcript_stays_valid(bool streaming)
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}"));
        bench.Options = bench.Options with { MaxTurns = 1 };

        var run = await bench.RunAsync(streaming);

        Assert.Equal(GlmStopReason.MaxTurns, run.StopReason);
        Assert.Equal("", run.Text);
        Assert.Empty(bench.Tools.Log);
        Assert.Contains("no further turn", Assert.Single(bench.Answers), StringComparison.Ordinal);
        await bench.AssertAcceptedAsync();
    }

    [Theory, BothModes]
    public async Task An_agent_without_tools_answers_on_its_last_turn_and_calls_nothing_for_ever(bool streaming)
    {
        await using var bench = await Bench.StartAsync([EmulatedReply.Say("hi"), .. Enumerable.Range(0, 9).Select(static n => EmulatedReply.Call($"made_up_{n}", "{}"))]);
        var agent = new GlmAgent(bench.Client, "glm-4-flash", options: new() { MaxTurns = 1 });

        Assert.Equal(GlmStopReason.Answered, (await bench.RunAsync(agent, streaming)).StopReason);
        Assert.Equal(GlmStopReason.MaxTurns, (await bench.RunAsync(agent, streaming)).StopReason);
        Assert.Equal(2, bench.Requests.Count);
    }

    [Theory, BothModes]
    public async Task A_service_that_fails_in_mid_run_leaves_a_conversation_that_goes_on(bool streaming)
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Call("now", "{}"), EmulatedReply.Fail(429, "1113", "欠费"), EmulatedReply.Say("back again"));

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming));
        var run = await bench.RunAsync(streaming, "and now?");

        Assert.Equal("1113", failure.Code);
        Assert.Equal("back again", run.Text);
        Assert.Equal(["now"], bench.Tools.Log);
    }

    [Fact]
    public async Task An_interrupted_stream_executes_nothing_and_leaves_a_valid_conversation()
    {
        // The call is complete; only what ends the answer is missing.
        await using var bench = await Bench.StartAsync(
            new ManualTimeProvider(static wait => wait < TimeSpan.FromSeconds(10)),
            [.. Enumerable.Repeat(EmulatedReply.RawStream("data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"now\",\"arguments\":\"{}\"}}]}}]}\n\n"), 4)]);

        await Assert.ThrowsAsync<GlmStreamException>(() => bench.RunAsync(streaming: true));

        Assert.Equal(3, bench.Requests.Count);

        Assert.Empty(bench.Tools.Log);
        await bench.AssertAcceptedAsync();
    }

    [Fact]
    public async Task A_stream_tells_what_happens_in_order()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}", "call_1") with { Reasoning = "想" }, EmulatedReply.Say("好"));

        await bench.RunAsync(streaming: true);

        Assert.Collection(
            bench.Events,
            static e => Assert.Equal(new GlmTurnStarted(1), e),
            static e => Assert.Equal(new GlmReasoningDelta("想"), e),
            static e => Assert.Equal(new GlmToolCallArriving(0, "now", "{}"), e),
            static e => Assert.IsType<GlmUsageReported>(e),
            static e => Assert.Equal(new GlmToolCallStarted(new("call_1", "now", "{}")), e),
            static e => Assert.Equal("09:30", Assert.IsType<GlmToolCallFinished>(e).Result.Text),
            static e => Assert.Equal(new GlmTurnStarted(2), e),
            static e => Assert.Equal(new GlmTextDelta("好"), e),
            static e => Assert.IsType<GlmUsageReported>(e),
            static e => Assert.Equal("好", Assert.IsType<GlmRunStopped>(e).Run.Text));
    }

    [Fact]
    public async Task One_conversation_takes_one_run_at_a_time()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("wait", "{\"name\":\"a\"}"), EmulatedReply.Say("done"));

        var running = bench.RunAsync(streaming: false);
        await bench.Tools.ReachedAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.RunAsync(streaming: false));
        Assert.Throws<InvalidOperationException>(() => bench.Conversation.Add(GlmChatMessage.User("me too")));
        bench.Tools.Go.SetResult();
        await running;
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task An_empty_prompt_is_refused_at_once(string prompt)
    {
        await using var bench = await Bench.StartAsync();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => bench.Agent().RunAsync(prompt));

        Assert.StartsWith("The prompt is empty", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => bench.Agent().StreamAsync(prompt));
    }

    [Fact]
    public async Task Options_that_make_no_sense_are_refused()
    {
        await using var bench = await Bench.StartAsync();
        bench.Options = new() { MaxTurns = 0 };
        Assert.Throws<ArgumentOutOfRangeException>(bench.Agent);

        bench.Options = new() { ToolTimeout = TimeSpan.Zero };
        Assert.Throws<ArgumentOutOfRangeException>(bench.Agent);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
