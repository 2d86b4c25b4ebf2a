using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Page;

public class TrafficTests
{
    [Fact]
    public async Task An_emulator_shows_what_clients_ask_it_and_not_its_key()
    {
        const string Key = "my-id.my-own-secret";
        await using var page = await Served.StartAsync(new Glmtools(), "emulate", "--ui", "--port", "0", "--api-key", Key, "--json");
        Assert.Equal(0, (await page.GetAsync("api/runs/0")).GetProperty("turns").GetArrayLength());
        using var client = new GlmClient(Key, new() { BaseAddress = new Uri(page.Printed.GetProperty("base_url").GetString()!) });
        await client.Chat.CompleteAsync(new() { Model = "glm-4.6", Messages = [GlmChatMessage.User($"你好, {Key}")] });
        var listed = (await page.GetAsync("api/runs"))[0];
        var run = await page.GetAsync("api/runs/0");

        Assert.Equal("你好, ***", listed.GetProperty("title").GetString());
        Assert.Equal("glm-4.6", run.GetProperty("turns")[0].GetProperty("model").GetString());
        Assert.Equal(200, run.GetProperty("exchanges")[0].GetProperty("status").GetInt32());
        Assert.DoesNotContain("my-own-secret", run.GetRawText(), StringComparison.Ordinal);
        Assert.False((await page.GetAsync("api/about")).GetProperty("has_tools").GetBoolean());
    }
}
