namespace GlmTools;

/// <summary>The right to run, which a call takes and gives back when its method has really ended.</summary>
/// <param name="gate">The exclusive key, which is held already; <see langword="null"/> for none.</param>
/// <param name="slots">The places of the run.</param>
internal sealed class ToolPermit(SemaphoreSlim? gate, SemaphoreSlim slots)
{
    private bool _hasSlot;
    private bool _isHeld;

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
        if (_hasSlot)
        {
            slots.Release();
        }

        gate?.Release();
    }
}
