using Microsoft.Data.Sqlite;

namespace GlmTools.Sqlite.Tests;

public sealed class GlmSqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Entries_come_back_in_order_also_from_a_store_opened_anew()
    {
        await using (var store = await GlmSqliteStore.OpenAsync(File))
        {
            await store.AppendAsync("a", 0, ["1", "2"]);
            await store.AppendAsync("b", 0, ["9"]);
            await store.AppendAsync("a", 2, ["3"]);
            Assert.Equal(["1", "2", "3"], await store.ReadAsync("a"));
        }

        await using var again = await GlmSqliteStore.OpenAsync(File);
        await again.AppendAsync("a", 3, [.. Enumerable.Range(4, 97).Select(static i => $"{i}")]);

        Assert.Equal(Enumerable.Range(1, 100).Select(static i => $"{i}"), await again.ReadAsync("a"));
        Assert.Equal(["9"], await again.ReadAsync("b"));
        Assert.Empty(await again.ReadAsync("c"));
    }

    [Fact]
    public async Task Two_stores_on_one_file_cannot_write_the_same_position()
    {
        await using var left = await GlmSqliteStore.OpenAsync(File);
        await using var right = await GlmSqliteStore.OpenAsync(File);
        await left.AppendAsync("a", 0, ["1", "2"]);

        var conflict = await Assert.ThrowsAsync<GlmConversationConflictException>(async () => await right.AppendAsync("a", 1, ["other"]));
        await Assert.ThrowsAsync<GlmConversationConflictException>(async () => await right.AppendAsync("a", 0, ["other"]));
        await Assert.ThrowsAsync<GlmConversationConflictException>(async () => await right.AppendAsync("a", 3, ["gap"]));
        await right.AppendAsync("a", 2, ["3"]);

        Assert.Equal("a", conflict.ConversationId);
        Assert.Equal(["1", "2", "3"], await left.ReadAsync("a"));
    }

    [Fact]
    public async Task Of_many_who_write_the_same_position_one_succeeds()
    {
        await using var left = await GlmSqliteStore.OpenAsync(File);
        await using var right = await GlmSqliteStore.OpenAsync(File);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            try
            {
                await (i % 2 == 0 ? left : right).AppendAsync("a", 0, [$"{i}", $"{i}"]);
                return i;
            }
            catch (GlmConversationConflictException)
            {
                return -1;
            }
        })).WaitAsync(Patience.Limit);

        var winner = Assert.Single(outcomes, static outcome => outcome >= 0);
        Assert.Equal([$"{winner}", $"{winner}"], await left.ReadAsync("a"));
    }

    [Fact]
    public async Task Many_conversations_are_written_and_read_at_a_time()
    {
        await using var store = await GlmSqliteStore.OpenAsync(File);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async agent =>
        {
            for (var i = 0; i < 5; i++)
            {
                await store.AppendAsync($"{agent}", i, [$"{agent}/{i}"]);
                Assert.Equal(i + 1, (await store.ReadAsync($"{agent}")).Count);
            }
        }));

        var list = await store.ListAsync();
        Assert.Equal(200, list.Count);
        Assert.All(list, static conversation => Assert.Equal(5, conversation.Entries));
        Assert.Equal(["7/0", "7/1", "7/2", "7/3", "7/4"], await store.ReadAsync("7"));
    }

    [Fact]
    public async Task All_that_wait_share_one_commit()
    {
        using var clock = new HeldClock();
        await using var store = await GlmSqliteStore.OpenAsync(File, clock);
        var first = store.AppendAsync("first", 0, ["1"]).AsTask();
        await clock.Asked;
        var before = Commits();
        var waiting = Enumerable.Range(0, 500).Select(i => store.AppendAsync($"{i}", 0, ["1"]).AsTask()).ToArray();
        clock.Release();
        await Task.WhenAll([first, .. waiting]).WaitAsync(Patience.Limit);

        Assert.Equal(2, Commits() - before);
    }

    [Fact]
    public async Task One_append_that_fails_does_not_fail_those_it_is_committed_with()
    {
        using var clock = new HeldClock();
        await using var store = await GlmSqliteStore.OpenAsync(File, clock);
        Execute("CREATE TRIGGER poison BEFORE INSERT ON entry WHEN NEW.json = 'poison' BEGIN SELECT RAISE(ABORT, 'poisoned'); END");
        var held = store.AppendAsync("held", 0, ["1"]).AsTask();
        await clock.Asked;
        var left = store.AppendAsync("left", 0, ["1"]).AsTask();
        var conflict = store.AppendAsync("held", 0, ["1"]).AsTask();
        var poisoned = store.AppendAsync("poisoned", 0, ["1", "poison"]).AsTask();
        var right = store.AppendAsync("right", 0, ["1"]).AsTask();
        clock.Release();

        await Task.WhenAll(held, left, right).WaitAsync(Patience.Limit);
        await Assert.ThrowsAsync<GlmConversationConflictException>(() => conflict.WaitAsync(Patience.Limit));
        var failure = await Assert.ThrowsAsync<GlmException>(() => poisoned.WaitAsync(Patience.Limit));
        Assert.Contains("store.db' cannot be written: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("poisoned", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["1"], await store.ReadAsync("right"));
        Assert.Empty(await store.ReadAsync("poisoned"));
    }

    [Fact]
    public async Task A_transaction_that_is_lost_as_a_whole_does_not_stop_the_writer()
    {
        await using var store = await GlmSqliteStore.OpenAsync(File);
        Execute("CREATE TRIGGER fatal BEFORE INSERT ON entry WHEN NEW.json = 'fatal' BEGIN SELECT RAISE(ROLLBACK, 'lost'); END");

        await Assert.ThrowsAsync<GlmException>(() => store.AppendAsync("a", 0, ["fatal"]).AsTask().WaitAsync(Patience.Limit));
        await store.AppendAsync("a", 0, ["1"]).AsTask().WaitAsync(Patience.Limit);

        Assert.Equal(["1"], await store.ReadAsync("a"));
    }

    [Fact]
    public async Task An_append_that_waits_can_be_cancelled_and_one_that_has_begun_is_carried_through()
    {
        using var clock = new HeldClock();
        await using var store = await GlmSqliteStore.OpenAsync(File, clock);
        using var cancellation = new CancellationTokenSource();
        var begun = store.AppendAsync("begun", 0, ["1"], cancellation.Token).AsTask();
        await clock.Asked;
        var waiting = store.AppendAsync("waiting", 0, ["1"], cancellation.Token).AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience.Limit));
        Assert.False(begun.IsCompleted);
        clock.Release();
        await begun.WaitAsync(Patience.Limit);
        Assert.Equal(["begun"], (await store.ListAsync()).Select(static conversation => conversation.Id));
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_writes_nothing()
    {
        await using var store = await GlmSqliteStore.OpenAsync(File);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.AppendAsync("a", 0, ["1"], new(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.ReadAsync("a", new(canceled: true)));

        Assert.Empty(await store.ReadAsync("a"));
    }

    [Fact]
    public async Task Disposing_writes_what_waits_and_takes_no_more()
    {
        using var clock = new HeldClock();
        var store = await GlmSqliteStore.OpenAsync(File, clock);
        var appends = Enumerable.Range(0, 300).Select(i => store.AppendAsync($"{i}", 0, ["1"]).AsTask()).ToArray();
        await clock.Asked;
        Assert.Empty(await store.ReadAsync("0"));
        var closing = store.DisposeAsync().AsTask();
        Assert.False(closing.IsCompleted);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.AppendAsync("late", 0, ["1"]));
        clock.Release();
        await closing.WaitAsync(Patience.Limit);

        await Task.WhenAll(appends).WaitAsync(Patience.Limit);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.ReadAsync("0"));
        await store.DisposeAsync();
        Assert.Equal(["store.db"], Directory.GetFiles(Path.GetDirectoryName(File)!).Select(Path.GetFileName));
        await using var again = await GlmSqliteStore.OpenAsync(File);
        Assert.Equal(300, (await again.ListAsync()).Count);
    }

    [Fact]
    public async Task Another_process_that_writes_is_waited_for_without_blocking_the_caller()
    {
        await using var store = await GlmSqliteStore.OpenAsync(File);
        using var other = Connect();
        Execute(other, "BEGIN IMMEDIATE");
        var append = store.AppendAsync("a", 0, ["1"]).AsTask();
        Assert.Empty(await store.ReadAsync("a"));
        Assert.False(append.IsCompleted);
        Execute(other, "COMMIT");

        await append.WaitAsync(Patience.Limit);
        Assert.Equal(["1"], await store.ReadAsync("a"));
    }

    [Theory]
    [InlineData("城市😀e\u0301\u0000\u202E'\"; DROP TABLE entry; --")]
    [InlineData("""{"text":"\ud83d"}""")]
    [InlineData("")]
    public async Task Any_text_comes_back_as_it_was(string text)
    {
        await using var store = await GlmSqliteStore.OpenAsync(File);

        await store.AppendAsync($"id {text}", 0, [text, text]);

        Assert.Equal([text, text], await store.ReadAsync($"id {text}"));
        Assert.Equal($"id {text}", Assert.Single(await store.ListAsync()).Id);
    }

    [Fact]
    public async Task An_entry_may_be_of_many_megabytes()
    {
        await using var store = await GlmSqliteStore.OpenAsync(File);
        var big = string.Create(20_000_000, 0, static (text, _) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = (char)('a' + (i * 7 % 26));
            }
        });

        await store.AppendAsync("a", 0, ["1", big, "3"]);

        Assert.Equal(["1", big, "3"], await store.ReadAsync("a"));
    }

    [Fact]
    public async Task The_list_has_ids_counts_and_times_the_last_one_first()
    {
        using var clock = new HeldClock();
        clock.Release();
        var began = clock.Now;
        await using var store = await GlmSqliteStore.OpenAsync(File, clock);
        await store.AppendAsync("a", 0, ["1", "2"]);
        clock.Now += TimeSpan.FromHours(1);
        await store.AppendAsync("b", 0, ["1"]);
        clock.Now += TimeSpan.FromHours(1);
        await store.AppendAsync("a", 2, ["3"]);

        Assert.Equal([new("a", 3, began + TimeSpan.FromHours(2)), new("b", 1, began + TimeSpan.FromHours(1))], await store.ListAsync());
    }

    [Fact]
    public async Task A_deleted_conversation_can_begin_anew()
    {
        await using var store = await GlmSqliteStore.OpenAsync(File);
        await store.AppendAsync("a", 0, ["1", "2"]);
        await store.AppendAsync("b", 0, ["1"]);

        Assert.True(await store.DeleteAsync("a"));
        Assert.False(await store.DeleteAsync("a"));

        await store.AppendAsync("a", 0, ["new"]);
        Assert.Equal(["new"], await store.ReadAsync("a"));
        Assert.Equal(["1"], await store.ReadAsync("b"));
    }

    [Fact]
    public async Task A_list_that_changes_after_the_call_is_written_as_it_was()
    {
        using var clock = new HeldClock();
        await using var store = await GlmSqliteStore.OpenAsync(File, clock);
        var entries = new List<string> { "1", "2" };
        var append = store.AppendAsync("a", 0, entries).AsTask();
        await clock.Asked;
        entries.Clear();
        clock.Release();
        await append.WaitAsync(Patience.Limit);

        Assert.Equal(["1", "2"], await store.ReadAsync("a"));
    }

    [Fact]
    public async Task Arguments_are_checked_before_anything_else()
    {
        await using var store = await GlmSqliteStore.OpenAsync(File);

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.AppendAsync("", 0, ["1"]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await store.AppendAsync("a", -1, ["1"]));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await store.AppendAsync("a", 0, null!));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.AppendAsync("a", 0, ["1", null!]));
        Assert.Empty(await store.ListAsync());
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>How many commits the write-ahead log holds: frames that carry the size of the database (SQLite's file format, 4.1).</summary>
    private int Commits()
    {
        using var log = new FileStream($"{File}-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[log.Length];
        log.ReadExactly(bytes);
        const int Header = 32;
        const int Frame = 24 + 4096;
        return Enumerable.Range(0, (bytes.Length - Header) / Frame).Count(i => bytes.AsSpan(Header + (i * Frame) + 4, 4).ContainsAnyExcept((byte)0));
    }
}
