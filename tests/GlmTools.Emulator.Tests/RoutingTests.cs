namespace GlmTools.Emulator.Tests;

public class RoutingTests
{
    [Theory]
    [InlineData("POST", "chat/completion", 400, "1222")]
    [InlineData("POST", "chat/Completions", 400, "1222")]
    [InlineData("POST", "", 400, "1222")]
    [InlineData("GET", "reader", 400, "1222")]
    [InlineData("GET", "chat/completions", 405, "1222")]
    [InlineData("PUT", "chat/completions", 405, "1222")]
    public async Task What_does_not_exist_is_named(string method, string path, int status, string code)
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        var answer = await emulator.SendAsync(new(method), path, emulator.ApiKey, null);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Contains(path, answer.Message);
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_under_the_real_path()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));

        Assert.Matches("^http://127\\.0\\.0\\.1:[0-9]+/api/paas/v4$", emulator.BaseAddress.ToString());
        Assert.Equal(200, (await emulator.PostAsync(Wire.Ask("hi"))).Status);
    }

    [Fact]
    public async Task A_taken_port_is_told_by_StartAsync()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        await Assert.ThrowsAsync<IOException>(() => GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(), Port = emulator.BaseAddress.Port }));
    }
}
