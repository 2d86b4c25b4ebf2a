using GlmTools.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GlmTools.Hosting.Tests;

public sealed class AddGlmTests
{
    private const string Key = "id.0123456789abcdef";

    [Fact]
    public async Task A_client_is_made_of_the_configuration()
    {
        await using var emulator = await TestHost.ServiceAsync(EmulatedReply.Say("hi"));
        using var host = TestHost.Build(TestHost.Of(emulator, ("Glm:Authentication", "jwt")), static services => services.AddGlm());
        await host.StartAsync();

        var completion = await host.Services.GetRequiredService<GlmClient>().Chat.CompleteAsync(new() { Model = "glm-4.6", Messages = [GlmChatMessage.User("hello")] });

        Assert.Equal("hi", completion.Choices[0].Message.Content);
        Assert.StartsWith("Bearer ey", emulator.Exchanges[0].RequestHeaders["Authorization"], StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var options = Options(new()
        {
            ["Glm:ApiKey"] = Key,
            ["Glm:BaseAddress"] = "http://localhost:1/v4",
            ["Glm:Authentication"] = "Jwt",
            ["Glm:MaxRetries"] = "5",
            ["Glm:Compatibility"] = "ollama",
            ["Glm:LongestResetWait"] = "00:00:10",
            ["Glm:Timeout"] = "00:01:30",
            ["Glm:StreamIdleTimeout"] = "infinite",
        });

        Assert.Equal(Key, options.ApiKey);
        Assert.Equal(
            new GlmClientOptions { BaseAddress = new("http://localhost:1/v4"), Authentication = GlmAuthentication.Jwt, MaxRetries = 5, Compatibility = GlmCompatibility.Ollama, LongestResetWait = TimeSpan.FromSeconds(10), Timeout = TimeSpan.FromSeconds(90), StreamIdleTimeout = Timeout.InfiniteTimeSpan },
            options.Client);
    }

    [Theory]
    [InlineData("ZHIPUAI_API_KEY", "", null, "https://open.bigmodel.cn/api/paas/v4")]
    [InlineData("ZHIPUAI_API_KEY", "ZHIPUAI_BASE_URL", "http://a/v4", "http://a/v4")]
    [InlineData("ZAI_API_KEY", "", null, "https://api.z.ai/api/paas/v4")]
    [InlineData("ZAI_API_KEY", "ZAI_BASE_URL", "http://b/v4", "http://b/v4")]
    [InlineData("ZAI_API_KEY", "ZHIPUAI_BASE_URL", "http://a/v4", "https://api.z.ai/api/paas/v4")]
    [InlineData("ZAI_API_KEY", "Glm:BaseAddress", "http://c/v4", "http://c/v4")]
    [InlineData("Glm:ApiKey", "ZAI_BASE_URL", "http://b/v4", "http://b/v4")]
    public void The_variables_of_the_official_SDKs_complete_it(string keyName, string urlName, string? url, string expected)
    {
        var options = Options(new() { [keyName] = Key, [urlName] = url });

        Assert.Equal((Key, new Uri(expected)), (options.ApiKey, options.Client.BaseAddress));
    }

    [Fact]
    public void The_section_comes_before_the_variables_and_code_before_both()
    {
        Dictionary<string, string?> configuration = new() { ["Glm:ApiKey"] = "b.b", ["ZHIPUAI_API_KEY"] = "c.c", ["Glm:MaxRetries"] = "5" };

        Assert.Equal("b.b", Options(configuration).ApiKey);
        var options = Options(configuration, static options =>
        {
            options.ApiKey = "a.a";
            options.Client = options.Client with { Timeout = TimeSpan.FromSeconds(1) };
        });

        Assert.Equal(("a.a", 5, TimeSpan.FromSeconds(1)), (options.ApiKey, options.Client.MaxRetries, options.Client.Timeout));
    }

    [Theory]
    [InlineData("Glm:ApiKey", "", "Glm:ApiKey is missing: set it as a user secret or by the environment variable Glm__ApiKey, or set ZHIPUAI_API_KEY (open.bigmodel.cn) or ZAI_API_KEY (z.ai).")]
    [InlineData("Glm:ApiKey", "not a key", "Glm: The API key holds a blank or another character that no key has; it may have been cut or joined while copying. (Parameter 'apiKey')")]
    [InlineData("Glm:BaseAddress", "secret", "Glm:BaseAddress is not an absolute http or https URL, such as https://open.bigmodel.cn/api/paas/v4.")]
    [InlineData("Glm:MaxRetries", "many", "Glm:MaxRetries is 'many', but has to be a whole number.")]
    [InlineData("Glm:Timeout", "300", "Glm:Timeout is '300', but has to be a duration, such as 00:05:00, or infinite.")]
    [InlineData("Glm:Compatibility", "x", "Glm:Compatibility is 'x', but has to be one of Service, Vllm, SgLang, LlamaCpp, Ollama.")]
    [InlineData("Glm:Authentication", "7", "Glm:Authentication is '7', but has to be one of ApiKey, Jwt.")]
    public async Task What_is_wrong_is_said_when_the_host_starts(string key, string value, string message)
    {
        using var host = TestHost.Build(new() { ["Glm:ApiKey"] = Key, [key] = value }, static services => services.AddGlm());

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        using var host = TestHost.Build(new() { ["Glm:MaxRetries"] = "x", ["Glm:Timeout"] = "y", ["ZHIPUAI_BASE_URL"] = "z", ["ZHIPUAI_API_KEY"] = Key }, static services => services.AddGlm());

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(
            ["Glm:MaxRetries is 'x', but has to be a whole number.", "Glm:Timeout is 'y', but has to be a duration, such as 00:05:00, or infinite.", "The environment variable ZHIPUAI_BASE_URL is not an absolute http or https URL, such as https://open.bigmodel.cn/api/paas/v4."],
            refused.Failures);
    }

    [Fact]
    public async Task Handlers_of_the_application_see_the_requests()
    {
        await using var emulator = await TestHost.ServiceAsync(EmulatedReply.Say("hi"));
        var ledger = new Ledger();
        using var host = TestHost.Build(TestHost.Of(emulator), services => services.AddGlm().AddHttpMessageHandler(() => new Noting(ledger)));

        await host.Services.GetRequiredService<GlmClient>().Chat.CompleteAsync(new() { Model = "glm-4.6", Messages = [GlmChatMessage.User("hello")] });

        Assert.Equal(["/api/paas/v4/chat/completions"], ledger.Lines);
    }

    [Fact]
    public void It_may_be_added_twice()
    {
        using var host = TestHost.Build(new() { ["Glm:ApiKey"] = Key }, static services =>
        {
            services.AddGlm(static options => options.Client = options.Client with { MaxRetries = 1 });
            services.AddGlm();
        });

        Assert.Single(host.Services.GetServices<GlmClient>());
        Assert.Equal(1, host.Services.GetRequiredService<IOptions<GlmOptions>>().Value.Client.MaxRetries);
    }

    private static GlmOptions Options(Dictionary<string, string?> configuration, Action<GlmOptions>? configure = null)
    {
        using var host = TestHost.Build(configuration, services => services.AddGlm(configure));
        return host.Services.GetRequiredService<IOptions<GlmOptions>>().Value;
    }

    private sealed class Noting(Ledger ledger) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ledger.Lines.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
