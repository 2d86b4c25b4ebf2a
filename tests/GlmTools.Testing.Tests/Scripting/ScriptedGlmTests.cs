using GlmTools.Emulator;

namespace GlmTools.Testing.Tests.Scripting;

public class ScriptedGlmTests
{
    private readonly WeatherTools _tools = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_script_leads_an_agent_through_a_dialogue(bool streamed)
    {
        await using var script = new ScriptedGlm()
            .OnUser("天气")
            .Think("The user wants the weather.")
            .Call<WeatherTools>(t => t.GetCurrentWeather("北京", Unit.F))
            .And<WeatherTools>(t => t.GetTimeAsync())
            .ExpectResult("10:00")
            .Say("北京今天晴。");

        Assert.Equal("北京今天晴。", await RunAsync(Agent(script), "今天北京天气如何?", streamed));
        Assert.Equal(["北京 F"], _tools.Asked);
        Assert.Equal(2, script.Requests.Count);
        Assert.Equal(["北京晴, 25F", "10:00"], script.Requests[1].Results);
        Assert.Equal("The user wants the weather.", script.Requests[1].Messages[1].Reasoning);
    }

    [Fact]
    public async Task Requests_show_what_was_sent()
    {
        await using var script = new ScriptedGlm().Say("你好!");
        await RunAsync(Agent(script), "你好");

        var sent = Assert.Single(script.Requests);
        Assert.Equal("glm-4.6", sent.Model);
        Assert.Equal("你好", sent.UserText);
        Assert.Equal(["get_current_weather", "get_time"], sent.Tools);
        Assert.Equal(200, sent.Status);
        Assert.False(sent.IsStreamed);
        Assert.Contains("\"content\": \"你好\"", sent.Json, StringComparison.Ordinal);
        Assert.Equal("glm-4.6: 你好", sent.ToString());
    }

    [Fact]
    public async Task Streamed_pieces_arrive_as_they_were_written()
    {
        await using var script = new ScriptedGlm().Stream("北京", "今天", "晴。");
        var pieces = new List<string>();
        await foreach (var e in Agent(script).StreamAsync("天气"))
        {
            if (e is GlmTextDelta delta)
            {
                pieces.Add(delta.Text);
            }
        }

        Assert.Equal(["北京", "今天", "晴。"], pieces);
    }

    [Fact]
    public async Task A_stream_is_not_for_a_request_that_asks_for_none()
    {
        await using var script = new ScriptedGlm().Stream("a", "b");
        var failure = await Assert.ThrowsAsync<GlmScriptException>(() => RunAsync(Agent(script), "hi"));
        Assert.Contains("the request does not ask for a stream", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1302, 429)]
    [InlineData(1003, 401)]
    [InlineData(1261, 400)]
    [InlineData(1301, 400)]
    [InlineData(1220, 403)]
    [InlineData(1230, 500)]
    public async Task A_failure_has_the_status_of_its_code(int code, int status)
    {
        await using var script = new ScriptedGlm().Fail(code);
        var failure = await Assert.ThrowsAsync<GlmApiException>(() => RunAsync(Agent(script), "hi"));
        Assert.Equal(status, (int)failure.StatusCode);
        Assert.Equal(code.ToString(System.Globalization.CultureInfo.InvariantCulture), failure.Code);
    }

    [Fact]
    public void A_code_nobody_knows_needs_a_status()
        => Assert.Contains("Fail(4711, status: 400)", Assert.Throws<ArgumentException>(() => new ScriptedGlm().Fail(4711)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_client_with_retries_takes_the_next_step()
    {
        await using var script = new ScriptedGlm().OnUser("hi").Fail(500).Say("hello");
        using var client = script.Connect(options => options with { MaxRetries = 1, TimeProvider = new PassingTime() });
        Assert.Equal("hello", (await new GlmAgent(client, "glm-4.6", _tools.Tools).RunAsync("hi")).Text);
        Assert.Equal([500, 200], script.Requests.Select(static request => request.Status));
    }

    [Fact]
    public async Task A_fault_garbles_its_step()
    {
        await using var script = new ScriptedGlm()
            .Call<WeatherTools>(t => t.GetCurrentWeather("北京", Unit.F)).With(FaultProfile.DoublyEncodedArguments)
            .ExpectResult("北京晴")
            .Say("ok");
        await RunAsync(Agent(script), "天气");
        Assert.Equal(["北京 F"], _tools.Asked);
    }

    [Fact]
    public async Task A_fault_that_changes_nothing_fails_the_test()
    {
        await using var script = new ScriptedGlm().Say("hello").With(FaultProfile.MissingId);
        var failure = await Assert.ThrowsAsync<GlmScriptException>(() => RunAsync(Agent(script), "hi"));
        Assert.Contains("the fault missing-id changes nothing here", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_each_step_garbles_those_it_can()
    {
        await using var script = new ScriptedGlm().WithEach(FaultProfile.NumericId)
            .Call<WeatherTools>(t => t.GetCurrentWeather("北京")).ExpectResult("晴").Say("ok");
        await RunAsync(Agent(script), "天气");
        Assert.NotEqual("call_1", script.Requests[1].Messages[^1].ToolCallId);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again()
    {
        await using var script = new ScriptedGlm().OnUser("hi").Stream("a", "b").With(FaultProfile.BrokenConnection).Say("whole");
        using var client = script.Connect(options => options with { TimeProvider = new PassingTime() });
        Assert.EndsWith("whole", await RunAsync(new GlmAgent(client, "glm-4.6", _tools.Tools), "hi", streamed: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_is_as_strict_as_the_real_one()
    {
        await using var script = new ScriptedGlm().Say("never");
        var failure = await Assert.ThrowsAsync<GlmApiException>(() => script.Client.Chat.CompleteAsync(new GlmChatRequest
        {
            Model = "glm-4.6",
            Messages = [GlmChatMessage.User("hi"), GlmChatMessage.Tool("call_9", "a result nobody asked for")],
        }));

        Assert.Equal("1214", failure.Code);
        Assert.Equal(400, script.Requests.Single().Status);
        Assert.Contains("1214", script.Requests.Single().Refusal, StringComparison.Ordinal);
        Assert.Contains("The service refused it", Assert.Throws<GlmScriptException>(script.VerifyComplete).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Static_tools_and_raw_calls_are_steps_too()
    {
        await using var script = new ScriptedGlm()
            .Call(() => Clock.TimeIn("UTC")).ExpectResult(result => result.StartsWith("10", StringComparison.Ordinal))
            .And("time_in", """{"zone":""").ExpectResult("Error")
            .Say("ok");
        Assert.Equal("ok", (await new GlmAgent(script.Client, "glm-4.6", Clock.Tools).RunAsync("time?")).Text);
    }

    [Fact]
    public async Task Any_reply_of_the_emulator_is_a_step()
    {
        await using var script = new ScriptedGlm().Reply(EmulatedReply.Say("cut") with { FinishReason = "length" });
        var completion = await script.Client.Chat.CompleteAsync(new GlmChatRequest { Model = "glm-4.6", Messages = [GlmChatMessage.User("hi")] });
        Assert.Equal(GlmFinishReason.Length, completion.Choices[0].FinishReason);
    }

    [Fact]
    public async Task Agents_side_by_side_are_told_apart_by_what_the_user_says()
    {
        await using var script = new ScriptedGlm()
            .OnUser("北京").Call<WeatherTools>(t => t.GetCurrentWeather("北京")).ExpectResult("北京").Say("晴")
            .OnUser("上海").Call<WeatherTools>(t => t.GetCurrentWeather("上海")).ExpectResult("上海").Say("雨");
        var answers = await Task.WhenAll(RunAsync(Agent(script), "北京?"), RunAsync(Agent(script), "上海?"));
        Assert.Equal<IEnumerable<string?>>(["晴", "雨"], answers);
    }

    [Fact]
    public async Task Conversations_with_the_same_question_are_told_apart_by_the_ids_of_their_calls()
    {
        await using var script = new ScriptedGlm()
            .OnUser("hi").Call("get_time").Say("first")
            .OnUser("hi").Call("get_time").Say("second");
        var question = new GlmChatRequest { Model = "glm-4.6", Messages = [GlmChatMessage.User("hi")], Tools = _tools.Tools.Utf8Json };
        await script.Client.Chat.CompleteAsync(question);
        var second = (await script.Client.Chat.CompleteAsync(question)).Choices[0].Message;
        var completion = await script.Client.Chat.CompleteAsync(question with { Messages = [.. question.Messages, second, GlmChatMessage.Tool(second.ToolCalls[0].Id, "10:00")] });
        Assert.Equal("second", completion.Choices[0].Message.Content);
        Assert.Contains("nobody asked for its last step", Assert.Throws<GlmScriptException>(script.VerifyComplete).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_goes_on_with_what_the_user_says_next()
    {
        await using var script = new ScriptedGlm()
            .OnUser("你好").Say("你好!")
            .OnUser("天气").Call<WeatherTools>(t => t.GetCurrentWeather("北京")).Say("晴")
            .OnUser("谢谢").Say("不客气");
        var agent = Agent(script);
        var conversation = new GlmConversation();
        foreach (var (user, answer) in new[] { ("你好", "你好!"), ("天气?", "晴"), ("谢谢", "不客气") })
        {
            Assert.Equal(answer, (await agent.RunAsync(user, conversation)).Text);
        }
    }

    [Fact]
    public async Task A_script_can_be_played_over_a_port()
    {
        await using var script = new ScriptedGlm().OnUser("天气").Call<WeatherTools>(t => t.GetCurrentWeather("北京")).ExpectResult("晴").Say("晴");
        await using var fixture = await GlmEmulatorFixture.StartAsync(script);
        Assert.Equal("晴", (await new GlmAgent(fixture.Client, "glm-4.6", _tools.Tools).RunAsync("天气")).Text);
        Assert.Equal(2, fixture.Requests.Count);
    }

    private GlmAgent Agent(ScriptedGlm script) => new(script.Client, "glm-4.6", _tools.Tools);

    private static async Task<string?> RunAsync(GlmAgent agent, string prompt, bool streamed = false)
    {
        if (!streamed)
        {
            return (await agent.RunAsync(prompt)).Text;
        }

        var text = "";
        await foreach (var e in agent.StreamAsync(prompt))
        {
            text += e is GlmTextDelta delta ? delta.Text : "";
        }

        return text;
    }
}
