namespace GlmTools.Testing.Tests.Documentation.Readme.Pages;

public class WeatherToolsTests
{
    [Fact]
    public Task Schema() => ToolSnapshot.Verify(WeatherTools.ToolsFromServices);

    [Fact]
    public Task Binder() => ToolConformance.Verify(WeatherTools.ToolsFromServices);

    [Fact]
    public async Task The_agent_asks_for_the_weather()
    {
        await using var glm = new ScriptedGlm()
            .OnUser("天气").Call<WeatherTools>(t => t.GetCurrentWeather("北京", Unit.C)).ExpectResult("21.5").Say("北京今天晴。");
        var run = await new GlmAgent(glm.Client, "glm-4-flash", new WeatherTools().Tools).RunAsync("今天北京天气如何?");
        Assert.Equal("北京今天晴。", run.Text);
    }
}
