namespace GlmTools;

/// <summary>The turn of one call. Its end lets the next one begin.</summary>
/// <param name="gate">Whose turn it is.</param>
/// <param name="lease">What holds it.</param>
/// <param name="call">The call among those of the day; <see langword="null"/> where it does not count.</param>
internal sealed class QingYanTurn(QingYanGate gate, IDisposable lease, LinkedListNode<DateTimeOffset>? call) : IDisposable
{
    /// <summary>Counts the call no longer, because it never reached the service.</summary>
    public void TakeBack()
    {
        if (call is not null)
        {
            gate.TakeBack(call);
        }
    }

    public void Dispose() => lease.Dispose();
}
