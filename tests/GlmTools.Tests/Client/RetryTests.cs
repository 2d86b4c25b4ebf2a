using System.Net;

namespace GlmTools.Tests.Client;

public sealed class RetryTests
{
    private const string Key = "0123456789abcdef.AbCdEfGhIjKlMnOp";

    /// <summary>Lets every delay pass, but no time-out.</summary>
    private readonly ManualTimeProvider _clock = new(static wait => wait <= TimeSpan.FromSeconds(120));

    [Theory]
    [InlineData(429, "1302")]
    [InlineData(429, "1303")]
    [InlineData(429, "1701")]
    [InlineData(429, "9999")]
    [InlineData(500, "1200")]
    [InlineData(500, "1230")]
    [InlineData(500, "1234")]
    [InlineData(500, "500")]
    [InlineData(503, "")]
    [InlineData(200, "500")]
    public async Task What_passes_within_seconds_is_sent_again_after_1_2_and_4_seconds(int status, string code)
    {
        var service = new FakeService(FakeService.Error(status, code));

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => Connect(service).CompleteAsync());

        Assert.True(failure.IsTransient);
        Assert.Equal(4, service.Requests);
        AssertWaits(1, 2, 4);
    }

    [Theory]
    [InlineData("1305")]
    [InlineData("1312")]
    public async Task An_overloaded_model_gets_30_60_and_90_seconds(string code)
    {
        var service = new FakeService(FakeService.Error(429, code));

        await Assert.ThrowsAsync<GlmApiException>(() => Connect(service).CompleteAsync());

        AssertWaits(30, 60, 90);
    }

    [Theory]
    [InlineData(401, "1000", GlmErrorCategory.Authentication)]
    [InlineData(401, "1001", GlmErrorCategory.Authentication)]
    [InlineData(401, "1002", GlmErrorCategory.Authentication)]
    [InlineData(401, "1003", GlmErrorCategory.Authentication)]
    [InlineData(401, "401", GlmErrorCategory.Authentication)]
    [InlineData(429, "1113", GlmErrorCategory.Account)]
    [InlineData(429, "1309", GlmErrorCategory.Account)]
    [InlineData(429, "1311", GlmErrorCategory.Account)]
    [InlineData(429, "1313", GlmErrorCategory.Account)]
    [InlineData(429, "1308", GlmErrorCategory.Quota)]
    [InlineData(429, "1310", GlmErrorCategory.Quota)]
    [InlineData(429, "1316", GlmErrorCategory.Quota)]
    [InlineData(400, "1214", GlmErrorCategory.InvalidRequest)]
    [InlineData(400, "1231", GlmErrorCategory.InvalidRequest)]
    [InlineData(400, "400", GlmErrorCategory.InvalidRequest)]
    [InlineData(400, "1261", GlmErrorCategory.ContextWindow)]
    [InlineData(400, "1301", GlmErrorCategory.ContentFilter)]
    [InlineData(403, "1220", GlmErrorCategory.Account)]
    [InlineData(404, "", GlmErrorCategory.InvalidRequest)]
    [InlineData(200, "8888", GlmErrorCategory.Unknown)]
    public async Task What_fails_the_same_way_each_time_is_sent_once(int status, string code, GlmErrorCategory category)
    {
        var service = new FakeService(FakeService.Error(status, code));

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => Connect(service).CompleteAsync());

        Assert.False(failure.IsTransient);
        Assert.Equal(category, failure.Category);
        Assert.Equal(code, failure.Code);
        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal(1, service.Requests);
    }

    [Fact]
    public async Task The_answer_after_a_failure_is_the_answer()
    {
        var service = new FakeService(FakeService.Error(429, "1302"), FakeService.Error(500, "1234"), FakeService.Says("hi"));

        Assert.Equal("hi", (await Connect(service).CompleteAsync()).Choices[0].Message.Content);
        AssertWaits(1, 2);
    }

    [Fact]
    public async Task The_service_may_ask_for_a_retry_or_forbid_it()
    {
        var asks = new FakeService(FakeService.Error(400, "1210", shouldRetry: "true"), FakeService.Says("hi"));
        var forbids = new FakeService(FakeService.Error(429, "1302", shouldRetry: "false"));

        await Connect(asks).CompleteAsync();
        await Assert.ThrowsAsync<GlmApiException>(() => Connect(forbids).CompleteAsync());

        Assert.Equal((2, 1), (asks.Requests, forbids.Requests));
    }

    [Fact]
    public async Task An_expired_JWT_is_renewed_once_and_at_once()
    {
        var service = new FakeService(FakeService.Error(401, "1003"));

        await Assert.ThrowsAsync<GlmApiException>(() => Connect(service, GlmAuthentication.Jwt).CompleteAsync());

        Assert.Equal(2, service.Requests);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_renewed_JWT_is_another_one()
    {
        var service = new FakeService(Later(FakeService.Error(401, "1003")), FakeService.Says("hi"));

        await Connect(service, GlmAuthentication.Jwt).CompleteAsync();

        Assert.Equal(2, service.Tokens.Distinct().Count());
    }

    [Fact]
    public async Task The_number_of_retries_can_be_set()
    {
        var service = new FakeService(FakeService.Error(500, "1234"));

        await Assert.ThrowsAsync<GlmApiException>(() => service.Connect(options: new() { MaxRetries = 0 }).CompleteAsync());

        Assert.Equal(1, service.Requests);
    }

    [Fact]
    public async Task An_unreachable_service_is_tried_again_and_then_named()
    {
        var service = new FakeService(FakeService.Throws(new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known (open.bigmodel.cn:443)")));

        var failure = await Assert.ThrowsAsync<GlmConnectionException>(() => Connect(service).CompleteAsync());

        Assert.Equal("open.bigmodel.cn could not be reached: Name or service not known (open.bigmodel.cn:443). Check the network and the base address.", failure.Message);
        Assert.Equal(4, service.Requests);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_given_up_after_the_timeout()
    {
        var service = new FakeService([null]);

        var asking = Connect(service, options: new() { MaxRetries = 0 }).CompleteAsync();
        await _clock.ElapseAsync(TimeSpan.FromSeconds(300));

        var failure = await Assert.ThrowsAsync<GlmConnectionException>(() => asking);
        Assert.Equal("open.bigmodel.cn did not answer within 300 s.", failure.Message);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_the_next_attempt()
    {
        using var cancellation = new CancellationTokenSource();
        var service = new FakeService(FakeService.Error(429, "1305"));

        var asking = Connect(service, options: new() { TimeProvider = new ManualTimeProvider() }).CompleteAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(1, service.Requests);
    }

    private GlmClient Connect(FakeService service, GlmAuthentication authentication = GlmAuthentication.ApiKey, GlmClientOptions? options = null)
    {
        options ??= new();
        return service.Connect(Key, options with { Authentication = authentication, TimeProvider = options.TimeProvider == TimeProvider.System ? _clock : options.TimeProvider });
    }

    private Func<HttpResponseMessage> Later(Func<HttpResponseMessage> answer) => () =>
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return answer();
    };

    // Up to a quarter less, so that clients that were refused together do not come back together.
    private void AssertWaits(params int[] seconds)
    {
        Assert.Equal(seconds.Length, _clock.Waits.Count);
        foreach (var (wait, most) in _clock.Waits.Zip(seconds))
        {
            Assert.InRange(wait.TotalSeconds, most * 0.75, most);
        }
    }
}
