using System.Text;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Asks for the approvals of a run: with the decisions it was resumed with, with the handler, or by suspending it.</summary>
/// <param name="run">The run.</param>
/// <param name="options">The agent's options.</param>
/// <param name="decisions">Decisions that were made while the run was suspended.</param>
internal sealed class Approvals(RunInProgress run, GlmAgentOptions options, IReadOnlyList<GlmApprovalDecision> decisions)
{
    private readonly SemaphoreSlim _person = new(1, 1);
    private readonly List<GlmApprovalRequest> _pending = [];

    /// <summary>What nobody has decided about.</summary>
    public IReadOnlyList<GlmApprovalRequest> Pending
    {
        get
        {
            lock (_pending)
            {
                return [.. _pending];
            }
        }
    }

    /// <summary>Checks that each decision is about a call that waits, exactly as it waits.</summary>
    /// <exception cref="GlmApprovalException">One is not.</exception>
    public void Verify(IReadOnlyList<OpenCall> open, GlmToolSet tools)
    {
        foreach (var decision in decisions)
        {
            var call = open.FirstOrDefault(call => call.Call.Id == decision.CallId && call.Answer is null)?.Recorded
                ?? throw new GlmApprovalException($"No call '{decision.CallId}' waits for a decision: it was decided before, or belongs to another run.");
            var tool = tools.Find(call.Call.Name);
            if (tool is not { Policy.RequiresApproval: true } || call.WasMadeOfAnother(tool))
            {
                throw new GlmApprovalException($"The call '{decision.CallId}' cannot be approved any more: the tool '{call.Call.Name}' is not what it was. Resume without a decision; the model is told.");
            }

            if (decisions.Count(other => other.CallId == decision.CallId) > 1)
            {
                throw new GlmApprovalException($"There are two decisions about the call '{decision.CallId}'.");
            }

            if (tool.Validate(Encoding.UTF8.GetBytes(call.Call.Arguments)) is { IsValid: true } given)
            {
                Apply(decision, Request(tool, call, given.Utf8), tool);
            }
        }
    }

    /// <summary>Finds out whether a call may be executed. Arguments that do not fit are answered without bothering anybody.</summary>
    public async ValueTask<ApprovalOutcome> DecideAsync(GlmTool tool, RecordedCall recorded, CancellationToken cancellationToken)
    {
        var given = tool.Validate(Encoding.UTF8.GetBytes(recorded.Call.Arguments));
        if (!given.IsValid)
        {
            return new() { Answer = GlmToolResult.Refused(given.Error!) with { Repairs = given.Repairs } };
        }

        var request = Request(tool, recorded, given.Utf8);
        if (decisions.FirstOrDefault(decision => decision.CallId == recorded.Call.Id) is { } decided)
        {
            return Apply(decided, request, tool);
        }

        if (run.Approve is { } approve)
        {
            return Apply(await AskAsync(approve, tool, recorded, request, cancellationToken).ConfigureAwait(false), request, tool);
        }

        lock (_pending)
        {
            _pending.Add(request);
        }

        Announce(tool, recorded, request);
        return new() { IsPending = true };
    }

    private GlmApprovalRequest Request(GlmTool tool, RecordedCall recorded, ReadOnlyMemory<byte> arguments)
        => GlmApprovalRequest.For(run.Id, recorded, tool, arguments, options.ApprovalKey);

    private async ValueTask<GlmApprovalDecision> AskAsync(
        Func<GlmApprovalRequest, CancellationToken, ValueTask<GlmApprovalDecision>> approve, GlmTool tool, RecordedCall recorded, GlmApprovalRequest request, CancellationToken cancellationToken)
    {
        // Two questions at a time confuse the person who is asked.
        await _person.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Announce(tool, recorded, request);

            // Whoever waits at a console waits on its thread, and does not look at the token.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return await approve(request, cancellationToken).AsTask().WaitOrLeaveAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _person.Release();
        }
    }

    private void Announce(GlmTool tool, RecordedCall recorded, GlmApprovalRequest request)
    {
        run.Operation.WaitForApproval(recorded.Call, tool);
        run.Listener?.Invoke(new GlmApprovalRequested(request));
    }

    private static ApprovalOutcome Apply(GlmApprovalDecision decision, GlmApprovalRequest request, GlmTool tool)
    {
        if (decision.CallId != request.CallId || !ApprovalToken.AreEqual(decision.Token, request.Token))
        {
            throw new GlmApprovalException($"The decision about the call '{request.CallId}' was made about something else: the tool, its arguments or the run are not the ones it was given for. Ask again with the present request.");
        }

        if (!decision.IsApproved)
        {
            var reason = string.IsNullOrWhiteSpace(decision.Reason) ? "" : $" Reason: {decision.Reason.Trim()}";
            return new() { Answer = GlmToolResult.Failed($"Error: this call of {tool.Name} was not approved; nothing was executed. Do not make the same call again.{reason}") };
        }

        var approved = Encoding.UTF8.GetBytes(request.Arguments);
        return decision.Arguments is null || CanonicalJson.Of(Encoding.UTF8.GetBytes(decision.Arguments)).AsSpan().SequenceEqual(CanonicalJson.Of(approved))
            ? new() { Arguments = approved }
            : Edited(decision.Arguments, request, tool);
    }

    private static ApprovalOutcome Edited(string arguments, GlmApprovalRequest request, GlmTool tool)
    {
        var edited = tool.Validate(Encoding.UTF8.GetBytes(arguments));
        return edited.IsValid
            ? new() { Arguments = edited.Utf8, Note = $"Note: the arguments were changed before the call was approved, to {Encoding.UTF8.GetString(edited.Utf8.Span)}." }
            : throw new GlmApprovalException($"The edited arguments of the call '{request.CallId}' do not fit: {edited.Error}");
    }
}
