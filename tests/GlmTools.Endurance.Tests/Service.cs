using GlmTools.Emulator;

namespace GlmTools.Endurance.Tests;

/// <summary>The emulated service and a client of it.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly GlmEmulator _emulator;

    private Service(GlmEmulator emulator, TimeProvider? time)
    {
        _emulator = emulator;
        Client = new GlmClient(emulator.ApiKey, new()
        {
            BaseAddress = emulator.BaseAddress,
            Timeout = ImpatientTime.LongTimeout,
            StreamIdleTimeout = ImpatientTime.LongTimeout,
            TimeProvider = time ?? TimeProvider.System,
        });
    }

    public GlmClient Client { get; }

    public Uri Address => _emulator.BaseAddress;

    public string ApiKey => _emulator.ApiKey;

    public static async Task<Service> StartAsync(IEmulatedModel model, TimeProvider? time = null, TimeSpan chunkDelay = default)
        => new(await GlmEmulator.StartAsync(new() { Model = model, KeepExchanges = false, ChunkDelay = chunkDelay }), time);

    /// <summary>A service that takes any conversation it would take, and no other.</summary>
    public static Task<Service> StartJudgeAsync() => StartAsync(EmulatedModel.From(static _ => EmulatedReply.Say("accepted")));

    /// <summary>Asserts that the service takes a conversation as it is.</summary>
    public async Task AssertAcceptsAsync(GlmConversation conversation)
    {
        var messages = GlmConversation.Parse(conversation.ToJson()).Messages;
        var answer = await Client.Chat.CompleteAsync(new() { Model = "glm-4-flash", Messages = messages });
        Assert.Equal("accepted", answer.Choices[0].Message.Content);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _emulator.DisposeAsync();
    }
}
