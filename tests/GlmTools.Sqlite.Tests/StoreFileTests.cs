using Microsoft.Data.Sqlite;

namespace GlmTools.Sqlite.Tests;

public sealed class StoreFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("Dear diary, ", 500));
        await System.IO.File.WriteAllTextAsync(File, text);

        Assert.Equal($"The conversation store '{File}' cannot be opened: the file is no SQLite database. Choose another path.", await RefusalAsync(File));
        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_named()
        => Assert.Equal(
            $"The conversation store '{_folder.File("none/store.db")}' cannot be opened: the folder does not exist, or the file may not be written.",
            await RefusalAsync(_folder.File("none/store.db")));

    [Fact]
    public async Task A_newer_layout_is_refused()
    {
        await (await GlmSqliteStore.OpenAsync(File)).DisposeAsync();
        Execute("PRAGMA user_version = 2");

        Assert.Equal(
            $"The conversation store '{File}' cannot be opened: a newer version of GlmTools wrote it (layout 2; this one knows 1). Update GlmTools.Sqlite.",
            await RefusalAsync(File));
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_left_alone()
    {
        Execute("CREATE TABLE photos (id INTEGER)");

        Assert.Equal($"The conversation store '{File}' cannot be opened: the database belongs to another program. Choose another path.", await RefusalAsync(File));
        Assert.Equal("delete", Execute("PRAGMA journal_mode"));
        Assert.Equal(1L, Execute("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task The_file_keeps_a_write_ahead_log_and_its_version()
    {
        await (await GlmSqliteStore.OpenAsync(File)).DisposeAsync();

        Assert.Equal("wal", Execute("PRAGMA journal_mode"));
        Assert.Equal(1L, Execute("PRAGMA user_version"));
    }

    [Fact]
    public void Each_commit_waits_for_the_disk()
    {
        using var connection = new StoreFile(File).OpenToWrite();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous";

        Assert.Equal(2L, command.ExecuteScalar());
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        await System.IO.File.WriteAllBytesAsync(File, []);

        await using var store = await GlmSqliteStore.OpenAsync(File);
        await store.AppendAsync("a", 0, ["1"]);

        Assert.Equal(["1"], await store.ReadAsync("a"));
    }

    [Fact]
    public async Task Names_that_mean_something_to_SQLite_are_files_all_the_same()
    {
        // Only a name without a folder means something, so this one is in the folder the test runs in.
        const string Name = ":memory:";
        try
        {
            await using var store = await GlmSqliteStore.OpenAsync(Name);
            await store.AppendAsync("a", 0, ["1"]);

            Assert.Equal(["1"], await store.ReadAsync("a"));
            Assert.True(System.IO.File.Exists(Path.GetFullPath(Name)));
        }
        finally
        {
            System.IO.File.Delete(Path.GetFullPath(Name));
        }
    }

    [Fact]
    public async Task A_new_file_may_be_opened_by_many_at_a_time()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GlmSqliteStore.OpenAsync(File))).WaitAsync(Patience.Limit);

        for (var i = 0; i < stores.Length; i++)
        {
            await stores[i].AppendAsync("a", i, [$"{i}"]);
        }

        Assert.Equal(8, (await stores[0].ReadAsync("a")).Count);
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    private static async Task<string> RefusalAsync(string path)
        => (await Assert.ThrowsAsync<GlmException>(() => GlmSqliteStore.OpenAsync(path))).Message;

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
