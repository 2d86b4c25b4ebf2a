using GlmTools;
using GlmTools.Emulator;

namespace QingYan;

/// <summary>The assistant the sample talks to: your own if there is a key, an emulated one otherwise.</summary>
internal sealed class Service : IAsyncDisposable
{
    public const string KeyName = "QINGYAN_API_KEY";
    public const string SecretName = "QINGYAN_API_SECRET";
    public const string AssistantName = "QINGYAN_ASSISTANT_ID";

    private readonly GlmEmulator? _emulator;

    private Service(QingYanClient client, string assistantId, GlmEmulator? emulator) => (Client, AssistantId, _emulator) = (client, assistantId, emulator);

    public QingYanClient Client { get; }

    public string AssistantId { get; }

    public static async Task<Service> StartAsync(CancellationToken cancellationToken)
    {
        if (Read(KeyName) is { } key)
        {
            return new(new QingYanClient(key, Require(SecretName)), Require(AssistantName), null);
        }

        var emulator = await GlmEmulator.StartAsync(new() { Model = ScenarioModel.Weather, QingYan = new() { Assistant = new CityAssistant() } }, cancellationToken);
        Console.WriteLine($"No {KeyName}: a local emulator answers, from a script. It is no model.");
        var account = emulator.QingYan;
        return new(new QingYanClient(account.ApiKey, account.ApiSecret, new() { BaseAddress = account.BaseAddress }), account.AssistantId, emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    private static string Require(string name) => Read(name) ?? throw new ArgumentException($"{KeyName} is set, and {name} is not.");

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
