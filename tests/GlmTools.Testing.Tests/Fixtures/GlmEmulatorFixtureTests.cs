using GlmTools.Emulator;
using GlmTools.Testing.Tests.Scripting;

namespace GlmTools.Testing.Tests.Fixtures;

public class GlmEmulatorFixtureTests
{
    [Fact]
    public async Task It_listens_on_a_port_and_has_a_client()
    {
        await using var glm = await GlmEmulatorFixture.StartAsync(EmulatedModel.InOrder(EmulatedReply.Say("你好")));
        Assert.True(glm.Emulator.BaseAddress is { Host: "127.0.0.1", Port: > 0 });
        Assert.Equal("你好", (await new GlmAgent(glm.Client, "glm-4.6", GlmToolSet.Empty).RunAsync("hi")).Text);
        Assert.Equal("hi", glm.Requests.Single().UserText);
    }

    [Fact]
    public async Task Faults_garble_what_it_says()
    {
        await using var glm = await GlmEmulatorFixture.StartAsync(EmulatedModel.InOrder(EmulatedReply.Call("get_current_weather", """{"location":"北京"}"""), EmulatedReply.Say("ok")), FaultProfile.ArgumentsAsObject, FaultProfile.NumericId);
        await new GlmAgent(glm.Client, "glm-4.6", new WeatherTools().Tools).RunAsync("hi");
        Assert.Contains("\"arguments\":{\"location\"", glm.Emulator.Exchanges[0].ResponseBody, StringComparison.Ordinal);
        Assert.Matches("\"id\":[0-9]", glm.Emulator.Exchanges[0].ResponseBody);
    }

    [Fact]
    public async Task It_is_gone_when_it_is_disposed()
    {
        var glm = await GlmEmulatorFixture.StartAsync(ScenarioModel.Weather);
        await glm.DisposeAsync();
        using var client = new GlmClient("a.b", new() { BaseAddress = glm.Emulator.BaseAddress, MaxRetries = 0 });
        await Assert.ThrowsAsync<GlmConnectionException>(() => new GlmAgent(client, "glm-4.6", GlmToolSet.Empty).RunAsync("hi"));
    }

    [Fact]
    public async Task One_in_memory_is_a_script()
        => Assert.Contains("ScriptedGlm", (await Assert.ThrowsAsync<ArgumentException>(() => GlmEmulatorFixture.StartAsync(new() { Model = ScenarioModel.Weather, InMemory = true }))).Message, StringComparison.Ordinal);
}
