namespace GlmTools.Endurance.Tests.Crowd;

/// <summary>A tool in which the crowd waits until all of it is there.</summary>
/// <param name="calls">How many calls that are.</param>
public sealed class CrowdTools(int calls)
{
    private int _arrived;

    /// <summary>All are there.</summary>
    internal TaskCompletionSource Full { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All may go.</summary>
    internal TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Visits a place.</summary>
    [GlmTool]
    public async Task<string> Visit(string place, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _arrived) == calls)
        {
            Full.SetResult();
        }

        await Go.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return $"saw {place}";
    }
}
