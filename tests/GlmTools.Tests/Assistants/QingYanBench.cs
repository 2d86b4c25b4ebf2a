using GlmTools.Emulator;

namespace GlmTools.Tests.Assistants;

/// <summary>An emulated assistant and a client of it.</summary>
internal sealed class QingYanBench : IAsyncDisposable
{
    private QingYanBench(GlmEmulator emulator, QingYanClient client) => (Emulator, Client) = (emulator, client);

    public GlmEmulator Emulator { get; }

    public QingYanClient Client { get; }

    public static Task<QingYanBench> StartAsync(params EmulatedAssistantReply[] replies)
        => StartAsync(new EmulatedQingYanOptions { Assistant = EmulatedAssistant.InOrder(replies) });

    public static async Task<QingYanBench> StartAsync(EmulatedQingYanOptions service, QingYanClientOptions? client = null, TimeProvider? time = null)
    {
        var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = EmulatedModel.InOrder(),
            QingYan = service,
            TimeProvider = time ?? TimeProvider.System,
        });
        return new(emulator, Connect(emulator, client));
    }

    public static QingYanClient Connect(GlmEmulator emulator, QingYanClientOptions? options = null)
        => new(emulator.QingYan.ApiKey, emulator.QingYan.ApiSecret, (options ?? new()) with { BaseAddress = emulator.QingYan.BaseAddress });

    public QingYanRequest Ask(string prompt = "你是谁") => new() { AssistantId = Emulator.QingYan.AssistantId, Prompt = prompt };

    public async Task<List<QingYanEvent>> StreamAsync(QingYanRequest? request = null)
    {
        List<QingYanEvent> events = [];
        await foreach (var happened in Client.StreamAsync(request ?? Ask()))
        {
            events.Add(happened);
        }

        return events;
    }

    /// <summary>The requests of a path, in order of arrival.</summary>
    public IEnumerable<GlmExchange> Calls(string path) => Emulator.Exchanges.Where(exchange => exchange.Path.EndsWith(path, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
