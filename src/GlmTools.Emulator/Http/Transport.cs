using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace GlmTools.Emulator.Http;

/// <summary>How requests reach the emulator: over a loopback port, or in memory. All behind it is the same.</summary>
internal static class Transport
{
    public static void Use(IWebHostBuilder host, GlmEmulatorOptions options)
    {
        if (options.InMemory)
        {
            host.UseTestServer();
            return;
        }

        host.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            // Files have a limit of their own, which is told in the service's words.
            kestrel.Limits.MaxRequestBodySize = null;
        });
    }

    /// <summary>Scheme, host and port.</summary>
    public static string HostOf(WebApplication app) => InMemory(app)?.BaseAddress.GetLeftPart(UriPartial.Authority) ?? app.Urls.Single();

    /// <summary>What leads to an emulator in memory; <see langword="null"/> for one with a port.</summary>
    public static HttpMessageHandler? HandlerOf(WebApplication app) => InMemory(app) is { } server ? new InMemoryHandler(server.CreateHandler()) : null;

    /// <summary>Breaks the connection behind what was written.</summary>
    /// <exception cref="IOException">The server closes the connection when it gets this.</exception>
    public static void Break(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<IServer>() is not TestServer)
        {
            // Leaving like this lets what was written arrive first; HttpContext.Abort() may drop it.
            throw new IOException("The reply breaks the connection here.");
        }

        context.Response.AppendTrailer(InMemoryHandler.BreakTrailer, "1");
    }

    private static TestServer? InMemory(WebApplication app) => app.Services.GetRequiredService<IServer>() as TestServer;
}
