namespace GlmTools.Benchmarks.Crowd;

/// <summary>A tool that takes no time, or in which a crowd waits until all of it is there.</summary>
/// <param name="waiting">How many calls wait for one another; 0 for none.</param>
internal sealed class CrowdTools(int waiting)
{
    private int _arrived;

    /// <summary>All are there.</summary>
    public TaskCompletionSource Full { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All may go on.</summary>
    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Visits a place.</summary>
    /// <param name="place">The place.</param>
    [GlmTool]
    public async Task<string> Visit(string place, CancellationToken cancellationToken)
    {
        if (waiting == 0)
        {
            return $"saw {place}";
        }

        if (Interlocked.Increment(ref _arrived) == waiting)
        {
            Full.SetResult();
        }

        await Go.Task.WaitAsync(cancellationToken);
        return $"saw {place}";
    }
}
