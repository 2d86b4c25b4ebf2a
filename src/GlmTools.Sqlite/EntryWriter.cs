using Microsoft.Data.Sqlite;

namespace GlmTools;

/// <summary>The statements that write, prepared once. Only one thread at a time may use them.</summary>
internal sealed class EntryWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly SqliteCommand _count;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _delete;

    public EntryWriter(SqliteConnection connection, TimeProvider time)
    {
        (_connection, _time) = (connection, time);
        _count = Prepare("SELECT coalesce(max(position) + 1, 0) FROM entry WHERE conversation = $conversation", "$conversation");
        _insert = Prepare("INSERT INTO entry (conversation, position, written, json) VALUES ($conversation, $position, $written, $json)", "$conversation", "$position", "$written", "$json");
        _delete = Prepare("DELETE FROM entry WHERE conversation = $conversation", "$conversation");
    }

    /// <summary>Begins a transaction; waits for other processes that write.</summary>
    public void Begin() => Execute("BEGIN IMMEDIATE");

    public void Commit() => Execute("COMMIT");

    /// <summary>Ends a transaction that failed, if the error has not ended it already.</summary>
    public void Rollback()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // There is none any more; or the file is lost, which the next Begin will say to those whom it concerns.
        }
    }

    /// <summary>Does something within the transaction as a whole or not at all.</summary>
    public void Try(PendingWrite write)
    {
        Execute("SAVEPOINT write");
        try
        {
            write.Apply(this);
        }
        catch (Exception failure)
        {
            // Throws where the error has ended the whole transaction.
            Execute("ROLLBACK TO write");
            write.Fail(failure);
        }

        Execute("RELEASE write");
    }

    /// <exception cref="GlmConversationConflictException">The conversation does not have that many entries.</exception>
    public void Append(string conversationId, long position, IReadOnlyList<string> entries)
    {
        _count.Parameters[0].Value = conversationId;
        if ((long)_count.ExecuteScalar()! != position)
        {
            throw new GlmConversationConflictException(conversationId, position);
        }

        _insert.Parameters[0].Value = conversationId;
        _insert.Parameters[2].Value = _time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var entry in entries)
        {
            _insert.Parameters[1].Value = position++;
            _insert.Parameters[3].Value = entry;
            _insert.ExecuteNonQuery();
        }
    }

    /// <summary>Deletes a conversation.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string conversationId)
    {
        _delete.Parameters[0].Value = conversationId;
        return _delete.ExecuteNonQuery() > 0;
    }

    public void Dispose()
    {
        _count.Dispose();
        _insert.Dispose();
        _delete.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new() { ParameterName = name });
        }

        return command;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
