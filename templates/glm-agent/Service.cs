using GlmTools;
using GlmTools.Emulator;

namespace WeatherAgent;

/// <summary>The service the agent talks to: the real one if there is a key, a local emulator otherwise.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly GlmEmulator? _emulator;

    private Service(GlmClient client, GlmEmulator? emulator) => (Client, _emulator) = (client, emulator);

    public GlmClient Client { get; }

    public static async Task<Service> StartAsync(CancellationToken cancellationToken)
    {
        if (HasKey("ZHIPUAI_API_KEY") || HasKey("ZAI_API_KEY"))
        {
            return new(GlmClient.FromEnvironment(), null);
        }

        Console.WriteLine("No ZHIPUAI_API_KEY: a local emulator answers, from a script about the weather. It is no model.");
        var emulator = await GlmEmulator.StartAsync(new GlmEmulatorOptions { Model = ScenarioModel.Weather }, cancellationToken);
        return new(new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress }), emulator);
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
}
