using GlmTools;
using GlmTools.Emulator;

namespace Vision;

/// <summary>The service the sample talks to: the real one if there is a key, a local emulator otherwise.</summary>
internal sealed class Service(GlmClient client, GlmEmulator? emulator) : IAsyncDisposable
{
    public GlmClient Client => client;

    public static async Task<Service> StartAsync(CancellationToken cancellationToken)
    {
        if (HasKey("ZHIPUAI_API_KEY") || HasKey("ZAI_API_KEY"))
        {
            return new(GlmClient.FromEnvironment(), null);
        }

        var emulator = await GlmEmulator.StartAsync(new() { Model = new BlindModel() }, cancellationToken);
        Console.WriteLine("No ZHIPUAI_API_KEY: a local emulator answers, from a script. It checks the images and sees nothing.");
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
