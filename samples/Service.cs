using GlmTools;
using GlmTools.Emulator;

namespace Samples;

/// <summary>The service a sample talks to: the real one if there is a key, a local emulator otherwise.</summary>
internal sealed class Service(GlmClient client, GlmEmulator? emulator) : IAsyncDisposable
{
    public GlmClient Client => client;

    /// <summary>Whether what it says is known beforehand.</summary>
    public bool IsEmulated => emulator is not null;

    /// <summary>Starts it.</summary>
    /// <param name="offline">What the emulator says.</param>
    /// <param name="caution">What to know about the emulator.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<Service> StartAsync(GlmEmulatorOptions offline, string caution, CancellationToken cancellationToken)
    {
        if (HasKey("ZHIPUAI_API_KEY") || HasKey("ZAI_API_KEY"))
        {
            return new(GlmClient.FromEnvironment(), null);
        }

        var emulator = await GlmEmulator.StartAsync(offline, cancellationToken);
        Console.WriteLine($"No ZHIPUAI_API_KEY: a local emulator answers. {caution}");
        return new(new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress }), emulator);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (emulator is not null)
        {
            await emulator.DisposeAsync();
        }
    }

    private static bool HasKey(string name) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name));
}
