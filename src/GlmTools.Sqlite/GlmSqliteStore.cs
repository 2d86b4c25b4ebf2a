using Microsoft.Data.Sqlite;

namespace GlmTools;

/// <summary>
/// Keeps conversations in one SQLite file. What was appended is there after a crash and after a power cut. Any number of agents
/// share one store, and several processes may share the file.
/// </summary>
/// <remarks>
/// SQLite itself knows no asynchronous work, so one writer commits all that waits in one transaction, and readers, who never wait
/// for it, run on the thread pool. The caller's thread does neither.
/// </remarks>
public sealed class GlmSqliteStore : IGlmConversationStore, IAsyncDisposable
{
    private readonly StoreFile _file;
    private readonly EntryWriter _writer;
    private readonly WriteQueue _writes;
    private bool _isDisposed;

    private GlmSqliteStore(StoreFile file, TimeProvider time)
    {
        _file = file;
        _writer = new(file.OpenToWrite(), time);
        _writes = new(_writer);
    }

    /// <summary>Opens a store.</summary>
    /// <param name="path">The file, on a local disk. It is made where there is none; its folder has to exist.</param>
    /// <param name="timeProvider">The clock for <see cref="GlmStoredConversation.LastWritten"/>; the system's where it is left out.</param>
    /// <param name="cancellationToken">Cancels the opening before it has begun.</param>
    /// <exception cref="GlmException">The file cannot be opened, is no such database, or was written by a newer version.</exception>
    public static Task<GlmSqliteStore> OpenAsync(string path, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Task.Run(() => new GlmSqliteStore(new StoreFile(path), timeProvider ?? TimeProvider.System), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string conversationId, long position, IReadOnlyList<string> entries, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversationId);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentNullException.ThrowIfNull(entries);

        // The list is the caller's, and may be another one by the time it is written.
        string[] kept = [.. entries];
        if (kept.Contains(null))
        {
            throw new ArgumentException("An entry is null.", nameof(entries));
        }

        await WriteAsync(writer => writer.Append(conversationId, position, kept), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> ReadAsync(string conversationId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversationId);
        return await ReadAsync(
            "SELECT json FROM entry WHERE conversation = $conversation ORDER BY position",
            conversationId,
            static row => row.GetString(0),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All conversations, the one that was written last first.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="GlmException">The file cannot be read.</exception>
    public async ValueTask<IReadOnlyList<GlmStoredConversation>> ListAsync(CancellationToken cancellationToken = default)
        => await ReadAsync(
            "SELECT conversation, max(position) + 1, max(written) AS latest FROM entry GROUP BY conversation ORDER BY latest DESC, conversation",
            null,
            static row => new GlmStoredConversation(row.GetString(0), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes a conversation with all its entries.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cancellationToken">Cancels the deletion as long as it has not begun.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="GlmException">The file cannot be written.</exception>
    public async ValueTask<bool> DeleteAsync(string conversationId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(conversationId);
        var isDeleted = false;
        await WriteAsync(writer => isDeleted = writer.Delete(conversationId), cancellationToken).ConfigureAwait(false);
        return isDeleted;
    }

    /// <summary>Takes no more, writes everything that waits, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await _writes.DisposeAsync().ConfigureAwait(false);
        await Task.Run(Close).ConfigureAwait(false);
    }

    // The writer last: only whoever may write can empty the log into the file, and only if nobody else has it open.
    private void Close()
    {
        _file.Close();
        _writer.Dispose();
    }

    private async Task WriteAsync(Action<EntryWriter> apply, CancellationToken cancellationToken)
    {
        try
        {
            await _writes.EnqueueAsync(new PendingWrite(apply), cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException failure)
        {
            throw _file.Failure("written", failure);
        }
    }

    private Task<List<T>> ReadAsync<T>(string sql, string? conversationId, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return Task.Run(Read, cancellationToken);

        List<T> Read()
        {
            try
            {
                using var connection = _file.OpenToRead();
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                if (conversationId is not null)
                {
                    command.Parameters.Add(new("$conversation", conversationId));
                }

                using var row = command.ExecuteReader();
                var rows = new List<T>();
                while (row.Read())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    rows.Add(read(row));
                }

                return rows;
            }
            catch (SqliteException failure)
            {
                throw _file.Failure("read", failure);
            }
        }
    }
}
