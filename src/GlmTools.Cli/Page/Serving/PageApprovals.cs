using System.Collections.Concurrent;

namespace GlmTools.Cli.Page.Serving;

/// <summary>Calls that wait until somebody at the page says yes or no.</summary>
internal sealed class PageApprovals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _waiting = [];

    /// <summary>Takes decisions about a call from now on: the page may be faster than the run.</summary>
    public void Expect(string callId) => Of(callId);

    /// <summary>Waits for the decision about a call.</summary>
    public async ValueTask<GlmApprovalDecision> AskAsync(GlmApprovalRequest request, CancellationToken cancellationToken)
    {
        var decision = Of(request.CallId);
        try
        {
            return await decision.Task.WaitAsync(cancellationToken).ConfigureAwait(false) ? request.Approve() : request.Refuse("The user said no.");
        }
        finally
        {
            _waiting.TryRemove(request.CallId, out _);
        }
    }

    /// <summary>Decides.</summary>
    /// <returns>Whether a call of the id was waiting.</returns>
    public bool Decide(string callId, bool isApproved) => _waiting.TryGetValue(callId, out var decision) && decision.TrySetResult(isApproved);

    private TaskCompletionSource<bool> Of(string callId) => _waiting.GetOrAdd(callId, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
