using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Decides what becomes of a call, and sees to it that it is answered exactly once.</summary>
internal sealed class ToolCallRunner : IDisposable
{
    private readonly GlmAgentOptions _options;
    private readonly RunInProgress _run;
    private readonly Approvals _approvals;
    private readonly ToolMethod _method;
    private readonly TimeLimits _limits;

    /// <param name="agent">The agent.</param>
    /// <param name="run">The run.</param>
    /// <param name="approvals">Who may say no.</param>
    public ToolCallRunner(GlmAgent agent, RunInProgress run, Approvals approvals)
    {
        _options = agent.Options;
        _run = run;
        _approvals = approvals;
        _method = new(agent.Options, run);
        _limits = new(agent.Options.TimeProvider, call => _ = ExpireAsync(call));
    }

    /// <summary>Who calls the methods that wait behind others.</summary>
    public Relief Relief { get; } = new();

    /// <summary>Does all that comes before the method of a call. Where that has an answer already, the call is closed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refusal">What the model is told instead of a result, where it must not be executed.</param>
    /// <param name="before">Whether the calls it has to wait for were answered; <see langword="null"/> where there are none.</param>
    /// <returns>Whether its method is to be called.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> PrepareAsync(RunningCall call, string? refusal, Task<bool>? before)
    {
        try
        {
            (call.StartedAt, call.Began) = (_options.TimeProvider.GetUtcNow(), _options.TimeProvider.GetTimestamp());
            _run.Listener?.Invoke(new GlmToolCallStarted(call.Call));
            call.Operation = _run.Operation.StartTool(call.Call, call.Tool);
            var approved = Admit(call, refusal);
            if (approved.Answer is null && (call.Tool!.Policy.RequiresApproval || before is not null))
            {
                approved = await WaitAsync(call, approved, before).ConfigureAwait(false);
            }

            if (approved.IsPending)
            {
                call.Turn.Close(call, isAnswered: false);
                return false;
            }

            call.Note = approved.Note;
            if ((approved.Answer ?? await EnterAsync(call, approved.Arguments).ConfigureAwait(false)) is not { } answer)
            {
                return true;
            }

            await AnswerAsync(call, answer).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            await FailAsync(call, failure).ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>Begins to count the time of a call whose method is to be called.</summary>
    public void Watch(RunningCall call)
    {
        _limits.Watch(call);
        if (call.HasEnded)
        {
            _limits.Forget(call);
        }
    }

    /// <summary>Calls the method of a call and answers it, unless somebody else did meanwhile.</summary>
    public async Task CallAsync(RunningCall call)
    {
        if (call.Operation.Span is { } span)
        {
            Activity.Current = span;
        }

        var result = default(GlmToolResult);
        Exception? failure = null;
        try
        {
            result = await _method.ExecuteAsync(call).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            failure = thrown;
        }

        _limits.Forget(call);
        call.Permit!.Leave();
        if (call.TryEnd())
        {
            await (failure is null ? AnswerAsync(call, result) : FailAsync(call, failure)).ConfigureAwait(false);
        }
    }

    /// <summary>Ends a call that is not answered because the run ends.</summary>
    public void GiveUp(RunningCall call, Exception failure)
    {
        _limits.Forget(call);
        call.Read?.Fail(failure);
        call.Turn.Close(call, isAnswered: false);
    }

    public void Dispose()
    {
        _limits.Dispose();
        Relief.Dispose();
    }

    /// <summary>Answers a call that needs no method, or says what its method is called with.</summary>
    private ApprovalOutcome Admit(RunningCall call, string? refusal)
    {
        refusal ??= call.Tool is null ? call.Turn.Tools.Unknown(call.Call.Name) : Changed(call.Tool, call.Recorded);
        if (refusal is not null)
        {
            return new() { Answer = Noted(call, GlmToolResult.Failed(refusal)) };
        }

        var arguments = Encoding.UTF8.GetBytes(call.Call.Arguments);
        return call.Tool == _run.Final?.Tool ? new() { Answer = _run.Final!.Take(arguments) } : new() { Arguments = arguments };
    }

    private static string? Changed(GlmTool tool, RecordedCall recorded) => recorded.WasMadeOfAnother(tool)
        ? $"Error: the tool {tool.Name} was changed after this call was made; nothing was executed. Look at its definition and call it again if that is still right."
        : null;

    // A name that is none, or a call nobody approves, is an error like any other, and may be tried again and again like any other.
    private GlmToolResult Noted(RunningCall call, in GlmToolResult refused)
        => _run.Guard?.After(call.Call.Name, TextDigest.OfJson(Encoding.UTF8.GetBytes(call.Call.Arguments)), refused, mayChange: false) is { } note ? refused.With(note) : refused;

    /// <summary>Waits for an approval, and for the calls before.</summary>
    private async ValueTask<ApprovalOutcome> WaitAsync(RunningCall call, ApprovalOutcome approved, Task<bool>? before)
    {
        if (call.Tool!.Policy.RequiresApproval)
        {
            approved = await _approvals.DecideAsync(call.Tool, call.Recorded, call.Turn.Token).ConfigureAwait(false);
        }

        if (approved.Answer is { } refused)
        {
            return approved with { Answer = Noted(call, refused) };
        }

        return approved with { IsPending = approved.IsPending || (before is not null && !await before.WaitAsync(call.Turn.Token).ConfigureAwait(false)) };
    }

    /// <summary>Gets a call the right to run.</summary>
    /// <returns>What the model is told where it must not or need not; <see langword="null"/> where it may.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<GlmToolResult?> EnterAsync(RunningCall call, ReadOnlyMemory<byte> arguments)
    {
        var tool = call.Tool!;
        var isRead = tool.Policy.Effect == GlmToolEffect.ReadOnly && _options.ReuseReads;
        if (_run.Guard is not null || isRead)
        {
            call.Arguments = TextDigest.OfJson(arguments.Span);
            if (Stopped(call) is { } stopped)
            {
                return stopped;
            }
        }

        if (isRead)
        {
            var other = _run.Reads.FindOrBegin(tool.Name, call.Arguments!.Value, out var begun);
            if (other is not null)
            {
                return await other.ConfigureAwait(false);
            }

            call.Read = begun;
        }

        if (!_run.TakesCall())
        {
            return GlmToolResult.Failed($"Error: the run may make no more tool calls than the {_options.MaxToolCalls} it has made; nothing was executed. Answer with what you have.");
        }

        call.Limit = tool.Policy.Timeout ?? _options.ToolTimeout;
        if (!await _method.EnterAsync(call).ConfigureAwait(false))
        {
            return GlmToolResult.Failed($"Error: {tool.Name} was not started: an earlier call it must not overlap with is out of time and does not end; nothing was executed.");
        }

        call.Json = arguments;
        return null;
    }

    /// <summary>What the model is told about a call that repeats itself too often; <see langword="null"/> where it does not.</summary>
    private GlmToolResult? Stopped(RunningCall call)
    {
        if (_run.Guard?.Before(call.Call.Name, call.Arguments!.Value) is not { } verdict || verdict.Action == GuardAction.Go)
        {
            return null;
        }

        if (verdict.Action == GuardAction.Stop)
        {
            _run.StopAfter(verdict.IsError ? GlmStopReason.RepeatedError : GlmStopReason.RepeatedCall);
        }

        // Not executed, so nothing the guard has to note.
        call.Arguments = null;
        return GlmToolResult.Failed(verdict.Text);
    }

    private async Task ExpireAsync(RunningCall call)
    {
        if (call.TryLeave())
        {
            await AnswerAsync(call, GlmToolResult.Failed($"Error: {call.Call.Name} did not finish within {call.Limit.TotalSeconds:0.###} s and was cancelled; it may or may not have had an effect.")).ConfigureAwait(false);
        }
    }

    // Also in a run that is being cancelled: what is known to have happened is no guess.
    private async Task AnswerAsync(RunningCall call, GlmToolResult result)
    {
        try
        {
            call.Read?.Complete(result);
            if (call.Arguments is { } arguments && _run.Guard?.After(call.Call.Name, arguments, result, call.Tool!.Policy.Effect != GlmToolEffect.ReadOnly) is { } note)
            {
                result = result.With(note);
            }

            result = call.Note is null ? result : result.With($"\n{call.Note}");
            call.Operation.Stop(result);
            await _run.Conversation.AppendAsync(CallFinishedEntry.Of(call.Call.Id, result)).ConfigureAwait(false);
            _run.Add(GlmToolCallFinished.Of(call.Call, result, _options.TimeProvider.GetElapsedTime(call.Began), call.StartedAt));
        }
        catch (Exception failure)
        {
            await FailAsync(call, failure).ConfigureAwait(false);
            return;
        }

        call.Turn.Close(call, isAnswered: true);
    }

    private static async Task FailAsync(RunningCall call, Exception failure)
    {
        call.Read?.Fail(failure);
        await call.Turn.FailAsync(failure).ConfigureAwait(false);
        call.Turn.Close(call, isAnswered: false);
    }
}
