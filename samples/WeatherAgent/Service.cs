using GlmTools;
using GlmTools.Emulator;

namespace WeatherAgent;

/// <summary>The service the sample talks to: the real one if there is a key, a local emulator otherwise.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly GlmEmulator? _emulator;

    private Service(GlmClient client, GlmEmulator? emulator) => (Client, _emulator) = (client, emulator);

    public GlmClient Client { get; }

    public static async Task<Service> StartAsync(string? baseUrl, bool showWire, CancellationToken cancellationToken)
    {
        var options = new GlmClientOptions { Handler = showWire ? new WireLog() : null, BaseAddress = baseUrl is null ? null : Address(baseUrl) };
        if (baseUrl is not null || HasKey("ZHIPUAI_API_KEY") || HasKey("ZAI_API_KEY"))
        {
            return new(GlmClient.FromEnvironment(options), null);
        }

        var emulator = await GlmEmulator.StartAsync(new GlmEmulatorOptions { Model = ScenarioModel.Weather }, cancellationToken);
        Console.WriteLine("No ZHIPUAI_API_KEY: a local emulator answers, from a script. It is no model.");
        return new(new GlmClient(emulator.ApiKey, options with { BaseAddress = emulator.BaseAddress }), emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    private static bool HasKey(string name) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name));

    private static Uri Address(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new ArgumentException($"--base-url is no URL: '{text}'. It looks like {GlmClientOptions.Mainland}");
}
