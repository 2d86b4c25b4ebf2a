using GlmTools.Emulator;

namespace GlmTools.Tests.Platform;

/// <summary>A client and the service it talks to over HTTP. The client's pauses pass at once and are noted.</summary>
internal sealed class PlatformBench(GlmEmulator emulator) : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    public GlmEmulator Emulator => emulator;

    public ManualTimeProvider Clock { get; } = new(static wait => wait <= TimeSpan.FromSeconds(120));

    public GlmClient Glm => field ??= new(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, TimeProvider = Clock });

    public static async Task<PlatformBench> StartAsync(IEmulatedModel? model = null, int pollsUntilDone = 1)
        => new(await GlmEmulator.StartAsync(new() { Model = model ?? EmulatedModel.From(static _ => EmulatedReply.Say("hi")), PollsUntilDone = pollsUntilDone }));

    /// <summary>The paths of the requests so far, below the base path.</summary>
    public IEnumerable<string> Paths => emulator.Exchanges.Select(static exchange => $"{exchange.Method} {exchange.Path["/api/paas/v4/".Length..]}");

    /// <summary>What is at an address that needs no key.</summary>
    public Task<byte[]> FetchAsync(Uri url) => _http.GetByteArrayAsync(url);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Glm.Dispose();
        await emulator.DisposeAsync();
    }
}
