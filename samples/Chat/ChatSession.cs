using GlmTools;

namespace Chat;

/// <summary>
/// A conversation that lives in a file. Each message, each start and each result of a call is on the disk before the next step is
/// taken, so that the program may be killed at any moment.
/// </summary>
internal sealed class ChatSession(GlmAgent agent, GlmSqliteStore store, CtrlC? ctrlC)
{
    private readonly List<GlmTurn> _turns = [];

    public GlmToolSet Tools => agent.Tools;

    public GlmConversation Conversation { get; private set; } = new();

    /// <summary>What this session has asked the model, in all its conversations.</summary>
    public IReadOnlyList<GlmTurn> Turns => _turns;

    /// <summary>Opens a conversation, or the one that was written last.</summary>
    public async Task OpenAsync(string? id = null)
    {
        id ??= (await store.ListAsync()).FirstOrDefault()?.Id ?? await UnusedIdAsync();
        Conversation = await agent.OpenAsync(id);
        Console.WriteLine($"Conversation '{Screen.Text(id)}', {Conversation.Messages.Count} messages.");
    }

    /// <summary>Begins a conversation. The others stay where they are.</summary>
    public async Task BeginAsync() => await OpenAsync(await UnusedIdAsync());

    public Task AskAsync(string question) => AnswerAsync(token => agent.StreamAsync(question, Conversation, token));

    /// <summary>Goes on with a run that did not end, because the program or the network did.</summary>
    public async Task ResumeAsync()
    {
        if (Conversation.IsUnfinished)
        {
            var question = Conversation.Messages.Last(static message => message.Role == GlmChatRole.User);
            Console.WriteLine($"This has no answer yet, so it goes on: {Screen.Text(question.Content!)}");
            await AnswerAsync(token => agent.StreamResumeAsync(Conversation, cancellationToken: token));
        }
    }

    private async Task AnswerAsync(Func<CancellationToken, IAsyncEnumerable<GlmRunEvent>> run)
    {
        var view = new AnswerView();
        var cancelled = ctrlC?.AnswerBegins() ?? CancellationToken.None;
        try
        {
            await foreach (var e in run(cancelled))
            {
                view.Show(e);
                if (e is GlmUsageReported reported)
                {
                    _turns.Add(reported.Turn);
                }
            }
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            // All calls are answered by now. With this as the answer nobody takes the run for one that was killed.
            await Conversation.AddAsync(GlmChatMessage.Assistant("(The user cancelled this answer.)"), CancellationToken.None);
            view.End();
            Console.WriteLine("     (cancelled)");
        }
        finally
        {
            ctrlC?.AnswerEnded();
            view.End();
        }
    }

    private async Task<string> UnusedIdAsync()
    {
        var used = (await store.ListAsync()).Select(static stored => stored.Id).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(static number => $"chat-{number}").First(id => !used.Contains(id));
    }
}
