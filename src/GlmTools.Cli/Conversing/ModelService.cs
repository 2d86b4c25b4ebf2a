using GlmTools.Emulator;

namespace GlmTools.Cli.Conversing;

/// <summary>The service a command talks to: the real one if there is a key, an embedded emulator otherwise, which the user is told.</summary>
internal sealed class ModelService : IAsyncDisposable
{
    private readonly GlmEmulator? _emulator;

    private ModelService(GlmClient client, GlmPriceTable prices, GlmEmulator? emulator) => (Client, Prices, _emulator) = (client, prices, emulator);

    public GlmClient Client { get; }

    /// <summary>Whether the embedded emulator answers.</summary>
    public bool IsOffline => _emulator is not null;

    /// <summary>What its models cost.</summary>
    public GlmPriceTable Prices { get; }

    /// <summary>Connects, or starts the emulator.</summary>
    /// <param name="shell">Where the key may be.</param>
    /// <param name="offline">What the emulator says.</param>
    /// <param name="options">How to reach the service.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<ModelService> StartAsync(Shell shell, IEmulatedModel offline, GlmClientOptions options, CancellationToken cancellationToken)
    {
        if (HasKey(shell))
        {
            return new(GlmClient.FromEnvironment(shell.Variable, options), PricesOf(shell), null);
        }

        var emulator = await GlmEmulator.StartAsync(new() { Model = offline }, cancellationToken).ConfigureAwait(false);
        shell.Notice("No ZHIPUAI_API_KEY: an embedded emulator answers. It is no model: it calls a tool that is named, and understands nothing.");
        return new(new GlmClient(emulator.ApiKey, options with { BaseAddress = emulator.BaseAddress }), GlmPriceTable.Mainland, emulator);
    }

    /// <summary>A client of the real service.</summary>
    /// <exception cref="CliException">There is no key.</exception>
    public static GlmClient ClientWithKey(Shell shell, string why)
        => HasKey(shell)
            ? GlmClient.FromEnvironment(shell.Variable, options: null)
            : throw new CliException($"{why}, which needs a key: set ZHIPUAI_API_KEY (open.bigmodel.cn) or ZAI_API_KEY (z.ai).");

    /// <summary>What the models cost at the service the key is for.</summary>
    public static GlmPriceTable PricesOf(Shell shell)
        => shell.Text("ZHIPUAI_API_KEY") is null && shell.Text("ZAI_API_KEY") is not null ? GlmPriceTable.International : GlmPriceTable.Mainland;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static bool HasKey(Shell shell) => (shell.Text("ZHIPUAI_API_KEY") ?? shell.Text("ZAI_API_KEY")) is not null;
}
