using System.Threading.RateLimiting;

namespace GlmTools.Tests.Client;

/// <summary>The client's own limits, per model.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task No_more_requests_than_allowed_are_on_their_way_for_a_model()
    {
        var service = new HeldService();
        using var glm = Connect(service, GlmConcurrency.PerModel(2));

        Task[] asking = [.. Enumerable.Range(0, 5).Select(_ => glm.CompleteAsync())];
        await service.ArrivedAsync(2);
        Assert.Equal(2, service.Arrived);
        service.Answer(1);
        await service.ArrivedAsync(3);
        service.Answer(4);
        await Task.WhenAll(asking).WaitAsync(Patience.Limit);

        Assert.Equal((5, 2), (service.Arrived, service.MostAtOnce));
    }

    [Fact]
    public async Task Each_model_has_a_line_of_its_own()
    {
        var service = new HeldService();
        using var glm = Connect(service, GlmConcurrency.PerModel(1, new Dictionary<string, int> { ["wide"] = 2 }));

        Task[] asking = [Ask("narrow"), Ask("narrow"), Ask("wide"), Ask("wide"), Ask("wide")];
        await service.ArrivedAsync(3);
        Assert.Equal(3, service.Arrived);
        service.Answer(5);
        await Task.WhenAll(asking).WaitAsync(Patience.Limit);

        Task Ask(string model) => glm.Chat.CompleteAsync(GlmTools.Tests.Ask.Hello with { Model = model });
    }

    [Fact]
    public async Task A_stream_holds_its_permit_until_its_end_or_until_nobody_reads_on()
    {
        var service = new FakeService(FakeService.Stream("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"b\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"));
        using var limiter = GlmConcurrency.PerModel(1);
        using var glm = Connect(service, limiter);

        await using (var reading = glm.Chat.StreamAsync(Ask.Hello).GetAsyncEnumerator())
        {
            await reading.MoveNextAsync();
            Assert.Equal(0, limiter.GetStatistics(Ask.Hello.Model)!.CurrentAvailablePermits);
        }

        Assert.Equal(1, limiter.GetStatistics(Ask.Hello.Model)!.CurrentAvailablePermits);
        await glm.StreamAsync().WaitAsync(Patience.Limit);
        Assert.Equal(1, limiter.GetStatistics(Ask.Hello.Model)!.CurrentAvailablePermits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_fails_gives_its_permit_back_before_each_wait(bool stream)
    {
        using var limiter = GlmConcurrency.PerModel(1);
        var free = new List<long>();
        var clock = new ManualTimeProvider(wait =>
        {
            if (wait <= TimeSpan.FromSeconds(8))
            {
                free.Add(limiter.GetStatistics(Ask.Hello.Model)!.CurrentAvailablePermits);
                return true;
            }

            return false;
        });
        using var glm = new GlmClient("id.secret", new() { Handler = new FakeService(FakeService.Error(429, "1302")), RateLimiter = limiter, TimeProvider = clock });

        await Assert.ThrowsAsync<GlmApiException>(() => (stream ? (Task)glm.StreamAsync() : glm.CompleteAsync()).WaitAsync(Patience.Limit));

        Assert.Equal([1, 1, 1], free);
        Assert.Equal(1, limiter.GetStatistics(Ask.Hello.Model)!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task Waiting_in_line_can_be_cancelled_and_counts_as_no_time_of_the_attempt()
    {
        var clock = new ManualTimeProvider();
        using var limiter = GlmConcurrency.PerModel(1);
        using var glm = new GlmClient("id.secret", new() { Handler = new HeldService(), RateLimiter = limiter, TimeProvider = clock, MaxRetries = 0 });
        using var cancellation = new CancellationTokenSource();
        using var permit = limiter.AttemptAcquire(Ask.Hello.Model);

        var asking = glm.CompleteAsync(cancellation.Token);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.False(asking.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_limiter_that_lets_nobody_wait_is_told_as_such()
    {
        using var limiter = PartitionedRateLimiter.Create<string, string>(static model
            => RateLimitPartition.GetConcurrencyLimiter(model, static _ => new() { PermitLimit = 1, QueueLimit = 0 }));
        using var glm = Connect(new HeldService(), limiter);
        using var permit = limiter.AttemptAcquire(Ask.Hello.Model);

        var refusal = await Assert.ThrowsAsync<GlmException>(() => glm.CompleteAsync());

        Assert.Contains("own limit for glm-4-flash", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_of_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GlmConcurrency.PerModel(0));
        Assert.Contains("glm-x", Assert.Throws<ArgumentOutOfRangeException>(() => GlmConcurrency.PerModel(1, new Dictionary<string, int> { ["glm-x"] = 0 })).Message, StringComparison.Ordinal);
    }

    private static GlmClient Connect(HttpMessageHandler service, PartitionedRateLimiter<string> limiter) => new("id.secret", new() { Handler = service, RateLimiter = limiter });

    /// <summary>Answers only when it is told to.</summary>
    private sealed class HeldService : HttpMessageHandler
    {
        private readonly SemaphoreSlim _answers = new(0);
        private readonly SemaphoreSlim _arrivals = new(0);
        private int _arrived;
        private int _atOnce;
        private int _awaited;

        public int Arrived => _arrived;

        public int MostAtOnce { get; private set; }

        public void Answer(int count) => _answers.Release(count);

        /// <summary>Waits until as many requests have come in all.</summary>
        public async Task ArrivedAsync(int count)
        {
            for (; _awaited < count; _awaited++)
            {
                Assert.True(await _arrivals.WaitAsync(Patience.Limit));
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_answers)
            {
                _arrived++;
                MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
            }

            _arrivals.Release();
            await _answers.WaitAsync(cancellationToken);
            lock (_answers)
            {
                _atOnce--;
            }

            return FakeService.Says("hi")();
        }
    }
}
