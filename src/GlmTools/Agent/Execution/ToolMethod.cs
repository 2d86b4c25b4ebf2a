using System.Runtime.CompilerServices;

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

    /// <summary>Waits until a call may run, and notes that it does.</summary>
    /// <returns>Whether it may; not where the key it needs is held by one that is out of time and does not end.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> EnterAsync(RunningCall call)
    {
        // The key first: whoever waits for it must not take a place from those who could run.
        var cancellationToken = call.Turn.Token;
        var gate = ExclusiveGate.Of(call.Tool!.Policy.Exclusive);
        if (gate is not null && !await gate.EnterAsync(call.Limit, _options.TimeProvider, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var permit = new ToolPermit(gate, _slots);
        try
        {
            await permit.EnterAsync(cancellationToken).ConfigureAwait(false);
            await _run.Conversation.AppendAsync(new CallStartedEntry(call.Recorded)).ConfigureAwait(false);
        }
        catch
        {
            permit.Leave();
            throw;
        }

        call.Permit = permit;
        return true;
    }

    /// <summary>What the method of a tool is called with.</summary>
    public GlmToolExecution Execution(GlmTool tool, GlmToolCall call, ReadOnlyMemory<byte> arguments) => new()
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
            Progress = _run.Listener is null ? null : new CallProgress(_run, call),
            Run = _run,
        },
    };

    /// <summary>Calls the method itself, again where that does no harm.</summary>
    public async ValueTask<GlmToolResult> ExecuteAsync(GlmToolExecution execution, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var forgets = execution.Tool.Policy.Effect != GlmToolEffect.ReadOnly;
        for (var attempt = 1; ; attempt++)
        {
            Forget(forgets);
            try
            {
                var result = await _step(attempt == 1 ? execution : execution with { Attempt = attempt }, cancellationToken).ConfigureAwait(false);
                if (!IsWorthAnother(execution.Tool, result, attempt))
                {
                    return result;
                }

                _run.Listener?.Invoke(new GlmToolCallRetried(execution.Call, attempt + 1, result.Exception!));
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
