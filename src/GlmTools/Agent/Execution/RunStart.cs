namespace GlmTools;

/// <summary>How a run begins: with a prompt, or where an earlier one stopped.</summary>
/// <param name="agent">The agent.</param>
/// <param name="conversation">The transcript.</param>
internal sealed class RunStart(GlmAgent agent, GlmConversation conversation)
{
    private const string GivenUp = "Error: nobody approved this call before the conversation went on; nothing was executed.";

    /// <summary>What the user says; <see langword="null"/> to go on where the conversation stopped.</summary>
    public GlmChatMessage? Prompt { get; init; }

    /// <summary>What was decided about the calls that wait.</summary>
    public IReadOnlyList<GlmApprovalDecision> Decisions { get; init; } = [];

    /// <summary>How the model is to answer; <see langword="null"/> for as text.</summary>
    public FinalAnswer? Final { get; init; }

    /// <summary>The run a tool of which this one is; <see langword="null"/> for none.</summary>
    public RunInProgress? Parent { get; init; }

    /// <summary>Runs to the end.</summary>
    /// <param name="streaming">Whether answers are streamed.</param>
    /// <param name="listener">Who wants to know what happens.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public async Task<GlmRun> ExecuteAsync(bool streaming, Action<GlmRunEvent>? listener, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        cancellationToken.ThrowIfCancellationRequested();
        using var use = conversation.Use();
        var run = new RunInProgress(agent, conversation, Prompt is null ? conversation.LastRun : null, Final, Parent, listener);
        using var operation = run.Operation;
        try
        {
            var finished = await ExecuteAsync(run, streaming, cancellationToken).ConfigureAwait(false);
            operation.Stop(finished.StopReason, finished.Turns.Count, finished.Usage);
            return finished;
        }
        catch (Exception failure)
        {
            operation.Fail(failure);
            throw;
        }
    }

    private async Task<GlmRun> ExecuteAsync(RunInProgress run, bool streaming, CancellationToken cancellationToken)
    {
        var approvals = new Approvals(run, agent.Options, Decisions);
        if (Prompt is not null)
        {
            await BeginAsync(run, Prompt).ConfigureAwait(false);
        }
        else if (Ended(run) is { } ended)
        {
            return ended;
        }

        var loop = new RunLoop(agent, run, approvals, streaming);
        if (Decisions.Count > 0)
        {
            // Before anything happens, so that a wrong decision leaves all as it was.
            await loop.VerifyAsync(cancellationToken).ConfigureAwait(false);
        }

        return await loop.ExecuteAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task BeginAsync(RunInProgress run, GlmChatMessage prompt)
    {
        if (conversation.EarlyCalls is { Count: > 0 } early)
        {
            await conversation.AppendAsync(MessageEntry.Answer(null, null, [.. early.Select(static open => open.Recorded)])).ConfigureAwait(false);
        }

        foreach (var open in conversation.OpenCalls.Where(static open => open.Answer is null))
        {
            await conversation.AppendAsync(new CallFinishedEntry(open.Call.Id, open.IsStarted ? open.AnswerForNow : GivenUp)).ConfigureAwait(false);
        }

        await conversation.AppendAsync(new MessageEntry(prompt) { RunId = run.Id }).ConfigureAwait(false);
    }

    /// <summary>A run that had ended already; <see langword="null"/> where something is left to do.</summary>
    private GlmRun? Ended(RunInProgress run)
    {
        if (conversation.OpenCalls.Count > 0 || conversation.EarlyCalls.Count > 0)
        {
            return null;
        }

        var messages = conversation.Messages;
        if (!messages.Any(static message => message.Role == GlmChatRole.User))
        {
            throw new GlmException($"There is nothing to go on with in the conversation '{conversation.Id}': it holds no question.");
        }

        if (Decisions is [var decision, ..])
        {
            throw new GlmApprovalException($"No call '{decision.CallId}' waits for a decision: it was decided before, or belongs to another run.");
        }

        if (messages[^1] is not { Role: GlmChatRole.Assistant } last)
        {
            return null;
        }

        var (text, reason) = (last.Content ?? "", run.Turns is [.., var latest] ? latest.FinishReason : null);
        var stop = TurnCourse.After(reason, text, last: null, exceeded: null).Stop;
        return run.Finish(stop ?? GlmStopReason.Answered, []) with { Text = text.Trim(), FinishReason = reason };
    }
}
