using GlmTools;
using GlmTools.Testing;
#if (hasProject)
using ProjectUnderTest;
#endif

namespace WeatherAgent.Tests;

public class WeatherToolsTests
{
    // What the model is told is in WeatherToolsTests.Schema.verified.json. A change of it fails, and says how to accept it.
    [Fact]
    public Task Schema() => ToolSnapshot.Verify(new WeatherTools().Tools);

    [Fact]
    public async Task The_tools_accept_what_they_say_they_accept()
    {
        var report = await ToolConformance.Verify(new WeatherTools().Tools);
        Assert.True(report.Refused > 0, report.ToString());
    }

    // Each step answers one request. The methods are called; the model is this script.
    [Fact]
    public async Task The_agent_asks_for_the_weather()
    {
        await using var script = new ScriptedGlm()
            .Call<WeatherTools>(t => t.GetCurrentWeather("北京", Unit.C)).ExpectResult("晴")
            .Say("北京今天晴。");

        var agent = new GlmAgent(script.Client, "glm-4-flash", new WeatherTools().Tools);
        var run = await agent.RunAsync("今天北京天气如何?");

        Assert.Equal("北京今天晴。", run.Text);
    }
}
