namespace GlmTools;

/// <summary>
/// Asks the model for one answer, streamed or whole by the same step: a little more often where the inference or the stream
/// breaks off, and once more where there is nothing in the answer.
/// </summary>
internal sealed class ModelQuestion
{
    /// <summary>How often a turn starts again after its answer broke off.</summary>
    private const int MaxRestarts = 2;

    private readonly GlmAgent _agent;
    private readonly RunInProgress _run;
    private readonly bool _streaming;

    /// <summary>What is around the model, with the model inside; <see langword="null"/> where a whole answer of the bare model is wanted.</summary>
    private readonly GlmModelStep? _step;
    private int _restarts;

    public ModelQuestion(GlmAgent agent, RunInProgress run, bool streaming)
    {
        _agent = agent;
        _run = run;
        _streaming = streaming;
        _step = !streaming && agent.Options.AroundModel.Count == 0 ? null : agent.Options.AroundModel.Reverse().Aggregate((GlmModelStep)agent.Service.AskAsync, static (inner, around) => around(inner));
    }

    /// <summary>Asks. <see cref="RunInProgress.Answer"/> is what came of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="calls">Where a call is started that is finished while the rest still arrives; <see langword="null"/> to start none.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>Whether the answer is whole: one that broke off after a call of it was started is not asked for again.</returns>
    public async ValueTask<bool> AskAsync(GlmChatRequest request, EarlyCalls? calls, CancellationToken cancellationToken)
    {
        _run.BeginTurn();
        for (var hasBeenEmpty = false; ;)
        {
            var failure = await AttemptAsync(request, calls, cancellationToken).ConfigureAwait(false);
            _run.EndAttempt();
            if (failure is null)
            {
                if (hasBeenEmpty || !_run.Answer.IsEmpty || _run.Answer.FinishReason is { } reason && reason != GlmFinishReason.Stop && reason != GlmFinishReason.ToolCalls)
                {
                    _restarts = 0;
                    return true;
                }

                hasBeenEmpty = true;
                continue;
            }

            if (_restarts++ == MaxRestarts)
            {
                throw failure;
            }

            if (calls is { HasStarted: true })
            {
                return false;
            }

            await _agent.Service.WaitAsync(failure, _restarts - 1, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks once.</summary>
    /// <returns>Why the answer broke off; <see langword="null"/> where it is whole.</returns>
    private async ValueTask<GlmException?> AttemptAsync(GlmChatRequest request, EarlyCalls? calls, CancellationToken cancellationToken)
    {
        _run.Listener?.Invoke(new GlmTurnStarted(_run.Turn));
        var answer = _run.Answer = new ModelAnswer();
        using var operation = _run.Operation.StartChat(_run.Turn, _agent.Options.Settings);
        if (operation.CapturesContent)
        {
            operation.SetInput(_run.Conversation.Messages, _agent.Options.Instructions, request.Tools.Span);
        }

        try
        {
            await ReceiveAsync(answer, request, calls, cancellationToken).ConfigureAwait(false);
        }
        catch (GlmException failure) when (answer.HasBegun && failure.IsTransient)
        {
            // What failed before the first chunk, the client has asked for again already.
            operation.Restart(failure);
            return failure;
        }
        catch (Exception failure)
        {
            operation.Fail(failure);
            throw;
        }

        if (answer.FinishReason == GlmFinishReason.NetworkError)
        {
            var failure = new GlmStreamException($"The model broke off its answer {_restarts + 1} times, the last time with finish_reason network_error.");
            operation.Restart(failure);
            return failure;
        }

        if (operation.CapturesContent)
        {
            operation.SetOutput(GlmChatMessage.Assistant(answer.Content, answer.Calls, answer.Reasoning), answer.FinishReason);
        }

        operation.Stop(answer.Id, answer.Model, answer.FinishReason, answer.Usage);
        return null;
    }

    private async ValueTask ReceiveAsync(ModelAnswer answer, GlmChatRequest request, EarlyCalls? calls, CancellationToken cancellationToken)
    {
        if (_step is null)
        {
            await _agent.Service.CompleteAsync(request, answer, cancellationToken).ConfigureAwait(false);
            return;
        }

        var call = new GlmModelCall { Request = request, Progress = _run.Progress(_run.Turn), IsStreamed = _streaming };
        await foreach (var chunk in _step(call, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            answer.Add(chunk);
            Tell(chunk.Delta);
            calls?.StartFinished(answer);
        }
    }

    // Who wants to know what happens has the answers streamed.
    private void Tell(GlmChatDelta delta)
    {
        if (_run.Listener is not { } tell)
        {
            return;
        }

        if (delta.ReasoningContent is { Length: > 0 } reasoning)
        {
            tell(new GlmReasoningDelta(reasoning));
        }

        if (delta.Content is { Length: > 0 } text)
        {
            tell(new GlmTextDelta(text));
        }

        foreach (var piece in delta.ToolCalls)
        {
            tell(new GlmToolCallArriving(piece.Index ?? 0, piece.Name, piece.Arguments ?? ""));
        }
    }
}
