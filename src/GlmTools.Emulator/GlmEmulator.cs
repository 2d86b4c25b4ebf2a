using GlmTools.Emulator.Assistants;
using GlmTools.Emulator.Auth;
using GlmTools.Emulator.Chat;
using GlmTools.Emulator.Chat.Local;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Legacy;
using GlmTools.Emulator.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GlmTools.Emulator;

/// <summary>A local GLM service on 127.0.0.1: the wire is the real one, what it says is scripted.</summary>
public sealed class GlmEmulator : IAsyncDisposable
{
    private const string BasePath = "/api/paas/v4";

    private readonly WebApplication _app;
    private readonly ExchangeLog _log;

    private GlmEmulator(WebApplication app, ExchangeLog log, string apiKey, Func<Uri, EmulatedQingYan> qingYan)
    {
        _app = app;
        _log = log;
        ApiKey = apiKey;
        var host = Transport.HostOf(app);
        BaseAddress = new Uri(host + BasePath);
        V3Address = new Uri(host + V3Api.BasePath);
        QingYan = qingYan(new Uri(host + QingYanApi.BasePath));
    }

    /// <summary>The address a client takes as its base: <c>http://127.0.0.1:PORT/api/paas/v4</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The address a client of the third version takes as its base: <c>http://127.0.0.1:PORT/api/paas/v3/model-api</c>. The key is the same.</summary>
    public Uri V3Address { get; }

    /// <summary>The QingYan side, which has an address and a key of its own.</summary>
    public EmulatedQingYan QingYan { get; }

    /// <summary>The key it accepts, <c>id.secret</c>.</summary>
    public string ApiKey { get; }

    /// <summary>All requests so far, in order of arrival, and what was sent back: a copy of this moment.</summary>
    public IReadOnlyList<GlmExchange> Exchanges => _log.Snapshot();

    /// <summary>Starts the service; it answers when this returns.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">The key of the options has not the form <c>id.secret</c>.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<GlmEmulator> StartAsync(GlmEmulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var key = options.ApiKey is null ? Auth.ApiKey.Random() : Auth.ApiKey.Parse(options.ApiKey);
        var log = new ExchangeLog(options.KeepExchanges, options.TimeProvider);
        var account = new QingYanAccount(options.QingYan);
        var tokens = new AccessTokens(options.QingYan.TokenLife, options.TimeProvider);
        Api[] apis = [.. Apis(options, key), new QingYanApi(options.QingYan, account, tokens, options.TimeProvider).ToApi()];
        var gateway = new Gateway(apis, log, new ResponseSender(options.ChunkDelay, options.TimeProvider));

        // An empty builder: neither the environment nor a settings file of the host program changes how the service behaves.
        var builder = WebApplication.CreateEmptyBuilder(new());
        Transport.Use(builder.WebHost, options);
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        var app = builder.Build();
        app.Run(context => gateway.HandleAsync(context, app.Lifetime.ApplicationStopping));
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new(app, log, key.Text, address => new(address, account, tokens));
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Makes a handler that leads to a service in memory, for an <see cref="HttpClient"/> or the <c>Handler</c> of a GLM client's options.
    /// </summary>
    /// <exception cref="InvalidOperationException">The service listens on a port: any handler leads to it.</exception>
    public HttpMessageHandler CreateHandler() => Transport.HandlerOf(_app)
        ?? throw new InvalidOperationException($"The emulator listens on {BaseAddress}; use {nameof(BaseAddress)}, or start it with {nameof(GlmEmulatorOptions.InMemory)}.");

    /// <summary>Stops the service; a stream that is still running breaks off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static Api[] Apis(GlmEmulatorOptions options, Auth.ApiKey key)
    {
        var authenticator = new Authenticator(key, options.TimeProvider);
        var chat = new ChatCompletions(options);
        var platform = new PlatformApis(options, chat);
        return
        [
            new(BasePath, [Endpoint.Post("chat/completions", request => chat.Answer(request.Body)), .. platform.Endpoints])
            {
                Authenticate = request => authenticator.Check(request.Http.Headers.Authorization),
                Refuse = error => LocalServer.Of(options.Server)?.Refuse(error) ?? WireResponse.Of(error),
            },
            platform.Media,
            new V3Api(options, authenticator).ToApi(),
        ];
    }
}
