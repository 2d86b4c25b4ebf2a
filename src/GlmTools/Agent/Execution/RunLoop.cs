using System.Runtime.CompilerServices;
using System.Text;

namespace GlmTools;

/// <summary>
/// Turn after turn: the model is asked, its answer enters the transcript, its calls are executed. However it ends - with an
/// answer, an error, a cancellation - each call in the transcript has its answer.
/// </summary>
internal sealed class RunLoop
{
    private const string NotStarted = "Error: the run was cancelled before the call; nothing was executed.";
    private const string NotFinished = "Error: the call was cancelled before it finished; it may or may not have had an effect.";

    private readonly GlmAgent _agent;
    private readonly RunInProgress _run;
    private readonly Approvals _approvals;
    private readonly ToolCallRunner _runner;
    private readonly ModelQuestion _question;
    private readonly ToolChoice _choice;
    private readonly bool _streaming;
    private TurnCalls? _calls;
    private bool _asksForFinal;

    /// <summary>Whether the last answer made no calls.</summary>
    private bool _isText;

    public RunLoop(GlmAgent agent, RunInProgress run, Approvals approvals, bool streaming)
    {
        _agent = agent;
        _run = run;
        _approvals = approvals;
        _runner = new ToolCallRunner(agent, run, approvals);
        _question = new ModelQuestion(agent, run, streaming);
        _choice = new ToolChoice(agent, run);
        _streaming = streaming;
    }

    private GlmConversation Conversation => _run.Conversation;

    /// <summary>Checks the decisions the run was resumed with.</summary>
    /// <exception cref="GlmApprovalException">One is wrong.</exception>
    public async ValueTask VerifyAsync(CancellationToken cancellationToken)
        => _approvals.Verify(Conversation.OpenCalls, (await _choice.OfOpenCallsAsync(cancellationToken).ConfigureAwait(false)).Set);

    /// <summary>Runs to the end.</summary>
    public async Task<GlmRun> ExecuteAsync(CancellationToken cancellationToken)
    {
        using var runner = _runner;
        using var deadline = new Deadline(_agent.Options.MaxDuration, _agent.Options.TimeProvider, cancellationToken);
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        try
        {
            return _run.Finish(await TurnsAsync(abandon, deadline.Token).ConfigureAwait(false), _approvals.Pending);
        }
        catch (OperationCanceledException) when (deadline.IsExpired)
        {
            await AbandonAsync().ConfigureAwait(false);
            await SettleAsync().ConfigureAwait(false);
            return _run.Finish(GlmStopReason.Deadline, []);
        }
        catch
        {
            // Why the run failed matters more than that the store fails as well: opened again, it knows of the calls that are open.
            await AbandonAsync().ConfigureAwait(false);
            await SettleAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async ValueTask<GlmStopReason> TurnsAsync(CancellationTokenSource abandon, CancellationToken cancellationToken)
    {
        var isOpen = Conversation.OpenCalls.Count > 0 || Conversation.EarlyCalls.Count > 0;
        for (var beginning = isOpen ? ReopenAsync(abandon, cancellationToken) : BeginTurnAsync(abandon, cancellationToken); ; beginning = BeginTurnAsync(abandon, cancellationToken))
        {
            // Nothing but this method may wait for the calls: it is what the thread that calls their methods has left behind.
            var calls = await beginning.ConfigureAwait(false);
            if (await EndTurnAsync(calls.Course.Stop, await calls, cancellationToken).ConfigureAwait(false) is { } stop)
            {
                return stop;
            }
        }
    }

    private TurnCalls NewCalls(TurnTools tools, CancellationTokenSource abandon) => _calls = new(_runner, tools, abandon);

    private ValueTask AbandonAsync() => _calls?.AbandonAsync() ?? default;

    /// <summary>Deals with the calls an earlier process, or an approval that was waited for, left open.</summary>
    private async ValueTask<TurnCalls> ReopenAsync(CancellationTokenSource abandon, CancellationToken cancellationToken)
    {
        // What the answer they are part of led to is decided again; of one that never became a message, nothing is known.
        var course = _run.Turns is [.., var latest] && Conversation.EarlyCalls.Count == 0
            ? TurnCourse.After(latest.FinishReason, text: null, _run.Final is null && _run.Turns.Count >= _agent.Options.MaxTurns ? GlmStopReason.MaxTurns : null, _run.ExceededBudget())
            : default;
        var tools = await _choice.OfOpenCallsAsync(cancellationToken).ConfigureAwait(false);
        if (Conversation.EarlyCalls is { Count: > 0 } early)
        {
            await RecordAsync(null, [.. early.Select(static open => open.Recorded)], turn: null).ConfigureAwait(false);
        }

        var calls = NewCalls(tools, abandon);
        calls.Course = course;
        _isText = false;
        var open = Conversation.OpenCalls;
        foreach (var call in open.Where(static call => call.Answer is null))
        {
            // A call has its own time: it must not wait for what somebody decides about the next one.
            if (!call.IsStarted)
            {
                calls.StartEarly(call.Recorded, Refusal(course, call.Recorded, call == open[^1], open.Count));
            }
            else if (await InterruptedAsync(call, tools, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                await Conversation.AppendAsync(new CallFinishedEntry(call.Call.Id, answer)).ConfigureAwait(false);
            }
            else
            {
                calls.StartEarly(call.Recorded);
            }
        }

        return calls;
    }

    /// <summary>What the model is told about a call that was interrupted; <see langword="null"/> where it is executed again.</summary>
    private async ValueTask<string?> InterruptedAsync(OpenCall call, TurnTools tools, CancellationToken cancellationToken)
    {
        if (tools.Find(call.Call.Name) is not { } tool || call.Recorded.WasMadeOfAnother(tool))
        {
            return GlmInterruptedCallCourse.Tell.Answer;
        }

        var course = _agent.Options.Interrupted is { } decide
            ? await decide(new(call.Call, tool), cancellationToken).ConfigureAwait(false)
            : GlmInterruptedCallCourse.For(tool);
        return course.ExecutesAgain ? null : course.Answer;
    }

    /// <summary>Asks the model, and starts the calls it makes.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TurnCalls> BeginTurnAsync(CancellationTokenSource abandon, CancellationToken cancellationToken)
    {
        if (_agent.Options.Compaction is { } compaction && Conversation.LatestTurn?.Usage.TotalTokens > compaction.AboveTokens)
        {
            await CompactAsync(cancellationToken).ConfigureAwait(false);
        }

        var tools = await _choice.NextAsync(_asksForFinal, cancellationToken).ConfigureAwait(false);
        var calls = NewCalls(tools, abandon);
        var early = _streaming && tools.Last is null ? new EarlyCalls(calls, tools, Conversation, _run.Final?.Tool) : null;
        var isWhole = await AskAsync(tools, early, cancellationToken).ConfigureAwait(false);
        var turn = _run.EndTurn();
        var answer = _run.Answer;
        var course = calls.Course = isWhole ? TurnCourse.After(answer, tools.Last, _run.ExceededBudget()) : default;

        // What the content filter stopped is withdrawn: sent back, it would have every later request refused. But calls that
        // were started are part of the history, as those of an answer that broke off are.
        var isKept = isWhole && course.Stop != GlmStopReason.ContentFilter;
        var started = calls.Started;
        var recorded = isKept ? calls.Record(answer, Conversation) : started;
        await RecordAsync(isWhole && !isKept ? null : answer, recorded, turn).ConfigureAwait(false);
        for (var i = started.Length; i < recorded.Length; i++)
        {
            calls.Start(recorded[i], Refusal(course, recorded[i], i == recorded.Length - 1, recorded.Length));
        }

        _isText = recorded.Length == 0;
        return calls;
    }

    private async ValueTask<bool> AskAsync(TurnTools tools, EarlyCalls? early, CancellationToken cancellationToken)
    {
        try
        {
            return await _question.AskAsync(Request(tools), early, cancellationToken).ConfigureAwait(false);
        }
        catch (GlmApiException tooLong) when (tooLong.Category == GlmErrorCategory.ContextWindow && _agent.Options.Compaction is not null && early is not { HasStarted: true })
        {
            return await CompactAsync(cancellationToken).ConfigureAwait(false)
                ? await _question.AskAsync(Request(tools), early, cancellationToken).ConfigureAwait(false)
                : throw new GlmException(tooLong.Message, tooLong);
        }
    }

    /// <summary>Decides whether the run goes on.</summary>
    /// <param name="stop">Why it ends in any case; <see langword="null"/> where the answer leaves that open.</param>
    /// <param name="isAnswered">Whether all calls of the turn were answered.</param>
    /// <param name="cancellationToken">Cancels what it takes.</param>
    private async ValueTask<GlmStopReason?> EndTurnAsync(GlmStopReason? stop, bool isAnswered, CancellationToken cancellationToken)
    {
        if (!isAnswered)
        {
            return GlmStopReason.ApprovalNeeded;
        }

        _run.Guard?.NextTurn();
        if (_isText && stop == GlmStopReason.ContextWindow && _run.Turns.Count < _agent.Options.MaxTurns && await CompactAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        stop = StopAfterTurn(stop);
        return _isText && _run.Final is not null ? await WithoutFinalAsync(stop).ConfigureAwait(false) : stop;
    }

    private GlmStopReason? StopAfterTurn(GlmStopReason? stop)
    {
        if (_run.Final is { IsGiven: true })
        {
            return GlmStopReason.Answered;
        }

        if (_run.Final?.Refusals > _agent.Options.AnswerRetries)
        {
            return GlmStopReason.InvalidAnswer;
        }

        return stop
            ?? _run.StopAfterTurn
            ?? (_run.Guard?.Verdict.Action == GuardAction.Stop ? GlmStopReason.RepeatedError
                : _agent.Options.StopWhen?.Invoke(_run.Progress(_run.Turns.Count)) == true ? GlmStopReason.Predicate
                : _run.Turns.Count >= _agent.Options.MaxTurns + (_run.Final is null ? 0 : _agent.Options.AnswerRetries) ? GlmStopReason.MaxTurns
                : null);
    }

    private GlmChatRequest Request(TurnTools tools) => new(_agent.Options.Settings)
    {
        Model = _agent.Model,
        EncodedMessages = Conversation.Encoded(_agent.Instructions),
        MayHaveEncodedParts = Conversation.HaveParts,
        Tools = tools.Set.Count > 0 ? tools.Set.Utf8Json : default,
    };

    /// <summary>Puts an answer into the transcript.</summary>
    /// <param name="answer">The answer; <see langword="null"/> where only its calls are kept.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="turn">What it took.</param>
    private async ValueTask RecordAsync(ModelAnswer? answer, IReadOnlyList<RecordedCall> calls, GlmTurn? turn)
    {
        if (calls.Count > 0 || !string.IsNullOrWhiteSpace(answer?.Content))
        {
            await Conversation.AppendAsync(MessageEntry.Answer(answer?.Content, answer?.Reasoning, calls, turn)).ConfigureAwait(false);
        }
    }

    /// <summary>Answers the calls that have no answer, after what ran of them has been cancelled.</summary>
    private async Task SettleAsync()
    {
        if (Conversation.EarlyCalls is { Count: > 0 } early)
        {
            await RecordAsync(_run.Answer, [.. early.Select(static open => open.Recorded)], turn: null).ConfigureAwait(false);
        }

        foreach (var open in Conversation.OpenCalls.Where(static open => open.Answer is null))
        {
            await Conversation.AppendAsync(new CallFinishedEntry(open.Call.Id, open.IsStarted ? NotFinished : NotStarted)).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> CompactAsync(CancellationToken cancellationToken)
    {
        if (_agent.Options.Compaction is not { } compaction)
        {
            return false;
        }

        var messages = Conversation.Messages;
        var shorter = await compaction.ShortenAsync(messages, cancellationToken).ConfigureAwait(false);
        if (shorter.Count >= messages.Count && shorter.SequenceEqual(messages))
        {
            return false;
        }

        await Conversation.AppendAsync(new HistoryEntry(shorter)).ConfigureAwait(false);
        _run.Listener?.Invoke(new GlmConversationCompacted(messages.Count, shorter.Count));
        return true;
    }

    /// <summary>What the model is told about a call instead of its being executed; <see langword="null"/> where it is.</summary>
    private string? Refusal(TurnCourse course, RecordedCall recorded, bool isLast, int calls)
        => course.Refusal ?? (course.LastIsCut && isLast ? TurnCourse.CutOff : NotYetFinal(recorded, calls));

    /// <summary>A final answer that comes along with other calls cannot know what they bring.</summary>
    private string? NotYetFinal(RecordedCall recorded, int calls) => calls > 1 && recorded.Call.Name == _run.Final?.Tool.Name
        ? $"Error: {recorded.Call.Name} was called together with other functions, before their results were there. Call it again, alone."
        : null;

    /// <summary>What follows from an answer without calls where a final answer of a type was asked for: the text may be it, else the model is asked for it.</summary>
    private async ValueTask<GlmStopReason?> WithoutFinalAsync(GlmStopReason? stop)
    {
        var final = _run.Final!;
        if (stop is not (GlmStopReason.Answered or GlmStopReason.EmptyAnswer or GlmStopReason.MaxTurns or GlmStopReason.MaxToolCalls))
        {
            return stop;
        }

        if (_run.Answer.Content is { } text && final.TakesText(Encoding.UTF8.GetBytes(text)))
        {
            return GlmStopReason.Answered;
        }

        if (final.Refusals > _agent.Options.AnswerRetries)
        {
            return GlmStopReason.InvalidAnswer;
        }

        _asksForFinal = true;
        await Conversation.AppendAsync(new MessageEntry(GlmChatMessage.User(FinalAnswer.Ask))).ConfigureAwait(false);
        return null;
    }
}
