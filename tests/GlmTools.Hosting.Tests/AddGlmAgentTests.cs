using GlmTools.Emulator;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GlmTools.Hosting.Tests;

public sealed class AddGlmAgentTests
{
    [Fact]
    public async Task An_agent_is_made_of_the_configuration_and_calls_tools_out_of_a_scope()
    {
        await using var emulator = await TestHost.ServiceAsync(EmulatedReply.Call("count_stock", """{"what":"tea"}"""), EmulatedReply.Say("seven"));
        var ledger = new Ledger();
        using var host = TestHost.Build(TestHost.Of(emulator, ("Glm:Agents:clerk:Model", "glm-4.6"), ("Glm:Agents:clerk:Instructions", "Count."), ("Glm:Agents:clerk:Temperature", "0.2")), services =>
        {
            services.AddSingleton(ledger);
            services.AddGlm();
            services.AddGlmTools<StockTools>();
            services.AddGlmAgent("clerk");
        });
        await host.StartAsync();

        var run = await host.Services.GetRequiredKeyedService<GlmAgent>("clerk").RunAsync("How much tea?");

        Assert.Equal("seven", run.Text);
        Assert.Equal(["count tea", "disposed"], ledger.Lines);
        Assert.Same(host.Services.GetRequiredService<GlmAgent>(), host.Services.GetRequiredKeyedService<GlmAgent>("clerk"));
        Assert.StartsWith("""{"model":"glm-4.6","messages":[{"role":"system","content":"Count."}""", emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
        Assert.Contains("\"temperature\":0.2", emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var agent = Agent(new()
        {
            ["Glm:Agents:a:Model"] = "glm-4.7",
            ["Glm:Agents:a:Instructions"] = "Be brief.",
            ["Glm:Agents:a:MaxTurns"] = "3",
            ["Glm:Agents:a:MaxToolCalls"] = "4",
            ["Glm:Agents:a:TokenBudget"] = "5000",
            ["Glm:Agents:a:CostBudget"] = "0.5",
            ["Glm:Agents:a:MaxDuration"] = "00:01:00",
            ["Glm:Agents:a:ToolTimeout"] = "infinite",
            ["Glm:Agents:a:MaxParallelCalls"] = "6",
            ["Glm:Agents:a:ToolRetries"] = "7",
            ["Glm:Agents:a:AnswerRetries"] = "8",
            ["Glm:Agents:a:CaptureContent"] = "true",
            ["Glm:Agents:a:Temperature"] = "0.1",
            ["Glm:Agents:a:TopP"] = "0.9",
            ["Glm:Agents:a:MaxTokens"] = "100",
            ["Glm:Agents:a:ReasoningEffort"] = "high",
            ["Glm:Agents:a:ToolStream"] = "true",
            ["Glm:Agents:a:Thinking"] = "false",
        });

        Assert.Equal("glm-4.7", agent.Model);
        Assert.Equal(
            agent.Options with
            {
                Name = "a", Instructions = "Be brief.", MaxTurns = 3, MaxToolCalls = 4, TokenBudget = 5000, CostBudget = 0.5m, MaxDuration = TimeSpan.FromMinutes(1), ToolTimeout = Timeout.InfiniteTimeSpan,
                MaxParallelCalls = 6, ToolRetries = 7, AnswerRetries = 8, CaptureContent = true,
                Settings = new() { Temperature = 0.1, TopP = 0.9, MaxTokens = 100, ReasoningEffort = "high", ToolStream = true, Thinking = GlmThinking.Disabled },
            },
            agent.Options);
    }

    [Fact]
    public void Tools_go_to_all_agents_or_to_the_one_that_is_named()
    {
        using var host = Build([], services =>
        {
            services.AddGlmTools(ClockTools.Tools);
            services.AddGlmTools<StockTools>("b");
            services.AddGlmAgent("a", static agent => agent.Model = "glm-4.6");
            services.AddGlmAgent("b", static agent => agent.Model = "glm-4.6");
        });

        Assert.Equal(["now"], Names(host, "a"));
        Assert.Equal(["count_stock", "now"], Names(host, "b"));
    }

    [Fact]
    public void What_the_agent_leaves_open_comes_from_the_host()
    {
        var store = new GlmMemoryStore();
        using var host = Build([], services =>
        {
            services.AddSingleton<IGlmConversationStore>(store);
            services.AddGlmAgent("a").Configure<IGlmConversationStore>(static (agent, injected) =>
            {
                agent.Model = "glm-4.6";
                agent.Options = agent.Options with { State = injected };
            });
        });

        var options = host.Services.GetRequiredService<GlmAgent>().Options;

        Assert.Same(store, options.Store);
        Assert.Same(store, options.State);
        Assert.NotNull(options.Services);
        Assert.Equal("a", options.Name);
    }

    [Fact]
    public async Task An_agent_may_ask_any_chat_client()
    {
        await using var emulator = await TestHost.ServiceAsync(EmulatedReply.Say("hi"));
        using var host = TestHost.Build(TestHost.Of(emulator), static services =>
        {
            services.AddGlm();
            services.AddSingleton(static provider => provider.GetRequiredService<GlmClient>().AsIChatClient("glm-4.7"));
            services.AddGlmAgent("a").Configure<IChatClient>(static (agent, client) => agent.ChatClient = client);
        });

        Assert.Equal("hi", (await host.Services.GetRequiredService<GlmAgent>().RunAsync("hello")).Text);
    }

    [Theory]
    [InlineData("Glm:Agents:a:Model", "", "Glm:Agents:a:Model is missing: name the model, such as glm-4.6.")]
    [InlineData("Glm:Agents:a:MaxTurns", "x", "Glm:Agents:a:MaxTurns is 'x', but has to be a whole number.")]
    [InlineData("Glm:Agents:a:CaptureContent", "maybe", "Glm:Agents:a:CaptureContent is 'maybe', but has to be true or false.")]
    [InlineData("Glm:Agents:a:Temperature", "hot", "Glm:Agents:a:Temperature is 'hot', but has to be a number, such as 0.5.")]
    public async Task What_is_wrong_is_said_when_the_host_starts(string key, string value, string message)
        => Assert.Equal(message, (await RefusalAsync(new() { ["Glm:Agents:a:Model"] = "glm-4.6", [key] = value }, static _ => { })).Message);

    [Fact]
    public async Task An_agent_may_be_added_twice()
    {
        using var host = TestHost.Build(new() { ["Glm:ApiKey"] = "id.secret", ["Glm:Agents:a:MaxTurns"] = "many" }, static services =>
        {
            services.AddGlm();
            services.AddGlmAgent("a", static agent => agent.Model = "glm-4.6");
            services.AddGlmAgent("a");
        });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(["Glm:Agents:a:MaxTurns is 'many', but has to be a whole number."], refused.Failures);
    }

    [Fact]
    public async Task What_makes_no_sense_is_said_when_the_host_starts()
    {
        Assert.StartsWith("Glm:Agents:a: ", (await RefusalAsync(new() { ["Glm:Agents:a:Model"] = "glm-4.6", ["Glm:Agents:a:MaxTurns"] = "0" }, static _ => { })).Message, StringComparison.Ordinal);
        Assert.StartsWith("Glm:Agents:a: Two tools are named 'now'", (await RefusalAsync(new() { ["Glm:Agents:a:Model"] = "glm-4.6" }, static services => services.AddGlmTools(ClockTools.Tools).AddGlmTools(ClockTools.Tools, "a"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_for_an_agent_that_is_not_there_are_said_when_the_host_starts()
        => Assert.StartsWith(
            "AddGlmTools adds tools to the agent 'b', and there is none:",
            (await RefusalAsync(new() { ["Glm:Agents:a:Model"] = "glm-4.6" }, static services => services.AddGlmTools(ClockTools.Tools, "b"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task An_agent_without_anybody_to_ask_is_refused()
    {
        using var host = TestHost.Build(new() { ["Glm:Agents:a:Model"] = "glm-4.6" }, static services => services.AddGlmAgent("a"));

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("Glm:Agents:a: There is no GlmClient: call services.AddGlm(), or set ChatClient.", refused.Message);
    }

    [Fact]
    public async Task A_key_that_is_missing_is_said_once()
    {
        using var host = TestHost.Build(new() { ["Glm:Agents:a:Model"] = "glm-4.6" }, static services =>
        {
            services.AddGlm();
            services.AddGlmAgent("a");
        });

        Assert.StartsWith("Glm:ApiKey is missing", (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(IHost host, string agent) => host.Services.GetRequiredKeyedService<GlmAgent>(agent).Tools.Select(static tool => tool.Name);

    private static GlmAgent Agent(Dictionary<string, string?> configuration)
    {
        using var host = Build(configuration, static services => services.AddGlmAgent("a"));
        return host.Services.GetRequiredService<GlmAgent>();
    }

    private static async Task<OptionsValidationException> RefusalAsync(Dictionary<string, string?> configuration, Action<IServiceCollection> add)
    {
        using var host = Build(configuration, services =>
        {
            services.AddGlmAgent("a");
            add(services);
        });
        return await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }

    private static IHost Build(Dictionary<string, string?> configuration, Action<IServiceCollection> add) => TestHost.Build(new(configuration) { ["Glm:ApiKey"] = "id.0123456789abcdef" }, services =>
    {
        services.AddGlm();
        add(services);
    });
}
