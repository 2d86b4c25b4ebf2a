namespace GlmTools.Testing.Tests.Scripting;

/// <summary>What a developer reads when script and requests do not agree.</summary>
public class DialoguePictureTests
{
    [Fact]
    public async Task A_result_that_is_not_the_expected_one_is_shown_in_its_place()
    {
        await using var script = new ScriptedGlm()
            .OnUser("天气")
            .Call<WeatherTools>(t => t.GetCurrentWeather("北京"))
            .ExpectResult("雨")
            .Say("北京今天下雨。")
            .Say("再见");
        var failure = await Assert.ThrowsAsync<GlmScriptException>(() => Ask(script, "今天北京天气如何?"));

        Assert.Equal("""
            Request 2 does not fit the script: expected "雨" in the result of get_current_weather, but it is: 北京晴, 25C.

              when the user says "天气"
              ✓  1  calls get_current_weather {"location":"北京"}
              ✗  2  says "北京今天下雨。"
                    ^ expected "雨" in the result of get_current_weather, but it is: 北京晴, 25C
              ·  3  says "再见"

            The last request, for glm-4.6, whole, tools get_current_weather, get_time:
              user       今天北京天气如何?
              assistant  calls get_current_weather {"location":"北京"} (call_1)
              tool       (call_1) 北京晴, 25C

            """, failure.Message, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task A_step_nobody_asked_for_is_told_at_the_end()
    {
        var script = new ScriptedGlm().Say("one").Say("two");
        await Ask(script, "hi");
        var failure = Assert.Throws<GlmScriptException>(script.VerifyComplete);

        Assert.StartsWith("The script is not over: nobody asked for its last step.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("  ✓  1  says \"one\"\n  ·  2  says \"two\"\n", failure.Message, StringComparison.Ordinal);
        await script.DisposeAsync();
    }

    [Fact]
    public async Task Disposing_tells_a_step_nobody_asked_for()
    {
        var script = new ScriptedGlm().Say("one");
        await Assert.ThrowsAsync<GlmScriptException>(async () => await script.DisposeAsync());
    }

    [Fact]
    public async Task A_request_behind_the_last_step_is_one_too_many()
    {
        await using var script = new ScriptedGlm().Say("one");
        await Ask(script, "hi");
        var failure = await Assert.ThrowsAsync<GlmScriptException>(() => Ask(script, "again"));
        Assert.StartsWith("Request 2 does not fit the script: the script is over, and there is one more request.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_nobody_waits_for_is_quoted()
    {
        await using var script = new ScriptedGlm().OnUser(text => text.Length > 99).Say("long");
        var failure = await Assert.ThrowsAsync<GlmScriptException>(() => Ask(script, "短"));
        Assert.Contains("no OnUser of the script is for a request whose last user message is \"短\"", failure.Message, StringComparison.Ordinal);
        Assert.Contains("when the user says text => text.Length > 99", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_the_request_does_not_declare_cannot_be_called()
    {
        await using var script = new ScriptedGlm().Call(() => Clock.TimeIn("UTC")).Say("ok");
        var failure = await Assert.ThrowsAsync<GlmScriptException>(() => Ask(script, "hi"));
        Assert.Contains("the request does not declare time_in: it declares get_current_weather, get_time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_agents_on_the_same_steps_are_told_so()
    {
        await using var script = new ScriptedGlm().Call<WeatherTools>(t => t.GetCurrentWeather("北京")).Say("one");
        await script.Client.Chat.CompleteAsync(Question("hi"));
        var failure = await Assert.ThrowsAsync<GlmScriptException>(() => script.Client.Chat.CompleteAsync(Question("hi")));
        Assert.Contains("another conversation is in the middle of these steps", failure.Message, StringComparison.Ordinal);
        Assert.Contains("need an OnUser of their own", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_stays_one_when_the_program_swallows_it()
    {
        await using var script = new ScriptedGlm().OnUser("x").Say("one");
        var first = await Assert.ThrowsAsync<GlmScriptException>(() => Ask(script, "y"));
        var later = await Assert.ThrowsAsync<GlmScriptException>(() => Ask(script, "x"));
        Assert.Equal(first.Message, later.Message);
        Assert.Equal(first.Message, Assert.Throws<GlmScriptException>(script.VerifyComplete).Message);
    }

    [Fact]
    public async Task A_result_that_is_never_sent_back_is_missed()
    {
        await using var script = new ScriptedGlm().Call<WeatherTools>(t => t.GetCurrentWeather("北京")).ExpectResult("晴");
        await script.Client.Chat.CompleteAsync(Question("hi") with { Tools = new WeatherTools().Tools.Utf8Json });
        Assert.StartsWith("The script ends with a call whose result it expects", Assert.Throws<GlmScriptException>(script.VerifyComplete).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_shows_itself()
        => Assert.Equal("""
            The script so far:

              whatever the user says
              ·  1  thinks "hm", streams "a" | "b", calls time_in {"zone":"UTC"}
              ·  2  fails with 1302 (HTTP 429)

            """, new ScriptedGlm().Think("hm").Stream("a", "b").And(() => Clock.TimeIn("UTC")).Fail(1302).ToString(), ignoreLineEndingDifferences: true);

    private static GlmChatRequest Question(string text) => new() { Model = "glm-4.6", Messages = [GlmChatMessage.User(text)], Tools = new WeatherTools().Tools.Utf8Json };

    private static async Task<string?> Ask(ScriptedGlm script, string prompt)
        => (await new GlmAgent(script.Client, "glm-4.6", new WeatherTools().Tools).RunAsync(prompt)).Text;
}
