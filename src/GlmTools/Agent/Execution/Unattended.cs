namespace GlmTools;

/// <summary>Waits for what may be left alone.</summary>
internal static class Unattended
{
    /// <summary>Waits for a task until the token is cancelled. The task goes on then, and nobody hears of it if it fails.</summary>
    public static async Task<T> WaitOrLeaveAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        try
        {
            return await task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _ = task.ContinueWith(
                static left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
