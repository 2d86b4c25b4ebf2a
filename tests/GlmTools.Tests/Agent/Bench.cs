using System.Text.Json;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>An agent with its tools in front of the emulated service, which says what the test wants.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly GlmEmulator _emulator;
    private readonly GlmClient _client;

    private readonly List<EmulatedReply> _replies;

    private Bench(GlmEmulator emulator, List<EmulatedReply> replies, TimeProvider time)
    {
        _emulator = emulator;
        _replies = replies;
        _client = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress, MaxRetries = 0, TimeProvider = time });
    }

    public GlmClient Client => _client;

    public TravelTools Tools { get; } = new();

    public DeskTools Desk { get; set; } = new();

    public GlmConversation Conversation { get; set; } = new();

    public List<GlmRunEvent> Events { get; } = [];

    /// <summary>Sees each event of a streamed run when it is read.</summary>
    public Action<GlmRunEvent> Watch { get; set; } = static _ => { };

    public GlmAgentOptions Options { get; set; } = new();

    public string Model { get; set; } = "glm-4-flash";

    /// <summary>What the agent gets; <see langword="null"/> for the travel tools.</summary>
    public GlmToolSet? Set { get; set; }

    /// <summary>The requests the service got.</summary>
    public IReadOnlyList<JsonElement> Requests => [.. _emulator.Exchanges.Select(static exchange => JsonElement.Parse(exchange.RequestBody))];

    /// <summary>The tool messages of the conversation.</summary>
    public IEnumerable<string> Answers => Conversation.Messages.Where(static message => message.Role == GlmChatRole.Tool).Select(static message => message.Content!);

    public static Task<Bench> StartAsync(params EmulatedReply[] replies) => StartAsync(TimeProvider.System, replies);

    public static async Task<Bench> StartAsync(TimeProvider time, params EmulatedReply[] replies)
    {
        var inOrder = replies.ToList();
        return new(await GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(request => inOrder[request.PreviousRequests]) }), inOrder, time) { Options = new() { TimeProvider = time } };
    }

    /// <summary>A bench whose service says what follows from the request.</summary>
    public static async Task<Bench> StartAsync(Func<EmulatedRequest, EmulatedReply> model)
        => new(await GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(model) }), [], TimeProvider.System);

    /// <summary>Adds to what the service says.</summary>
    public void Serve(params EmulatedReply[] replies) => _replies.AddRange(replies);

    /// <summary>A bench with the tools of the desk.</summary>
    public static Task<Bench> AtDeskAsync(params EmulatedReply[] replies) => AtDeskAsync(TimeProvider.System, replies);

    public static async Task<Bench> AtDeskAsync(TimeProvider time, params EmulatedReply[] replies)
    {
        var bench = await StartAsync(time, replies);
        bench.Set = bench.Desk.Tools;
        return bench;
    }

    /// <summary>Runs in one of the two ways.</summary>
    public Task<GlmRun> RunAsync(bool streaming, GlmChatMessage? prompt = null, CancellationToken cancellationToken = default)
        => RunAsync(Agent(), streaming, prompt, cancellationToken);

    /// <summary>Runs another agent in one of the two ways.</summary>
    public Task<GlmRun> RunAsync(GlmAgent agent, bool streaming, GlmChatMessage? prompt = null, CancellationToken cancellationToken = default)
        => (streaming ? DrainAsync(agent.StreamAsync(prompt ?? "go", Conversation, cancellationToken)) : agent.RunAsync(prompt ?? "go", Conversation, cancellationToken)).WaitAsync(Patience.Limit);

    /// <summary>Goes on with the conversation in one of the two ways.</summary>
    public Task<GlmRun> ResumeAsync(bool streaming, params GlmApprovalDecision[] decisions)
    {
        var agent = Agent();
        return (streaming ? DrainAsync(agent.StreamResumeAsync(Conversation, decisions)) : agent.ResumeAsync(Conversation, decisions)).WaitAsync(Patience.Limit);
    }

    public GlmAgent Agent() => new(_client, Model, Set ?? Tools.Tools, Options);

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

    private async Task<GlmRun> DrainAsync(IAsyncEnumerable<GlmRunEvent> events)
    {
        await foreach (var e in events)
        {
            Events.Add(e);
            Watch(e);
        }

        return Assert.IsType<GlmRunStopped>(Events[^1]).Run;
    }
}
