namespace GlmTools.Tests.Client;

public sealed class GlmClientTests
{
    [Theory]
    [InlineData("https://host.example/api/paas/v4", "https://host.example/api/paas/v4/chat/completions")]
    [InlineData("https://host.example/api/paas/v4/", "https://host.example/api/paas/v4/chat/completions")]
    [InlineData("http://127.0.0.1:8787", "http://127.0.0.1:8787/chat/completions")]
    public async Task A_slash_at_the_end_of_the_base_address_changes_nothing(string baseAddress, string expected)
        => Assert.Equal(expected, await AddressAsync(handler => new GlmClient("id.secret", new() { BaseAddress = new(baseAddress), Handler = handler })));

    [Theory]
    [InlineData("garbage")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://host.example")]
    public void A_base_address_that_is_no_http_URL_is_refused_at_once(string baseAddress)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new GlmClient("id.secret", new() { BaseAddress = new(baseAddress, UriKind.RelativeOrAbsolute) }));

        Assert.Contains("not an absolute http or https URL, such as https://open.bigmodel.cn/api/paas/v4", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, -5)]
    [InlineData(0, 50 * 24 * 3600, 1)]
    [InlineData(0, 1, 50 * 24 * 3600)]
    public void Limits_that_make_no_sense_are_refused(int maxRetries, int timeout, int idle)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new GlmClient("id.secret", new()
        {
            MaxRetries = maxRetries,
            Timeout = TimeSpan.FromSeconds(timeout),
            StreamIdleTimeout = TimeSpan.FromSeconds(idle),
        }));

    [Theory]
    [InlineData("ZHIPUAI_API_KEY=a.b", "https://open.bigmodel.cn/api/paas/v4/chat/completions")]
    [InlineData("ZHIPUAI_API_KEY=a.b ZHIPUAI_BASE_URL=http://mine/v4/", "http://mine/v4/chat/completions")]
    [InlineData("ZAI_API_KEY=a.b", "https://api.z.ai/api/paas/v4/chat/completions")]
    [InlineData("ZAI_API_KEY=a.b ZAI_BASE_URL=http://mine/v4", "http://mine/v4/chat/completions")]
    [InlineData("ZAI_API_KEY=x.y ZAI_BASE_URL=http://other ZHIPUAI_API_KEY=a.b", "https://open.bigmodel.cn/api/paas/v4/chat/completions")]
    public async Task The_environment_gives_key_and_address(string environment, string expected)
        => Assert.Equal(expected, await AddressAsync(handler => GlmClient.FromEnvironment(Read(environment), new() { Handler = handler })));

    [Fact]
    public async Task A_base_address_in_the_options_comes_before_the_environment()
        => Assert.Equal("http://option/chat/completions", await AddressAsync(handler => GlmClient.FromEnvironment(
            Read("ZHIPUAI_API_KEY=a.b ZHIPUAI_BASE_URL=http://environment"), new() { Handler = handler, BaseAddress = new("http://option") })));

    [Theory]
    [InlineData("")]
    [InlineData("ZHIPUAI_API_KEY=")]
    public void Without_a_key_the_variables_are_named(string environment)
    {
        var failure = Assert.Throws<GlmException>(() => GlmClient.FromEnvironment(Read(environment), null));

        Assert.Contains("ZHIPUAI_API_KEY", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ZAI_API_KEY", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_address_swapped_with_the_key_is_named_but_not_shown()
    {
        var failure = Assert.Throws<GlmException>(() => GlmClient.FromEnvironment(Read("ZHIPUAI_API_KEY=http://mine ZHIPUAI_BASE_URL=id.hushhush"), null));

        Assert.Contains("ZHIPUAI_BASE_URL is not", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hushhush", failure.ToString(), StringComparison.Ordinal);
    }

    private static Func<string, string?> Read(string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
        return name => variables.GetValueOrDefault(name);
    }

    private static async Task<string?> AddressAsync(Func<HttpMessageHandler, GlmClient> connect)
    {
        var handler = new AddressBook();
        using var glm = connect(handler);
        await glm.CompleteAsync();
        return handler.Address;
    }

    private sealed class AddressBook : HttpMessageHandler
    {
        public string? Address { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri?.ToString();
            return Task.FromResult(FakeService.Says("hi")());
        }
    }
}
