namespace GlmTools;

/// <summary>The right to run, which a call takes and gives back when its method has really ended.</summary>
/// <param name="gate">The gate of the exclusive key, which is held already; <see langword="null"/> for none.</param>
/// <param name="slots">The places of the run.</param>
internal sealed class ToolPermit(ExclusiveGate? gate, SemaphoreSlim slots)
{
    private readonly Lock _lock = new();
    private bool _hasSlot;
    private bool _isHeld;
    private bool _isOver;

    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        _hasSlot = true;
    }

    /// <summary>Keeps the right until a method has ended.</summary>
    public async Task<GlmToolResult> HoldAsync(Task<GlmToolResult> method)
    {
        _isHeld = true;
        try
        {
            return await method.ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>
    /// Says that the run waits no longer for the method. If that still runs, its place is free for calls the run does wait for, but the key
    /// stays with it to its end.
    /// </summary>
    public void Abandon()
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                LeaveSlot();
                gate?.BeOverdue();
            }
        }
    }

    /// <summary>Gives the right back if no method holds it.</summary>
    public void LeaveUnlessHeld()
    {
        if (!_isHeld)
        {
            Leave();
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _isOver = true;
            LeaveSlot();
            gate?.Leave();
        }
    }

    private void LeaveSlot()
    {
        if (_hasSlot)
        {
            _hasSlot = false;
            slots.Release();
        }
    }
}
