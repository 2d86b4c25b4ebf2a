namespace GlmTools.Tests.Client;

/// <summary>Limits of a plan that are reset at a time the service names (protocol sheet 6.3). The clock stands at 8:00 UTC, which is 16:00 in Beijing.</summary>
public sealed class ResetTimeTests
{
    private readonly ManualTimeProvider _clock = new(static wait => wait <= TimeSpan.FromHours(3) && wait != TimeSpan.FromSeconds(300));

    [Theory]
    [InlineData("1308", "Usage limit reached for 5 hour. Your limit will reset at 2026-11-22 18:30:00")]
    [InlineData("1310", "已达到每周使用上限, 您的限额将在 2026-11-22 18:30:00 重置。")]
    [InlineData("1316", "will reset at 2026-11-22 18:30:00, or pay")]
    public async Task The_time_is_read_as_that_of_Beijing(string code, string message)
    {
        var failure = await FailAsync(new(FakeService.Error(429, code, message)), TimeSpan.Zero);

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 30, 0, TimeSpan.Zero), failure.ResetsAt);
        Assert.Equal((GlmErrorCategory.Quota, false), (failure.Category, failure.IsTransient));
        Assert.Empty(_clock.Waits);
    }

    [Theory]
    [InlineData("1308", "Usage limit reached.")]
    [InlineData("1308", "will reset at 2026-13-45 99:00:00")]
    [InlineData("1308", "will reset at 0001-01-01 00:00:00")]
    [InlineData("1302", "too many since 2026-11-22 18:30:00")]
    public async Task Where_no_time_is_named_there_is_none(string code, string message)
        => Assert.Null((await FailAsync(new(FakeService.Error(429, code, message)), TimeSpan.FromHours(9))).ResetsAt);

    [Fact]
    public async Task A_short_time_is_waited_for_and_the_request_sent_again()
    {
        var service = new FakeService(FakeService.Error(429, "1308", "will reset at 2026-11-22 18:30:00"), FakeService.Says("hi"));

        await Connect(service, TimeSpan.FromHours(3)).CompleteAsync();

        Assert.Equal([TimeSpan.FromHours(2.5)], _clock.Waits);
    }

    [Theory]
    [InlineData("2026-11-22 18:30:00", 2, 1)]
    [InlineData("2026-11-22 18:30:00", 3, 2)]
    [InlineData("2026-11-22 15:00:00", 3, 2)]
    public async Task A_long_one_and_a_second_one_are_told_at_once(string reset, int hours, int requests)
    {
        var service = new FakeService(FakeService.Error(429, "1308", $"will reset at {reset}"));

        await FailAsync(service, TimeSpan.FromHours(hours));

        Assert.Equal(requests, service.Requests);
    }

    [Fact]
    public void A_negative_wait_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new GlmClient("id.secret", new() { LongestResetWait = TimeSpan.FromSeconds(-1) }));

    private GlmClient Connect(FakeService service, TimeSpan longestWait) => service.Connect(options: new() { TimeProvider = _clock, LongestResetWait = longestWait });

    private Task<GlmApiException> FailAsync(FakeService service, TimeSpan longestWait) => Assert.ThrowsAsync<GlmApiException>(() => Connect(service, longestWait).CompleteAsync());
}
