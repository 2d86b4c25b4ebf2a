namespace GlmTools;

/// <summary>The right to run, which a call takes and gives back when its method has really ended.</summary>
/// <param name="gate">The gate of the exclusive key, which is held already; <see langword="null"/> for none.</param>
/// <param name="slots">The places of the run.</param>
internal sealed class ToolPermit(ExclusiveGate? gate, SemaphoreSlim slots)
{
    private readonly TaskCompletionSource<bool>? _holder = gate?.Holder;
    private int _hasSlot;

    /// <summary>Waits for a place.</summary>
    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested && slots.Wait(TimeSpan.Zero, CancellationToken.None))
        {
            _hasSlot = 1;
            return ValueTask.CompletedTask;
        }

        return WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Says that the run waits no longer for the method. If that still runs, its place is free for calls the run does wait for, but the key
    /// stays with it to its end.
    /// </summary>
    public void Abandon()
    {
        if (LeaveSlot())
        {
            // Where the key was given back this very moment, this one is no longer its holder's.
            _holder?.TrySetResult(true);
        }
    }

    /// <summary>Gives the right back.</summary>
    public void Leave()
    {
        LeaveSlot();
        gate?.Leave();
    }

    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        _hasSlot = 1;
    }

    /// <returns>Whether the place was not given back before.</returns>
    private bool LeaveSlot()
    {
        if (Interlocked.Exchange(ref _hasSlot, 0) == 0)
        {
            return false;
        }

        slots.Release();
        return true;
    }
}
