using System.Net;
using System.Net.Sockets;
using GlmTools.Emulator;
using GlmTools.Tests;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GlmTools.Hosting.Tests;

/// <summary>However a request fails, nothing that is logged, thrown, traced or printed shows a key, a secret or a token.</summary>
public sealed class SecretTests
{
    private const string Id = "d3b07384d113edec";
    private const string Secret = "Zk9uQ2xvc2VkU2Vj";
    private const string Key = $"{Id}.{Secret}";

    public static TheoryData<string, GlmAuthentication> Failures
    {
        get
        {
            var data = new TheoryData<string, GlmAuthentication>();
            foreach (var failure in Replies.Keys)
            {
                data.Add(failure, GlmAuthentication.ApiKey);
                data.Add(failure, GlmAuthentication.Jwt);
            }

            return data;
        }
    }

    public static TheoryData<string> Profiles => [.. FaultProfile.All.Select(static profile => profile.Name)];

    private static Dictionary<string, EmulatedReply> Replies { get; } = new()
    {
        ["an answer"] = EmulatedReply.Say("fine"),
        ["an error that quotes the key"] = EmulatedReply.Fail(401, "1000", $"The key {Key} is not valid, its secret is {Secret}"),
        ["a refusal of the account"] = EmulatedReply.Fail(429, "1113", $"No money on {Key}"),
        ["an expired token"] = EmulatedReply.Fail(401, "1003", $"Expired: {Key}"),
        ["a failure of the server"] = EmulatedReply.Fail(500, "1234", $"while serving {Key}"),
        ["an error without a code"] = EmulatedReply.Raw($$"""{"detail":"Bearer {{Key}}"}""", status: 400),
        ["a page of a proxy"] = EmulatedReply.Raw($"<html>Authorization: Bearer {Key}</html>", "text/html", 502),
        ["an answer that is none"] = EmulatedReply.Raw($"Bearer {Key}"),
        ["an error in a stream"] = EmulatedReply.RawStream($"data: {{\"error\":{{\"code\":\"1302\",\"message\":\"slow down {Key}\"}}}}\n\n"),
        ["a frame that is none"] = EmulatedReply.RawStream($"data: {Key}\n\n"),
        ["a connection that breaks at once"] = EmulatedReply.Say("fine") with { AbortAfter = 0 },
        ["a connection that breaks"] = EmulatedReply.Say("fine") with { AbortAfter = 1 },
        ["a call of a tool that fails"] = EmulatedReply.Call("fail", "{}"),
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task Nothing_shows_a_secret_when_there_is(string failure, GlmAuthentication authentication)
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { ApiKey = Key, Model = EmulatedModel.From(_ => Replies[failure]), TimeProvider = Hasty() });

        await AssertSecretAsync(emulator.BaseAddress, authentication);
        Assert.DoesNotContain(emulator.Exchanges, static exchange => exchange.ToString().Contains(Secret, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Profiles))]
    public async Task Nothing_shows_a_secret_when_an_answer_is_garbled_by(string profile)
    {
        await using var emulator = await GlmEmulator.StartAsync(new()
        {
            ApiKey = Key,
            Model = EmulatedModel.From(static request => request.Messages[^1].Role == "tool" ? EmulatedReply.Say("fine") : EmulatedReply.Call("now", "{}")).WithFault(FaultProfile.Find(profile)!),
        });

        await AssertSecretAsync(emulator.BaseAddress, GlmAuthentication.ApiKey);
    }

    [Theory]
    [InlineData(GlmAuthentication.ApiKey)]
    [InlineData(GlmAuthentication.Jwt)]
    public async Task Nothing_shows_a_secret_when_the_key_is_wrong(GlmAuthentication authentication)
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(static _ => EmulatedReply.Say("fine")) });

        await AssertSecretAsync(emulator.BaseAddress, authentication);
    }

    [Fact]
    public async Task Nothing_shows_a_secret_when_nobody_answers()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        await AssertSecretAsync(new($"http://127.0.0.1:{port}/v4"), GlmAuthentication.Jwt);
    }

    [Fact]
    public async Task Nothing_shows_a_token_that_the_service_quotes()
        => await AssertSecretAsync(new("http://localhost/v4"), GlmAuthentication.Jwt, static services => services.AddGlm().ConfigurePrimaryHttpMessageHandler(static () => new Quoting()));

    [Theory]
    [InlineData("Glm:ApiKey", Key + " x")]
    [InlineData("Glm:BaseAddress", Key)]
    [InlineData("Glm:Compatibility", Key)]
    [InlineData("Glm:Timeout", Key)]
    [InlineData("ZHIPUAI_BASE_URL", Key)]
    public async Task Nothing_shows_a_secret_when_the_configuration_is_wrong(string key, string value)
    {
        using var host = TestHost.Build(new() { ["Glm:ApiKey"] = Key, [key] = value }, static services => services.AddGlm());

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }

    // Waits before a retry are over at once; limits of time are not.
    private static TimeProvider Hasty() => new ManualTimeProvider(static wait => wait < TimeSpan.FromSeconds(60));

    private static async Task AssertSecretAsync(Uri baseAddress, GlmAuthentication authentication, Action<IServiceCollection>? more = null)
    {
        using var witness = new Witness();
        using var host = TestHost.Build(new() { ["Glm:ApiKey"] = Key, ["Glm:BaseAddress"] = baseAddress.ToString(), ["Glm:Authentication"] = authentication.ToString(), ["Glm:MaxRetries"] = "1" }, services =>
        {
            witness.Watch(services);
            services.AddSingleton(Hasty());
            services.AddGlm();
            services.AddGlmTools(FailingTools.Tools + ClockTools.Tools);
            services.AddGlmAgent("a", static agent =>
            {
                agent.Model = "glm-4.6";
                agent.Options = agent.Options with { CaptureContent = true, MaxTurns = 2 };
            });
            more?.Invoke(services);
        });
        var (agent, client) = (host.Services.GetRequiredService<GlmAgent>(), host.Services.GetRequiredService<GlmClient>());
        var chat = client.AsIChatClient("glm-4.6");

        await witness.TryAsync(() => agent.RunAsync("hello"));
        await witness.TryAsync(() => agent.StreamAsync("hello").ToListAsync().AsTask());
        await witness.TryAsync(() => chat.GetResponseAsync("hello"));
        await witness.TryAsync(() => chat.GetStreamingResponseAsync("hello").ToListAsync().AsTask());
        witness.Note(agent, agent.Options, client, chat, chat.GetService<ChatClientMetadata>()!, host.Services.GetRequiredService<IOptions<GlmOptions>>().Value, host.Services.GetRequiredService<IOptions<GlmOptions>>().Value.Client);

        witness.AssertDumb(Key, Secret);
    }

    /// <summary>A service that is careless with what it is told.</summary>
    private sealed class Quoting : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent($$$"""{"error":{"code":"1000","message":"{{{request.Headers.Authorization}}}"}}""") });
    }
}
