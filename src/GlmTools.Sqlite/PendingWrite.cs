namespace GlmTools;

/// <summary>Something to be written, and its caller who waits for it. It is cancelled or it is begun, never both.</summary>
/// <param name="apply">Writes it, within a transaction.</param>
internal sealed class PendingWrite(Action<EntryWriter> apply)
{
    // What follows in the caller must not hold up the writer.
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isTaken;
    private Exception? _failure;

    /// <summary>Completes when it is durable, or has failed, or was cancelled.</summary>
    public Task Done => _done.Task;

    /// <summary>Takes it for writing; not if it was cancelled.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Cancels it; not if it was begun.</summary>
    public void Cancel(CancellationToken cancellationToken)
    {
        if (TryBegin())
        {
            _done.SetCanceled(cancellationToken);
        }
    }

    public void Apply(EntryWriter writer) => apply(writer);

    /// <summary>Notes why it failed; the caller learns it at the end.</summary>
    public void Fail(Exception failure) => _failure = failure;

    /// <summary>Tells the caller how it ended.</summary>
    public void Complete()
    {
        if (_failure is null)
        {
            _done.SetResult();
        }
        else
        {
            _done.SetException(_failure);
        }
    }
}
