using System.Text.Json;
using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Commands;

public class EmulateTests
{
    private const string Key = "my-id.my-secret";

    [Fact]
    public async Task The_server_answers_until_Ctrl_C()
    {
        var command = new Glmtools();
        var serving = command.InvokeAsync("emulate", "--port", "0", "--api-key", Key, "--json");
        var address = await AddressAsync(command);
        using var client = new GlmClient(Key, new() { BaseAddress = address });
        var completion = await client.Chat.CompleteAsync(new() { Model = "glm-4.6", Messages = [GlmChatMessage.User("今天北京天气如何?")] });

        Assert.NotEmpty(completion.Choices);
        command.Interrupts.Raise();
        Assert.Equal(ExitCode.Ok, (await serving).ExitCode);
    }

    [Fact]
    public async Task A_fault_garbles_what_a_scenario_says()
    {
        using var scratch = new Scratch();
        var scenario = scratch.Write("scenario.json", """{"rules":[{"user":"hi","calls":[{"name":"add","arguments":{"left":1}}]}],"fallback":"what?"}""");
        var command = new Glmtools();
        var serving = command.InvokeAsync("emulate", "--port", "0", "--api-key", Key, "--json", "--scenario", scenario, "--fault", "lost-arguments");
        using var client = new GlmClient(Key, new() { BaseAddress = await AddressAsync(command) });
        var request = new GlmChatRequest { Model = "glm-4.6", Messages = [GlmChatMessage.User("hi")], Tools = Tools.DeskTools.Tools.Utf8Json };
        var call = Assert.Single((await client.Chat.CompleteAsync(request)).Choices[0].Message.ToolCalls);

        Assert.Equal("{}", call.Arguments);
        command.Interrupts.Raise();
        await serving;
    }

    [Fact]
    public async Task The_banner_points_every_client_at_it()
    {
        var command = new Glmtools();
        var serving = command.InvokeAsync("emulate", "--port", "0", "--api-key", Key);
        await command.Out.UntilAsync(static text => text.Contains("assistant_id", StringComparison.Ordinal));
        command.Interrupts.Raise();
        var banner = (await serving).Ok();
        foreach (var client in new[] { "export ZHIPUAI_BASE_URL=http://127.0.0.1:", "ZhipuAI(api_key=\"my-id.my-secret\", base_url=", "ZhipuAiClient(", "new ZhipuAI({", "new OpenAI({", "new ChatClient(", "createZhipu({", "curl http://127.0.0.1:", "GlmClient.FromEnvironment()" })
        {
            Assert.Contains(client, banner, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bad_options_are_told()
    {
        Assert.Contains("did you mean 'empty-arguments'?", (await Glmtools.RunAsync("emulate", "--fault", "emty-arguments")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
        Assert.Contains("--port needs a number from 0 to 65535", (await Glmtools.RunAsync("emulate", "--port", "70000")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
        Assert.Contains("id.secret", (await Glmtools.RunAsync("emulate", "--port", "0", "--api-key", "x")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
        Assert.Contains("empty-arguments ", (await Glmtools.RunAsync("emulate", "--fault", "list")).Ok(), StringComparison.Ordinal);
    }

    // The form for programs is complete with its last brace.
    private static async Task<Uri> AddressAsync(Glmtools command)
        => new(JsonDocument.Parse(await command.Out.UntilAsync(static text => text.ReplaceLineEndings("\n").EndsWith("\n}\n", StringComparison.Ordinal))).RootElement.GetProperty("base_url").GetString()!);
}
