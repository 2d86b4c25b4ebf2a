using GlmTools.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GlmTools.Hosting.Tests;

/// <summary>Clients with names beside the one without.</summary>
public sealed class AddKeyedGlmTests
{
    private const string Key = "id.0123456789abcdef";

    [Fact]
    public async Task Each_client_asks_the_service_of_its_own_section()
    {
        await using var first = await TestHost.ServiceAsync(EmulatedReply.Say("first"));
        await using var second = await TestHost.ServiceAsync(EmulatedReply.Say("second"));
        using var host = TestHost.Build(Sections(first, second), static services =>
        {
            services.AddGlm();
            services.AddKeyedGlm("other");
        });
        await host.StartAsync();

        Assert.Equal("first", await AskAsync(host.Services.GetRequiredService<GlmClient>()));
        Assert.Equal("second", await AskAsync(host.Services.GetRequiredKeyedService<GlmClient>("other")));
        Assert.Single(first.Exchanges);
        await host.StopAsync();
    }

    [Fact]
    public async Task An_agent_names_the_client_it_asks()
    {
        await using var first = await TestHost.ServiceAsync();
        await using var second = await TestHost.ServiceAsync(EmulatedReply.Say("second"));
        var configuration = Sections(first, second);
        configuration["Glm:Agents:a:Model"] = "glm-4.6";
        configuration["Glm:Agents:a:Client"] = "other";
        using var host = TestHost.Build(configuration, static services =>
        {
            services.AddGlm();
            services.AddKeyedGlm("other");
            services.AddGlmAgent("a");
        });
        await host.StartAsync();

        Assert.Equal("second", (await host.Services.GetRequiredService<GlmAgent>().RunAsync("hello")).Text);
        await host.StopAsync();
    }

    [Fact]
    public void Code_and_handlers_are_for_the_client_they_were_given_to()
    {
        using var host = TestHost.Build(new() { ["Glm:ApiKey"] = Key, ["Glm:MaxRetries"] = "7", ["Glm:Clients:a:ApiKey"] = "a.a" }, static services =>
        {
            services.AddGlm();
            services.AddKeyedGlm("a", static options => options.Client = options.Client with { MaxRetries = 1 });
            services.AddKeyedGlm("a");
            services.AddKeyedGlm("b", static options => options.ApiKey = "b.b");
        });
        var options = host.Services.GetRequiredService<IOptionsMonitor<GlmOptions>>();

        Assert.Equal((Key, 7), (options.CurrentValue.ApiKey, options.CurrentValue.Client.MaxRetries));
        Assert.Equal(("a.a", 1), (options.Get("a").ApiKey, options.Get("a").Client.MaxRetries));
        Assert.Equal(("b.b", new GlmClientOptions().MaxRetries), (options.Get("b").ApiKey, options.Get("b").Client.MaxRetries));
        Assert.Single(host.Services.GetKeyedServices<GlmClient>("a"));
        Assert.Single(host.Services.GetServices<GlmClient>());
    }

    [Fact]
    public async Task A_key_of_the_environment_does_not_go_to_another_service()
    {
        using var host = TestHost.Build(new() { ["ZHIPUAI_API_KEY"] = Key, ["Glm:Clients:other:Timeout"] = "7" }, static services =>
        {
            services.AddGlm();
            services.AddKeyedGlm("other", static options => options.Client = options.Client with { BaseAddress = new("http://localhost:8000/v1") });
        });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Equal(["Glm:Clients:other:Timeout is '7', but has to be a duration, such as 00:05:00, or infinite."], refused.Failures);

        using var keyless = TestHost.Build(new() { ["ZHIPUAI_API_KEY"] = Key }, static services => services.AddKeyedGlm("other"));
        refused = await Assert.ThrowsAsync<OptionsValidationException>(() => keyless.StartAsync());
        Assert.Equal("Glm:Clients:other:ApiKey is missing: set it as a user secret or by the environment variable Glm__Clients__other__ApiKey.", refused.Message);
    }

    [Fact]
    public async Task An_agent_that_names_no_client_there_is_is_refused()
    {
        using var host = TestHost.Build(new() { ["Glm:ApiKey"] = Key, ["Glm:Agents:a:Model"] = "glm-4.6", ["Glm:Agents:a:Client"] = "nobody" }, static services =>
        {
            services.AddGlm();
            services.AddGlmAgent("a");
        });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("Glm:Agents:a: There is no GlmClient named 'nobody': call services.AddKeyedGlm(\"nobody\"), or leave Client out.", refused.Message);
    }

    private static Dictionary<string, string?> Sections(GlmEmulator first, GlmEmulator second) => TestHost.Of(
        first,
        ("Glm:Clients:other:ApiKey", second.ApiKey),
        ("Glm:Clients:other:BaseAddress", second.BaseAddress.ToString()));

    private static async Task<string?> AskAsync(GlmClient client)
        => (await client.Chat.CompleteAsync(new() { Model = "glm-4.6", Messages = ["hello"] })).Choices[0].Message.Content;
}
