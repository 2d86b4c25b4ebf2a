namespace GlmTools.Tests.Agent.Conversation;

public sealed class GlmMemoryStoreTests
{
    private readonly GlmMemoryStore _store = new();

    [Fact]
    public async Task Entries_come_back_in_order()
    {
        await _store.AppendAsync("a", 0, ["1", "2"]);
        await _store.AppendAsync("b", 0, ["9"]);
        await _store.AppendAsync("a", 2, ["3"]);

        Assert.Equal(["1", "2", "3"], await _store.ReadAsync("a"));
        Assert.Empty(await _store.ReadAsync("c"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Another_position_than_the_end_is_a_conflict(long position)
    {
        await _store.AppendAsync("a", 0, ["1", "2"]);

        var conflict = await Assert.ThrowsAsync<GlmConversationConflictException>(async () => await _store.AppendAsync("a", position, ["3"]));

        Assert.Equal("a", conflict.ConversationId);
        Assert.Equal(["1", "2"], await _store.ReadAsync("a"));
    }

    [Fact]
    public async Task What_was_read_does_not_change_afterwards()
    {
        await _store.AppendAsync("a", 0, ["1"]);
        var read = await _store.ReadAsync("a");
        await _store.AppendAsync("a", 1, ["2"]);

        Assert.Equal(["1"], read);
    }

    [Fact]
    public async Task Of_many_who_write_the_same_position_one_succeeds()
    {
        var succeeded = 0;
        await Parallel.ForAsync(0, 100, async (i, token) =>
        {
            try
            {
                await _store.AppendAsync("a", 0, [$"{i}"], token);
                Interlocked.Increment(ref succeeded);
            }
            catch (GlmConversationConflictException)
            {
            }
        });

        Assert.Equal(1, succeeded);
        Assert.Single(await _store.ReadAsync("a"));
    }

    [Fact]
    public async Task Arguments_are_checked()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.AppendAsync("", 0, ["1"]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _store.AppendAsync("a", -1, ["1"]));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await _store.AppendAsync("a", 0, null!));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.AppendAsync("a", 0, ["1", null!]));
        Assert.Empty(await _store.ReadAsync("a"));
    }

    [Fact]
    public async Task A_token_that_is_cancelled_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.AppendAsync("a", 0, ["1"], new(canceled: true)));

        Assert.Empty(await _store.ReadAsync("a"));
    }
}
