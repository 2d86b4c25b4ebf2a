using GlmTools.Emulator;

namespace GlmTools.Tests.Assistants;

/// <summary>The limits of an account, kept by the client so that the service need not refuse.</summary>
public sealed class QingYanLimitTests
{
    private static readonly Func<HttpResponseMessage> Token = FakeService.Json("""{"status":0,"result":{"access_token":"t"}}""");
    private static readonly QingYanRequest Question = new() { AssistantId = "a", Prompt = "b" };

    [Fact]
    public async Task A_third_call_of_a_key_waits_for_its_turn_also_when_it_is_another_clients()
    {
        var service = new FakeService(Token, null, Token, null, FakeService.Json("""{"status":0,"result":{"file_id":"f"}}"""));
        using var client = new QingYanClient("third", "secret", new() { Handler = service });
        using var other = new QingYanClient("third", "secret", new() { Handler = service });
        using var stop = new CancellationTokenSource();
        var first = client.CompleteAsync(Question, stop.Token);
        await using var second = other.StreamAsync(Question, stop.Token).GetAsyncEnumerator();
        var begun = second.MoveNextAsync().AsTask();

        var third = client.UploadAsync(GlmUpload.FromBytes("a.txt", new byte[] { 1 }));

        // What sends at all has sent by now: nothing of this service takes time.
        Assert.Equal(4, service.Requests);
        await stop.CancelAsync();
        Assert.Equal("f", (await third.WaitAsync(Patience.Limit)).FileId);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => begun);
    }

    [Fact]
    public async Task A_stream_gives_its_turn_back_when_it_is_given_up()
    {
        await using var bench = await QingYanBench.StartAsync(new EmulatedQingYanOptions(), new() { MaxConcurrency = 1 });
        await foreach (var happened in bench.Client.StreamAsync(bench.Ask()))
        {
            Assert.NotNull(happened);
            break;
        }

        await bench.Client.CompleteAsync(bench.Ask()).WaitAsync(Patience.Limit);
    }

    [Fact]
    public async Task Waiting_for_a_turn_can_be_cancelled()
    {
        var service = new FakeService(Token, null);
        using var client = new QingYanClient("cancelled", "secret", new() { Handler = service, MaxConcurrency = 1 });
        using var stop = new CancellationTokenSource();
        using var never = new CancellationTokenSource();
        var first = client.CompleteAsync(Question, never.Token);
        var second = client.CompleteAsync(Question, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Patience.Limit));
        await never.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task The_daily_limit_counts_questions_within_24_hours_and_no_uploads()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await QingYanBench.StartAsync(new EmulatedQingYanOptions { DailyLimit = 2 }, new() { DailyLimit = 2, TimeProvider = clock }, clock);
        var begin = clock.GetUtcNow();
        await bench.Client.CompleteAsync(bench.Ask());
        clock.Advance(TimeSpan.FromHours(1));
        await bench.StreamAsync();

        var full = await Assert.ThrowsAsync<QingYanLimitException>(() => bench.Client.CompleteAsync(bench.Ask()));
        Assert.Equal(begin.AddHours(24), full.AvailableAt);
        Assert.False(full.IsTransient);
        Assert.Equal(2, bench.Calls("/stream").Count() + bench.Calls("/stream_sync").Count());
        await bench.Client.UploadAsync(GlmUpload.FromBytes("a.txt", new byte[] { 1 }));

        clock.Advance(TimeSpan.FromHours(23));
        await bench.Client.CompleteAsync(bench.Ask());
        await Assert.ThrowsAsync<QingYanLimitException>(() => bench.Client.CompleteAsync(bench.Ask()));
    }

    [Fact]
    public async Task A_call_without_a_connection_does_not_count()
    {
        var down = FakeService.Throws(new HttpRequestException(HttpRequestError.ConnectionError));
        var lost = FakeService.Throws(new HttpRequestException(HttpRequestError.ResponseEnded));
        var service = new FakeService(down, Token, down, down, lost);
        using var client = new QingYanClient("down", "secret", new() { Handler = service, DailyLimit = 1 });

        await Assert.ThrowsAsync<GlmConnectionException>(() => client.CompleteAsync(Question));
        await Assert.ThrowsAsync<GlmConnectionException>(() => client.CompleteAsync(Question));
        await Assert.ThrowsAsync<GlmConnectionException>(async () => await client.StreamAsync(Question).GetAsyncEnumerator().MoveNextAsync());

        // This one may have arrived.
        await Assert.ThrowsAsync<GlmConnectionException>(() => client.CompleteAsync(Question));
        await Assert.ThrowsAsync<QingYanLimitException>(() => client.CompleteAsync(Question));
    }

    [Fact]
    public async Task Calls_that_were_cancelled_while_they_waited_do_not_count()
    {
        var service = new FakeService(Token, null, FakeService.Json("""{"status":0,"result":{"output":[]}}"""));
        using var client = new QingYanClient("gave-up", "secret", new() { Handler = service, MaxConcurrency = 1, DailyLimit = 2 });
        using var stop = new CancellationTokenSource();
        using var first = new CancellationTokenSource();
        var sent = client.CompleteAsync(Question, first.Token);
        var waiting = Enumerable.Range(0, 5).Select(_ => client.CompleteAsync(Question, stop.Token)).ToList();

        await stop.CancelAsync();
        foreach (var call in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience.Limit));
        }

        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
        await client.CompleteAsync(Question).WaitAsync(Patience.Limit);
        await Assert.ThrowsAsync<QingYanLimitException>(() => client.CompleteAsync(Question));
    }

    [Fact]
    public void Clients_of_one_key_agree_on_its_limits()
    {
        using var first = new QingYanClient("shared-key", "secret");
        using var same = new QingYanClient(" shared-key ", "secret");
        using var another = new QingYanClient("another-key", "secret", new() { MaxConcurrency = 5 });

        var failure = Assert.Throws<ArgumentException>(() => new QingYanClient("shared-key", "secret", new() { MaxConcurrency = 5 }));

        Assert.Contains("MaxConcurrency 2 and DailyLimit 500", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shared-key", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 500, "options.MaxConcurrency")]
    [InlineData(2, 0, "options.DailyLimit")]
    public void Limits_are_one_at_least(int concurrency, int daily, string field)
        => Assert.Equal(field, Assert.Throws<ArgumentOutOfRangeException>(() => new QingYanClient("limits", "secret", new() { MaxConcurrency = concurrency, DailyLimit = daily })).ParamName);
}
