using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GlmTools.Cli.Page.Serving;

/// <summary>Serves the page on 127.0.0.1. Who does not know the random token of its address gets nothing.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private const int TokenBytes = 24;
    private const int MaxBody = 64 << 20;

    private readonly WebApplication _app;

    private PageServer(WebApplication app, string token)
    {
        _app = app;
        Address = new Uri($"{app.Urls.Single()}/{token}/");
    }

    /// <summary>Where the page is, token included: <c>http://127.0.0.1:PORT/TOKEN/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Starts to serve.</summary>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="shell">Where the key is known, which is kept from the page, and where failures are told that are nobody's fault there.</param>
    /// <param name="apis">What the page can ask for.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PageServer> StartAsync(int port, Shell shell, IReadOnlyList<IPageApi> apis, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

        // An empty builder: neither the environment nor a settings file of the folder changes where it listens.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(shell);
        builder.Services.AddSingleton<IHostLifetime, PageLifetime>();
        var app = builder.Build();
        app.Use(new PageGuard(token).InvokeAsync);
        app.Use(new PageFailures(shell).InvokeAsync);
        app.UseRouting();
        var routes = app.MapGroup($"/{token}");
        new PageFiles().Map(routes);
        foreach (var api in apis)
        {
            api.Map(routes);
        }

        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new(app, token);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops; what is still being answered breaks off.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Leaves Ctrl+C to the command; the host's own lifetime would take it.</summary>
    private sealed class PageLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
