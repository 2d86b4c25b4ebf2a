using System.Text.Json;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>An agent with its tools in front of the emulated service, which says what the test wants.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly GlmEmulator _emulator;
    private readonly GlmClient _client;

    private Bench(GlmEmulator emulator, TimeProvider time)
    {
        _emulator = emulator;
        _client = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, MaxRetries = 0, TimeProvider = time });
    }

    public GlmClient Client => _client;

    public TravelTools Tools { get; } = new();

    public GlmConversation Conversation { get; } = new();

    public List<GlmRunEvent> Events { get; } = [];

    public GlmAgentOptions Options { get; set; } = new();

    /// <summary>The requests the service got.</summary>
    public IReadOnlyList<JsonElement> Requests => [.. _emulator.Exchanges.Select(static exchange => JsonElement.Parse(exchange.RequestBody))];

    /// <summary>The tool messages of the conversation.</summary>
    public IEnumerable<string> Answers => Conversation.Messages.Where(static message => message.Role == GlmChatRole.Tool).Select(static message => message.Content!);

    public static Task<Bench> StartAsync(params EmulatedReply[] replies) => StartAsync(TimeProvider.System, replies);

    public static async Task<Bench> StartAsync(TimeProvider time, params EmulatedReply[] replies)
        => new(await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(replies) }), time) { Options = new() { TimeProvider = time } };

    /// <summary>Runs in one of the two ways.</summary>
    public Task<GlmRun> RunAsync(bool streaming, string prompt = "go", CancellationToken cancellationToken = default)
        => RunAsync(Agent(), streaming, prompt, cancellationToken).WaitAsync(Patience.Limit);

    public GlmAgent Agent() => new(_client, "glm-4-flash", Tools.Tools, Options);

    /// <summary>Asserts that the service takes the conversation as it is.</summary>
    public async Task AssertAcceptedAsync()
    {
        var messages = GlmConversation.Parse(Conversation.ToJson()).Messages;
        await using var strict = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(static _ => EmulatedReply.Say("fine")) });
        using var client = new GlmClient(strict.ApiKey, new() { BaseAddress = strict.BaseAddress, MaxRetries = 0 });
        await client.Chat.CompleteAsync(new() { Model = "glm-4-flash", Messages = messages });
    }

    public async ValueTask DisposeAsync()
    {
        Tools.Go.TrySetResult();
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    /// <summary>Runs another agent in one of the two ways.</summary>
    public async Task<GlmRun> RunAsync(GlmAgent agent, bool streaming, string prompt = "go", CancellationToken cancellationToken = default)
    {
        if (!streaming)
        {
            return await agent.RunAsync(prompt, Conversation, cancellationToken);
        }

        await foreach (var e in agent.StreamAsync(prompt, Conversation, cancellationToken))
        {
            Events.Add(e);
        }

        return Assert.IsType<GlmRunStopped>(Events[^1]).Run;
    }
}
