using GlmTools.Emulator;
using GlmTools.Testing.Tests.Scripting;

namespace GlmTools.Testing.Tests.Documentation;

/// <summary>The snippets of docs/testing-agents.md, as they stand there.</summary>
public class TestingAgentsPage
{
    // page: script
    [Fact]
    public async Task The_agent_asks_for_the_weather()
    {
        var tools = new WeatherTools();
        await using var script = new ScriptedGlm()
            .OnUser("天气")
            .Call<WeatherTools>(t => t.GetCurrentWeather("北京", Unit.C))
            .ExpectResult("晴")
            .Say("北京今天晴。");

        var agent = new GlmAgent(script.Client, "glm-4.6", tools.Tools);
        GlmRun run = await agent.RunAsync("今天北京天气如何?");

        Assert.Equal("北京今天晴。", run.Text);
        Assert.Equal(["get_current_weather", "get_time"], script.Requests[0].Tools);
    }
    // end

    // page: steps
    private static ScriptedGlm Steps() => new ScriptedGlm()
        .OnUser("天气")
        .Think("Two cities: two calls.")                                         // reasoning_content of the next step
        .Call<WeatherTools>(t => t.GetCurrentWeather("北京")).ExpectResult("晴")
        .And<WeatherTools>(t => t.GetCurrentWeather("上海")).ExpectResult(result => result.Length < 100)
        .Fail(1302)                                                              // 429, as the service says it
        .Stream("北京和上海", "都晴", "。")                                       // exactly these pieces; the request has to ask for a stream
        .OnUser("时间")
        .Call(() => Clock.TimeIn("Asia/Shanghai"))                               // a static tool
        .And("time_in", """{"zone": """)                                         // by name, sent as it is
        .Say("十点").With(FaultProfile.AnswerInReasoning)                        // garbled like the real one
        .Reply(EmulatedReply.Say("被截断") with { FinishReason = "length" });     // anything the emulator can answer
    // end

    // page: retries
    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        await using var script = new ScriptedGlm().Fail(1302).Say("ok");
        using var client = script.Connect(options => options with { MaxRetries = 1, TimeProvider = new PassingTime() });
        Assert.Equal("ok", (await new GlmAgent(client, "glm-4.6", GlmToolSet.Empty).RunAsync("hi")).Text);
    }
    // end

    [Fact]
    public void The_steps_are_a_script() => Assert.Contains("calls time_in {\"zone\":\"Asia/Shanghai\"}", Steps().ToString(), StringComparison.Ordinal);

    // page: fixture
    [Fact]
    public async Task Any_client_can_talk_to_it()
    {
        await using var glm = await GlmEmulatorFixture.StartAsync(ScenarioModel.Weather, FaultProfile.NumericId);
        var agent = new GlmAgent(glm.Client, "glm-4.6", new WeatherTools().Tools);
        await agent.RunAsync("今天北京天气如何?");
        Assert.NotEmpty(glm.Requests);
    }
    // end
}

// page: lifetime
public sealed class Glm : IAsyncLifetime
{
    public GlmEmulatorFixture Emulator { get; private set; } = null!;

    public async Task InitializeAsync() => Emulator = await GlmEmulatorFixture.StartAsync(ScenarioModel.Weather);

    public async Task DisposeAsync() => await Emulator.DisposeAsync();
}

public class WeatherTests(Glm glm) : IClassFixture<Glm>
{
    [Fact]
    public async Task The_models_are_listed()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", glm.Emulator.Emulator.ApiKey);
        Assert.Contains("glm", await http.GetStringAsync($"{glm.Emulator.Emulator.BaseAddress}/models"), StringComparison.Ordinal);
    }
}
// end

public class RecordedTests
{
    // page: recorder
    [Fact]
    public async Task The_agent_answers_as_it_did()
    {
        await using var recorder = await GlmRecorder.OpenAsync("Cassettes/weather.json");
        var key = Environment.GetEnvironmentVariable("ZHIPUAI_API_KEY") ?? "replay.needs-no-key";
        using var client = new GlmClient(key, new GlmClientOptions { Handler = recorder });

        var agent = new GlmAgent(client, "glm-4.6", new WeatherTools().Tools);
        Assert.Contains("晴", (await agent.RunAsync("今天北京天气如何?")).Text, StringComparison.Ordinal);
    }
    // end
}
