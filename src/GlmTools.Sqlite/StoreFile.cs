using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GlmTools;

/// <summary>The file of a store: opens it, lays it out, and refuses what is none of its own.</summary>
/// <param name="path">Where it is.</param>
internal sealed class StoreFile(string path)
{
    /// <summary>The layout this version reads and writes, kept in <c>user_version</c>.</summary>
    private const int Version = 1;

    /// <summary>Marks the file as one of this kind: "GLMT".</summary>
    private const int ApplicationId = 0x474C4D54;

    /// <summary>How long a process waits for another one that writes, in seconds.</summary>
    private const int Patience = 30;

    // A full path also keeps names such as :memory: from meaning something else.
    private readonly string _path = Path.GetFullPath(path);

    /// <summary>Opens the one connection that writes, and lays the file out if it is new.</summary>
    /// <exception cref="GlmException">The file cannot be opened, is no database, or is not of this kind.</exception>
    public SqliteConnection OpenToWrite()
    {
        try
        {
            return Open(SqliteOpenMode.ReadWriteCreate, isPooled: false, Prepare);
        }
        catch (SqliteException cause)
        {
            throw Failure("opened", cause);
        }
    }

    /// <summary>Opens a connection that only reads.</summary>
    public SqliteConnection OpenToRead() => Open(SqliteOpenMode.ReadOnly, isPooled: true, static _ => { });

    /// <summary>Closes the connections that wait to be used again.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadOnly, isPooled: true));
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Says what failed, and where.</summary>
    public GlmException Failure(string what, SqliteException cause) => new(
        cause.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_NOTADB => $"The conversation store '{_path}' cannot be {what}: the file is no SQLite database. Choose another path.",
            SQLitePCL.raw.SQLITE_CANTOPEN => $"The conversation store '{_path}' cannot be {what}: the folder does not exist, or the file may not be written.",
            SQLitePCL.raw.SQLITE_BUSY => $"The conversation store '{_path}' cannot be {what}: another process has been writing it for {Patience} s.",
            _ => $"The conversation store '{_path}' cannot be {what}: {cause.Message}",
        },
        cause);

    private SqliteConnection Open(SqliteOpenMode mode, bool isPooled, Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(ConnectionString(mode, isPooled));
        try
        {
            connection.Open();

            // SQLite waits in shorter steps than the library, which would sleep 150 ms at a time.
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {Patience * 1000}"));
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare(SqliteConnection connection)
    {
        // Before anything is changed: a file of another program is left as it is.
        ThrowIfForeign(connection);
        if (!"wal".Equals(Scalar(connection, "PRAGMA journal_mode = WAL")))
        {
            throw new GlmException($"The conversation store '{_path}' cannot be opened: its file system has no shared memory, which the write-ahead log needs. Choose a local disk.");
        }

        // An append that was acknowledged survives a power cut.
        Execute(connection, "PRAGMA synchronous = FULL");

        // Another process may be at it as well, so it is looked at once more under the lock.
        Execute(connection, "BEGIN IMMEDIATE");
        ThrowIfForeign(connection);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
            CREATE TABLE IF NOT EXISTS entry (
                conversation TEXT NOT NULL,
                position INTEGER NOT NULL,
                written INTEGER NOT NULL,
                json TEXT NOT NULL,
                PRIMARY KEY (conversation, position)
            );
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {Version};
            COMMIT
            """));
    }

    private void ThrowIfForeign(SqliteConnection connection)
    {
        var isEmpty = Scalar(connection, "SELECT count(*) FROM sqlite_schema") is 0L;
        if (!isEmpty && Scalar(connection, "PRAGMA application_id") is not (long)ApplicationId)
        {
            throw new GlmException($"The conversation store '{_path}' cannot be opened: the database belongs to another program. Choose another path.");
        }

        if (Scalar(connection, "PRAGMA user_version") is > (long)Version and var version)
        {
            throw new GlmException($"The conversation store '{_path}' cannot be opened: a newer version of GlmTools wrote it (layout {version}; this one knows {Version}). Update GlmTools.Sqlite.");
        }
    }

    private string ConnectionString(SqliteOpenMode mode, bool isPooled) => new SqliteConnectionStringBuilder
    {
        DataSource = _path,
        Mode = mode,
        Pooling = isPooled,
        DefaultTimeout = Patience,
    }.ToString();

    private static void Execute(SqliteConnection connection, string sql) => Scalar(connection, sql);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
