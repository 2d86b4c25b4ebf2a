namespace GlmTools.Emulator.Legacy;

/// <summary>A submitted request. It is ready from the second question for it on, so that a client has to wait at least once.</summary>
internal sealed class V3Task(V3Answer answer)
{
    private int _polls;

    public V3Answer Answer => answer;

    /// <summary>Whether it is ready now.</summary>
    public bool Poll() => Interlocked.Increment(ref _polls) > 1;
}
