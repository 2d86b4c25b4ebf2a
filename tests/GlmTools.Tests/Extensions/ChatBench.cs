using System.Text.Json;
using GlmTools.Emulator;
using Microsoft.Extensions.AI;

namespace GlmTools.Tests.Extensions;

/// <summary>A chat client in front of the emulated service.</summary>
internal sealed class ChatBench : IAsyncDisposable
{
    private readonly GlmEmulator _emulator;

    private ChatBench(GlmEmulator emulator)
    {
        _emulator = emulator;
        Glm = new(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, MaxRetries = 0 });
        Client = Glm.AsIChatClient("glm-4.6");
    }

    public GlmClient Glm { get; }

    public IChatClient Client { get; set; }

    /// <summary>The requests the service got.</summary>
    public IReadOnlyList<JsonElement> Requests => [.. _emulator.Exchanges.Select(static exchange => JsonElement.Parse(exchange.RequestBody))];

    public static async Task<ChatBench> StartAsync(params EmulatedReply[] replies)
        => new(await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(replies) }));

    /// <summary>Asks in one of the two ways.</summary>
    public Task<ChatResponse> AskAsync(bool streaming, IEnumerable<ChatMessage> messages, ChatOptions? options = null)
        => streaming ? Client.GetStreamingResponseAsync(messages, options).ToChatResponseAsync() : Client.GetResponseAsync(messages, options);

    public Task<ChatResponse> AskAsync(bool streaming, ChatOptions? options = null)
        => AskAsync(streaming, [new(ChatRole.User, "hello")], options);

    public async ValueTask DisposeAsync()
    {
        Glm.Dispose();
        await _emulator.DisposeAsync();
    }
}
