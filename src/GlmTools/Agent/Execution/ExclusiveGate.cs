using System.Collections.Concurrent;

namespace GlmTools;

/// <summary>Keeps calls of tools with the same <see cref="GlmToolAttribute.Exclusive"/> key apart, in all runs of the process.</summary>
internal sealed class ExclusiveGate
{
    // Keys are constants in attributes, so there are few and they may stay.
    private static readonly ConcurrentDictionary<string, ExclusiveGate> Gates = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _free = new(1, 1);

    /// <summary>Whether whoever holds the key is overdue; <see langword="false"/> once it is given back.</summary>
    private volatile TaskCompletionSource<bool> _isOverdue = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The gate of a key; <see langword="null"/> where there is no key.</summary>
    public static ExclusiveGate? Of(string? key) => key is null ? null : Gates.GetOrAdd(key, static _ => new());

    /// <summary>Waits until no other call holds the key: as long as others use it in turn, but not for ever for a method that does not end when its time is up.</summary>
    /// <param name="patience">How long to wait for a method that is overdue.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the key is the caller's now.</returns>
    public async ValueTask<bool> EnterAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var entering = _free.WaitAsync(giveUp.Token);
        while (!entering.IsCompleted)
        {
            var holder = _isOverdue;
            await Task.WhenAny(entering, holder.Task).ConfigureAwait(false);
            if (!entering.IsCompleted && await holder.Task.ConfigureAwait(false))
            {
                await Task.WhenAny(entering, Task.Delay(patience, time, giveUp.Token)).ConfigureAwait(false);
                if (holder == _isOverdue)
                {
                    await giveUp.CancelAsync().ConfigureAwait(false);
                }
            }
        }

        await ((Task)entering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!entering.IsCompletedSuccessfully)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return entering.IsCompletedSuccessfully;
    }

    /// <summary>Where whoever holds the key now is said to be overdue: nobody waits for its method any more.</summary>
    public TaskCompletionSource<bool> Holder => _isOverdue;

    /// <summary>Gives the key back.</summary>
    public void Leave()
    {
        var holder = _isOverdue;
        _isOverdue = new(TaskCreationOptions.RunContinuationsAsynchronously);
        holder.TrySetResult(false);
        _free.Release();
    }
}
