using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GlmTools.Emulator;

namespace GlmTools.Tests.Faults;

/// <summary>An agent with its tools in front of the emulated service, which garbles what its model says.</summary>
internal sealed class FaultBench : IAsyncDisposable
{
    private readonly GlmEmulator _emulator;
    private readonly GlmClient _client;

    private FaultBench(GlmEmulator emulator)
    {
        _emulator = emulator;
        _client = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, TimeProvider = Time });
    }

    /// <summary>Lets every wait for another attempt pass, but no time-out.</summary>
    public ManualTimeProvider Time { get; } = new(static wait => wait <= TimeSpan.FromSeconds(90));

    public FaultTools Tools { get; } = new();

    public GlmConversation Conversation { get; } = new();

    public GlmChatSettings Settings { get; init; } = new();

    public int MaxTurns { get; init; } = 6;

    public List<GlmRunEvent> Events { get; } = [];

    /// <summary>The bodies of the requests the service got.</summary>
    public IReadOnlyList<JsonElement> Requests => [.. _emulator.Exchanges.Select(static exchange => JsonElement.Parse(exchange.RequestBody))];

    /// <summary>What the model was told, call by call.</summary>
    public IReadOnlyList<string> Told => [.. Conversation.Messages.Where(static message => message.Role == GlmChatRole.Tool).Select(static message => message.Content!)];

    /// <summary>The assistant messages of the conversation that make calls.</summary>
    public IEnumerable<GlmChatMessage> Callers => Conversation.Messages.Where(static message => message.ToolCalls.Count > 0);

    /// <summary>Starts a service whose answers a fault garbles.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="turns">What the model says: which one follows from the calls in the transcript, so that an answer that is asked for again is the same one.</param>
    public static Task<FaultBench> StartAsync(FaultProfile fault, params EmulatedReply[] turns) => StartAsync(ByTurn(turns).WithFault(fault));

    /// <summary>Starts a service of which only the first answer is garbled.</summary>
    /// <inheritdoc cref="StartAsync(FaultProfile, EmulatedReply[])"/>
    public static Task<FaultBench> StartOnceAsync(FaultProfile fault, params EmulatedReply[] turns) => StartAsync(ByTurn(turns).WithFault(fault, answer: 1));

    public static async Task<FaultBench> StartAsync(IEmulatedModel model, GlmChatSettings? settings = null)
        => new(await GlmEmulator.StartAsync(new() { Model = model })) { Settings = settings ?? new() };

    /// <summary>A model whose answer follows from how many turns with calls the transcript holds.</summary>
    public static IEmulatedModel ByTurn(params EmulatedReply[] turns)
        => EmulatedModel.From(request => turns[Math.Min(request.Messages.Count(static message => message.ToolCalls.Count > 0), turns.Length - 1)]);

    /// <summary>Runs in one of the two ways.</summary>
    public Task<GlmRun> RunAsync(bool streaming) => RunCoreAsync(streaming).WaitAsync(Patience.Limit);

    /// <summary>Asserts that the service, strict as it is, takes the transcript as it is, and did so all along.</summary>
    public async Task AssertAcceptedAsync()
    {
        await using var strict = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(static _ => EmulatedReply.Say("fine")) });
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", strict.ApiKey) } };
        using var body = new StringContent($"{{\"model\":\"glm-4.6\",\"messages\":{Conversation.ToJson()}}}", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync($"{strict.BaseAddress}/chat/completions", body);

        Assert.DoesNotContain(_emulator.Exchanges, static exchange => exchange.Status == 400 && exchange.ResponseBody.Contains("messages[", StringComparison.Ordinal));
        Assert.True(response.IsSuccessStatusCode, $"{await response.Content.ReadAsStringAsync()}\n{Conversation.ToJson()}");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    private async Task<GlmRun> RunCoreAsync(bool streaming)
    {
        var agent = new GlmAgent(_client, "glm-4.6", Tools.Tools, new() { Settings = Settings, MaxTurns = MaxTurns, TimeProvider = Time });
        if (!streaming)
        {
            return await agent.RunAsync("go", Conversation);
        }

        await foreach (var e in agent.StreamAsync("go", Conversation))
        {
            Events.Add(e);
        }

        return Assert.IsType<GlmRunStopped>(Events[^1]).Run;
    }
}
