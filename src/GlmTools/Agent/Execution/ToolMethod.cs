namespace GlmTools;

/// <summary>Calls the methods of tools: within their time, not too many at a time, again where that does no harm.</summary>
internal sealed class ToolMethod
{
    private readonly GlmAgentOptions _options;
    private readonly RunInProgress _run;
    private readonly SemaphoreSlim _slots;
    private readonly GlmToolStep _step;

    public ToolMethod(GlmAgentOptions options, RunInProgress run)
    {
        _options = options;
        _run = run;
        _slots = new(options.MaxParallelCalls);
        _step = options.AroundTools.Reverse().Aggregate((GlmToolStep)InvokeAsync, static (inner, around) => around(inner));
    }

    /// <summary>Calls the method of a tool.</summary>
    public async Task<GlmToolResult> CallAsync(GlmTool tool, RecordedCall recorded, ReadOnlyMemory<byte> arguments, CancellationToken cancellationToken)
    {
        // The key first: whoever waits for it must not take a place from those who could run.
        var gate = ExclusiveGate.Of(tool.Policy.Exclusive);
        if (gate is not null && !await gate.EnterAsync(Limit(tool), _options.TimeProvider, cancellationToken).ConfigureAwait(false))
        {
            return GlmToolResult.Failed($"Error: {tool.Name} was not started: an earlier call it must not overlap with is out of time and does not end; nothing was executed.");
        }

        var permit = new ToolPermit(gate, _slots);
        try
        {
            await permit.EnterAsync(cancellationToken).ConfigureAwait(false);
            await _run.Conversation.AppendAsync(new CallStartedEntry(recorded)).ConfigureAwait(false);
            return await InTimeAsync(Execution(tool, recorded.Call, arguments), permit, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            permit.LeaveUnlessHeld();
        }
    }

    private GlmToolExecution Execution(GlmTool tool, GlmToolCall call, ReadOnlyMemory<byte> arguments) => new()
    {
        Tool = tool,
        Call = call,
        Arguments = arguments,
        Context = new()
        {
            Services = _options.Services,
            State = _options.State,
            RunId = _run.Id,
            CallId = call.Id,
            Progress = new CallProgress(_run, call),
            Run = _run,
        },
    };

    private async Task<GlmToolResult> InTimeAsync(GlmToolExecution execution, ToolPermit permit, CancellationToken cancellationToken)
    {
        var tool = execution.Tool;
        var limit = Limit(tool);
        using var deadline = new Deadline(limit, _options.TimeProvider, cancellationToken);
        try
        {
            // A method that does not look at its token must not hold up the run.
            return await permit.HoldAsync(RepeatedlyAsync(execution, deadline.Token)).WaitOrLeaveAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsExpired)
        {
            return GlmToolResult.Failed($"Error: {tool.Name} did not finish within {limit.TotalSeconds:0.###} s and was cancelled; it may or may not have had an effect.");
        }
        finally
        {
            permit.Abandon();
        }
    }

    private TimeSpan Limit(GlmTool tool) => tool.Policy.Timeout ?? _options.ToolTimeout;

    private async Task<GlmToolResult> RepeatedlyAsync(GlmToolExecution execution, CancellationToken cancellationToken)
    {
        // A method that does not wait at all, but works or blocks, must not hold up the others, the stream, or its own deadline.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        cancellationToken.ThrowIfCancellationRequested();
        var forgets = execution.Tool.Policy.Effect != GlmToolEffect.ReadOnly;
        for (var attempt = 1; ; attempt++)
        {
            Forget(forgets);
            try
            {
                var result = await _step(execution with { Attempt = attempt }, cancellationToken).ConfigureAwait(false);
                if (!IsWorthAnother(execution.Tool, result, attempt))
                {
                    return result;
                }

                _run.Emit(new GlmToolCallRetried(execution.Call, attempt + 1, result.Exception!));
            }
            finally
            {
                Forget(forgets);
            }

            await Task.Delay(TimeSpan.FromSeconds(0.25 * (1 << Math.Min(attempt - 1, 5))), _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Forget(bool forgets)
    {
        if (forgets)
        {
            _run.Reads.Clear();
        }
    }

    // What a method tells the model on purpose stays true when it is asked again.
    private bool IsWorthAnother(GlmTool tool, in GlmToolResult result, int attempt)
        => attempt <= _options.ToolRetries
            && tool.Policy.Effect == GlmToolEffect.Idempotent
            && result.Exception is not (null or GlmToolException);

    private static ValueTask<GlmToolResult> InvokeAsync(GlmToolExecution execution, CancellationToken cancellationToken)
        => execution.Tool.InvokeAsync(execution.Arguments, execution.Context, cancellationToken);
}
