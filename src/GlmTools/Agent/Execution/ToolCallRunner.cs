using System.Runtime.CompilerServices;
using System.Text;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Decides what becomes of a call, and sees to it that it is answered exactly once.</summary>
/// <param name="agent">The agent.</param>
/// <param name="run">The run.</param>
/// <param name="approvals">Who may say no.</param>
internal sealed class ToolCallRunner(GlmAgent agent, RunInProgress run, Approvals approvals)
{
    private readonly ToolMethod _method = new(agent.Options, run);

    /// <summary>Runs a call.</summary>
    /// <param name="recorded">The call.</param>
    /// <param name="calls">The calls of the turn, which all end if this one fails; what has no result by then is not answered here.</param>
    /// <param name="refusal">What the model is told instead of a result, where it must not be executed.</param>
    /// <param name="before">The calls it has to wait for, and whether they were answered.</param>
    /// <returns>Whether it was answered; if not, it waits for an approval, its own or that of a call before it.</returns>
    public async Task<bool> RunAsync(RecordedCall recorded, TurnCalls calls, string? refusal, Task<bool> before)
    {
        try
        {
            var (startedAt, began) = (agent.Options.TimeProvider.GetUtcNow(), agent.Options.TimeProvider.GetTimestamp());
            run.Listener?.Invoke(new GlmToolCallStarted(recorded.Call));
            var tool = calls.Tools.Find(recorded.Call.Name);
            using var operation = run.Operation.StartTool(recorded.Call, tool);
            refusal ??= tool is null ? calls.Tools.Unknown(recorded.Call.Name) : Changed(tool, recorded);
            var result = refusal is not null ? Noted(recorded, GlmToolResult.Failed(refusal))
                : tool == run.Final?.Tool ? run.Final!.Take(Utf8(recorded))
                : IsFree(tool!, before) ? await GuardedAsync(tool!, recorded, Utf8(recorded), calls.Token).ConfigureAwait(false)
                : await WaitedForAsync(tool!, recorded, before, calls.Token).ConfigureAwait(false);
            if (result is not { } answer)
            {
                return false;
            }

            operation.Stop(answer);
            await AnswerAsync(recorded, answer, startedAt, began).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure)
        {
            await calls.FailAsync(failure).ConfigureAwait(false);
            throw;
        }
    }

    // Also in a run that is being cancelled: what is known to have happened is no guess.
    private async ValueTask AnswerAsync(RecordedCall recorded, GlmToolResult answer, DateTimeOffset startedAt, long began)
    {
        await run.Conversation.AppendAsync(new CallFinishedEntry(recorded.Call.Id, answer.Text)).ConfigureAwait(false);
        run.Add(GlmToolCallFinished.Of(recorded.Call, answer, agent.Options.TimeProvider.GetElapsedTime(began), startedAt));
    }

    // A name that is none, or a call nobody approves, is an error like any other, and may be tried again and again like any other.
    private GlmToolResult Noted(RecordedCall recorded, in GlmToolResult refused)
        => run.Guard?.After(recorded.Call.Name, CanonicalJson.Of(Utf8(recorded)), refused, mayChange: false) is { } note ? refused.With(note) : refused;

    private static string? Changed(GlmTool tool, RecordedCall recorded) => recorded.WasMadeOfAnother(tool)
        ? $"Error: the tool {tool.Name} was changed after this call was made; nothing was executed. Look at its definition and call it again if that is still right."
        : null;

    private static byte[] Utf8(RecordedCall recorded) => Encoding.UTF8.GetBytes(recorded.Call.Arguments);

    // What has neither to be approved nor to wait costs no step of its own.
    private static bool IsFree(GlmTool tool, Task<bool> before) => !tool.Policy.RequiresApproval && before is { IsCompletedSuccessfully: true, Result: true };

    private async ValueTask<GlmToolResult?> WaitedForAsync(GlmTool tool, RecordedCall recorded, Task<bool> before, CancellationToken cancellationToken)
    {
        var approved = new ApprovalOutcome { Arguments = Utf8(recorded) };
        if (tool.Policy.RequiresApproval)
        {
            approved = await approvals.DecideAsync(tool, recorded, cancellationToken).ConfigureAwait(false);
        }

        if (approved.Answer is { } refused)
        {
            return Noted(recorded, refused);
        }

        if (approved.IsPending || !await before.WaitAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var result = await GuardedAsync(tool, recorded, approved.Arguments, cancellationToken).ConfigureAwait(false);
        return approved.Note is null ? result : result.With(note: $"\n{approved.Note}");
    }

    private ValueTask<GlmToolResult> GuardedAsync(GlmTool tool, RecordedCall recorded, ReadOnlyMemory<byte> arguments, CancellationToken cancellationToken)
    {
        var isRead = tool.Policy.Effect == GlmToolEffect.ReadOnly && agent.Options.ReuseReads;
        return run.Guard is null && !isRead
            ? ExecuteAsync(tool, recorded, arguments, cancellationToken)
            : GuardedAsync(tool, recorded, arguments, isRead, cancellationToken);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<GlmToolResult> GuardedAsync(GlmTool tool, RecordedCall recorded, ReadOnlyMemory<byte> arguments, bool isRead, CancellationToken cancellationToken)
    {
        var canonical = CanonicalJson.Of(arguments.Span);
        if (run.Guard?.Before(tool.Name, canonical) is { } verdict && verdict.Action != GuardAction.Go)
        {
            if (verdict.Action == GuardAction.Stop)
            {
                run.StopAfter(verdict.IsError ? GlmStopReason.RepeatedError : GlmStopReason.RepeatedCall);
            }

            return GlmToolResult.Failed(verdict.Text);
        }

        var result = isRead
            ? await ReadAsync(tool, recorded, arguments, canonical, cancellationToken).ConfigureAwait(false)
            : await ExecuteAsync(tool, recorded, arguments, cancellationToken).ConfigureAwait(false);
        return run.Guard?.After(tool.Name, canonical, result, tool.Policy.Effect != GlmToolEffect.ReadOnly) is { } note ? result.With(note) : result;
    }

    private ValueTask<GlmToolResult> ReadAsync(GlmTool tool, RecordedCall recorded, ReadOnlyMemory<byte> arguments, byte[] canonical, CancellationToken cancellationToken)
        => run.Reads.GetAsync($"{tool.Name}\n{Encoding.UTF8.GetString(canonical)}", () => ExecuteAsync(tool, recorded, arguments, cancellationToken));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<GlmToolResult> ExecuteAsync(GlmTool tool, RecordedCall recorded, ReadOnlyMemory<byte> arguments, CancellationToken cancellationToken)
    {
        if (!run.TakesCall())
        {
            return GlmToolResult.Failed($"Error: the run may make no more tool calls than the {agent.Options.MaxToolCalls} it has made; nothing was executed. Answer with what you have.");
        }

        return await _method.StartAsync(tool, recorded, arguments, cancellationToken).ConfigureAwait(false) is { } started
            ? await started
            : GlmToolResult.Failed($"Error: {tool.Name} was not started: an earlier call it must not overlap with is out of time and does not end; nothing was executed.");
    }
}
