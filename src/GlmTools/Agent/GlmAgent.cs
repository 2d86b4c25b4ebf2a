using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace GlmTools;

/// <summary>
/// Asks a model, executes the tool calls it makes, tells it the results, and ends when it answers. It holds nothing of a
/// run, so one agent serves any number of them at a time.
/// </summary>
public sealed partial class GlmAgent
{
    /// <summary>Creates an agent.</summary>
    /// <param name="client">The service.</param>
    /// <param name="model">The model, such as <c>glm-4-flash</c>.</param>
    /// <param name="tools">What the model may call; nothing where it is left out.</param>
    /// <param name="options">How the agent behaves; the defaults where it is left out.</param>
    /// <exception cref="ArgumentException">There is no model, there are more than 128 tools, or an option makes no sense.</exception>
    public GlmAgent(GlmClient client, string model, GlmToolSet? tools = null, GlmAgentOptions? options = null)
        : this(new ServiceModel(client ?? throw new ArgumentNullException(nameof(client))), model, tools, options)
    {
    }

    /// <summary>
    /// Creates an agent over a model of another kind, or over a pipeline of Microsoft.Extensions.AI. The agent executes the calls; the
    /// pipeline gets declarations that cannot be invoked.
    /// </summary>
    /// <param name="client">The model; it is not disposed of.</param>
    /// <param name="model">Which model to ask it for; the one it names itself where it is left out.</param>
    /// <param name="tools">What the model may call; nothing where it is left out.</param>
    /// <param name="options">How the agent behaves; the defaults where it is left out.</param>
    /// <exception cref="ArgumentException">The client does not name a model and neither does the caller, there are more than 128 tools, or an option makes no sense.</exception>
    public GlmAgent(IChatClient client, string? model = null, GlmToolSet? tools = null, GlmAgentOptions? options = null)
        : this(new ChatClientModel(client ?? throw new ArgumentNullException(nameof(client)), options?.TimeProvider ?? TimeProvider.System), model ?? ChatClientModel.DefaultModel(client), tools, options)
    {
    }

    private GlmAgent(IAgentModel service, string model, GlmToolSet? tools, GlmAgentOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        Service = service;
        Model = model;
        Tools = tools ?? GlmToolSet.Empty;
        Options = options ?? new GlmAgentOptions();
        AgentRules.ThrowIfBroken(Options, model, Tools);
        Telemetry = new AgentTelemetry(Options.Name, model, Options.CaptureContent, Options.Logger ?? NullLogger.Instance, Options.TimeProvider, service.Provider);
        if (!string.IsNullOrEmpty(Options.Instructions))
        {
            Instructions = ChatMessageWriter.Encode(GlmChatMessage.System(Options.Instructions));
        }
    }

    /// <summary>The model.</summary>
    public string Model { get; }

    /// <summary>What the model may call.</summary>
    public GlmToolSet Tools { get; }

    /// <summary>How the agent behaves.</summary>
    public GlmAgentOptions Options { get; }

    /// <summary>Where the model is.</summary>
    internal IAgentModel Service { get; }

    internal AgentTelemetry Telemetry { get; }

    /// <summary>The system message, encoded; empty for none.</summary>
    internal ReadOnlyMemory<byte> Instructions { get; }

    /// <summary>Runs until the model has answered.</summary>
    /// <param name="prompt">What the user says: a string, or <see cref="GlmChatMessage.User(IReadOnlyList{GlmContentPart})"/> with images, files and the like.</param>
    /// <param name="conversation">The transcript to go on with; a new one where it is left out. It stays valid also when the run fails. Calls in it that still wait for approval are given up.</param>
    /// <param name="cancellationToken">Cancels the run. Calls that have not finished are answered as cancelled.</param>
    /// <exception cref="ArgumentException">The prompt is empty or not from the user, or the service takes no such part; the message names it.</exception>
    /// <exception cref="InvalidOperationException">Another run is writing the conversation.</exception>
    /// <exception cref="GlmException">The service failed or refused.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<GlmRun> RunAsync(GlmChatMessage prompt, GlmConversation? conversation = null, CancellationToken cancellationToken = default)
        => await Prompted(prompt, conversation).ExecuteAsync(streaming: false, listener: null, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Runs until the model has answered, and tells what happens meanwhile. The run does not wait for who reads the events;
    /// leaving the enumeration early cancels it.
    /// </summary>
    /// <inheritdoc cref="RunAsync(GlmChatMessage, GlmConversation?, CancellationToken)"/>
    public IAsyncEnumerable<GlmRunEvent> StreamAsync(GlmChatMessage prompt, GlmConversation? conversation = null, CancellationToken cancellationToken = default)
        => StreamAsync(Prompted(prompt, conversation), cancellationToken);

    /// <summary>
    /// Goes on with a run that waits for approval. Where the agent's store has its conversation, that one is gone on with, so
    /// that no decision takes effect twice however often the run is read from JSON.
    /// </summary>
    /// <param name="run">The run, as it ended or as <see cref="GlmRun.Parse"/> read it.</param>
    /// <param name="decisions">What was decided. Calls nobody has decided about wait on.</param>
    /// <param name="cancellationToken">Cancels the run. Calls that have not finished are answered as cancelled.</param>
    /// <exception cref="GlmApprovalException">A decision does not fit what waits. Nothing was executed, and the run can be resumed with the right one.</exception>
    /// <inheritdoc cref="RunAsync(GlmChatMessage, GlmConversation?, CancellationToken)" path="/exception"/>
    public async Task<GlmRun> ResumeAsync(GlmRun run, IEnumerable<GlmApprovalDecision> decisions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(decisions);
        return await ResumeAsync(await StoredAsync(run.Conversation, cancellationToken).ConfigureAwait(false), decisions, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Goes on with a conversation of <see cref="GlmAgentOptions.Store"/> where it stopped, such as after a crash. No finished call is
    /// executed again; of one that had started and not finished, <see cref="GlmAgentOptions.Interrupted"/> decides; one whose tool
    /// was changed meanwhile is refused. Where the last run had ended, its answer comes back.
    /// </summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cancellationToken">Cancels the run. Calls that have not finished are answered as cancelled.</param>
    /// <exception cref="InvalidOperationException">The agent has no store.</exception>
    /// <inheritdoc cref="RunAsync(GlmChatMessage, GlmConversation?, CancellationToken)" path="/exception"/>
    public async Task<GlmRun> ResumeAsync(string conversationId, CancellationToken cancellationToken = default)
        => await ResumeAsync(await OpenAsync(conversationId, cancellationToken).ConfigureAwait(false), decisions: null, cancellationToken).ConfigureAwait(false);

    /// <summary>Goes on with a conversation where it stopped: after a crash, a failure, or because calls wait for approval.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="decisions">What was decided about calls that wait; nothing where it is left out.</param>
    /// <param name="cancellationToken">Cancels the run. Calls that have not finished are answered as cancelled.</param>
    /// <exception cref="GlmApprovalException">A decision does not fit what waits. Nothing was executed.</exception>
    /// <exception cref="GlmException">There is nothing in the conversation, or the service failed or refused.</exception>
    /// <exception cref="InvalidOperationException">Another run is writing the conversation.</exception>
    public async Task<GlmRun> ResumeAsync(GlmConversation conversation, IEnumerable<GlmApprovalDecision>? decisions = null, CancellationToken cancellationToken = default)
        => await Resumed(conversation, decisions).ExecuteAsync(streaming: false, listener: null, cancellationToken).ConfigureAwait(false);

    /// <summary>Goes on with a conversation where it stopped, and tells what happens meanwhile.</summary>
    /// <inheritdoc cref="ResumeAsync(GlmConversation, IEnumerable{GlmApprovalDecision}, CancellationToken)"/>
    public IAsyncEnumerable<GlmRunEvent> StreamResumeAsync(GlmConversation conversation, IEnumerable<GlmApprovalDecision>? decisions = null, CancellationToken cancellationToken = default)
        => StreamAsync(Resumed(conversation, decisions), cancellationToken);

    /// <summary>Opens a conversation of <see cref="GlmAgentOptions.Store"/>, or begins it there.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="InvalidOperationException">The agent has no store.</exception>
    /// <exception cref="GlmException">What the store holds cannot be read.</exception>
    public Task<GlmConversation> OpenAsync(string conversationId, CancellationToken cancellationToken = default)
        => GlmConversation.OpenAsync(Options.Store ?? throw new InvalidOperationException("The agent has no store: set GlmAgentOptions.Store."), conversationId, cancellationToken);

    /// <summary>
    /// The agent as a tool of another one: it gets a task, runs in a conversation of its own, and what it answers is the result. What it
    /// takes counts for the run that called it, its events come there as <see cref="GlmSubAgentEvent"/>, and calls that need
    /// approval ask the other agent's <see cref="GlmAgentOptions.Approve"/> where it has none of its own.
    /// </summary>
    /// <param name="name">The name of the tool, 1 to 64 characters out of <c>a-z A-Z 0-9 _ -</c>.</param>
    /// <param name="description">What the model reads about it: what the agent is good for.</param>
    /// <param name="policy">How calls of it are dealt with; the default policy where it is left out. Give it a time that is enough for all its turns.</param>
    /// <exception cref="ArgumentException">The name is none the service takes.</exception>
    public GlmTool AsTool(string name, string description, GlmToolPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        return new GlmToolSet(new AgentDispatcher(this, name, description, policy ?? GlmToolPolicy.Default))[0];
    }

    private static async IAsyncEnumerable<GlmRunEvent> StreamAsync(RunStart start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = Channel.CreateUnbounded<GlmRunEvent>(new() { SingleReader = true });
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = RunAsync(start, events.Writer, leave.Token);
        try
        {
            // A run that is cancelled ends its events by itself, when its transcript is in order.
            await foreach (var e in events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return e;
            }
        }
        finally
        {
            await leave.CancelAsync().ConfigureAwait(false);
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        yield return new GlmRunStopped(await running.ConfigureAwait(false));
    }

    private static async Task<GlmRun> RunAsync(RunStart start, ChannelWriter<GlmRunEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            return await start.ExecuteAsync(streaming: true, e => events.TryWrite(e), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            events.Complete();
        }
    }

    private async ValueTask<GlmConversation> StoredAsync(GlmConversation conversation, CancellationToken cancellationToken)
    {
        if (Options.Store is null || conversation.IsStored)
        {
            return conversation;
        }

        var stored = await OpenAsync(conversation.Id, cancellationToken).ConfigureAwait(false);
        return stored.Entries.Count > 0 ? stored : conversation;
    }

    private RunStart Prompted(GlmChatMessage prompt, GlmConversation? conversation, FinalAnswer? final = null)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        AgentRules.ThrowIfNoPrompt(prompt);
        Service.ThrowIfBroken(prompt);
        return new(this, conversation ?? new()) { Prompt = prompt, Final = final };
    }

    private RunStart Resumed(GlmConversation conversation, IEnumerable<GlmApprovalDecision>? decisions, FinalAnswer? final = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return new(this, conversation) { Decisions = [.. decisions ?? []], Final = final };
    }
}
