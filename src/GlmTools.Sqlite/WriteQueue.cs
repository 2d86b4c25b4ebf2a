using System.Threading.Channels;

namespace GlmTools;

/// <summary>
/// One writer for all callers. Everything that waits is committed together, so that a thousand agents share the wait for the
/// disk instead of queueing up for it.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>The most writes of one transaction: nobody waits long for a batch that grows while it is written.</summary>
    private const int MaxBatch = 1000;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateUnbounded<PendingWrite>(new() { SingleReader = true });
    private readonly EntryWriter _writer;
    private readonly Task _loop;

    /// <summary>Starts the writer.</summary>
    /// <param name="writer">What it writes with; nobody else may as long as the queue is not disposed.</param>
    public WriteQueue(EntryWriter writer)
    {
        _writer = writer;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Has something written, and waits until it is durable.</summary>
    /// <exception cref="ObjectDisposedException">The queue takes no more.</exception>
    public async Task EnqueueAsync(PendingWrite write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(write), typeof(GlmSqliteStore));
        await using var registration = cancellationToken.UnsafeRegister(static (write, token) => ((PendingWrite)write!).Cancel(token), write).ConfigureAwait(false);
        await write.Done.ConfigureAwait(false);
    }

    /// <summary>Takes no more, and ends when everything that waits is written.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        var batch = new List<PendingWrite>();
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < MaxBatch && _waiting.Reader.TryRead(out var write))
            {
                if (write.TryBegin())
                {
                    batch.Add(write);
                }
            }

            Commit(batch);
            batch.ForEach(static write => write.Complete());
            batch.Clear();
        }
    }

    private void Commit(List<PendingWrite> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        try
        {
            _writer.Begin();
            batch.ForEach(_writer.Try);
            _writer.Commit();
        }
        catch (Exception failure)
        {
            // Whatever it is, the callers have to learn it, and the next ones need the writer.
            batch.ForEach(write => write.Fail(failure));
            _writer.Rollback();
        }
    }
}
