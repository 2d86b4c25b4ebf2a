using System.Runtime.CompilerServices;

namespace GlmTools;

/// <summary>Calls the methods of tools: within their time, not too many at a time, again where that does no harm.</summary>
internal sealed class ToolMethod
{
    private readonly GlmAgentOptions _options;
    private readonly RunInProgress _run;
    private readonly SemaphoreSlim _slots;

    /// <summary>What is around the methods, with the method inside; <see langword="null"/> for nothing.</summary>
    private readonly GlmToolStep? _step;

    public ToolMethod(GlmAgentOptions options, RunInProgress run)
    {
        _options = options;
        _run = run;
        _slots = new(options.MaxParallelCalls);
        _step = options.AroundTools.Count == 0 ? null : options.AroundTools.Reverse().Aggregate((GlmToolStep)InvokeAsync, static (inner, around) => around(inner));
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

    /// <summary>Calls the method itself, again where that does no harm.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<GlmToolResult> ExecuteAsync(RunningCall call)
    {
        call.Token.ThrowIfCancellationRequested();
        var context = Context(call.Call);
        var forgets = call.Tool!.Policy.Effect != GlmToolEffect.ReadOnly;
        for (var attempt = 1; ; attempt++)
        {
            Forget(forgets);
            try
            {
                var result = await AttemptAsync(call, context, attempt).ConfigureAwait(false);
                if (!IsWorthAnother(call.Tool, result, attempt))
                {
                    return result;
                }

                _run.Listener?.Invoke(new GlmToolCallRetried(call.Call, attempt + 1, result.Exception!));
            }
            finally
            {
                Forget(forgets);
            }

            await Task.Delay(TimeSpan.FromSeconds(0.25 * (1 << Math.Min(attempt - 1, 5))), _options.TimeProvider, call.Token).ConfigureAwait(false);
        }
    }

    private ValueTask<GlmToolResult> AttemptAsync(RunningCall call, GlmToolContext context, int attempt)
        => _step is null
            ? call.Tool!.InvokeAsync(call.Json, context, call.Token)
            : _step(new() { Tool = call.Tool!, Call = call.Call, Arguments = call.Json, Context = context, Attempt = attempt }, call.Token);

    private GlmToolContext Context(GlmToolCall call) => new()
    {
        Services = _options.Services,
        State = _options.State,
        RunId = _run.Id,
        CallId = call.Id,
        Progress = _run.Listener is null ? null : new CallProgress(_run, call),
        Run = _run,
    };

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
