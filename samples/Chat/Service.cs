using GlmTools;
using GlmTools.Emulator;

namespace Chat;

/// <summary>The service the sample talks to: the real one if there is a key, a local emulator otherwise.</summary>
internal sealed class Service(GlmClient client, GlmPriceTable prices, GlmEmulator? emulator) : IAsyncDisposable
{
    public GlmClient Client => client;

    /// <summary>What its models cost.</summary>
    public GlmPriceTable Prices => prices;

    /// <param name="chunkDelay">How fast the emulator speaks.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<Service> StartAsync(TimeSpan chunkDelay, CancellationToken cancellationToken)
    {
        if (HasKey("ZHIPUAI_API_KEY") || HasKey("ZAI_API_KEY"))
        {
            return new(GlmClient.FromEnvironment(), HasKey("ZHIPUAI_API_KEY") ? GlmPriceTable.Mainland : GlmPriceTable.International, null);
        }

        var emulator = await GlmEmulator.StartAsync(new() { Model = new ScriptedModel(), ChunkDelay = chunkDelay }, cancellationToken);
        Console.WriteLine("No ZHIPUAI_API_KEY: a local emulator answers, from a script. It is no model.");
        return new(new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress }), GlmPriceTable.Mainland, emulator);
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
