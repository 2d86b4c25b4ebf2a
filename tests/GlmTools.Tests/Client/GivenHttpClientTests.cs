namespace GlmTools.Tests.Client;

/// <summary>A client over somebody else's <see cref="HttpClient"/>.</summary>
public sealed class GivenHttpClientTests
{
    [Fact]
    public async Task Its_base_address_holds_where_the_options_have_none()
    {
        var service = new AddressBook();
        using var http = new HttpClient(service) { BaseAddress = new("http://given/v4") };
        using var given = new GlmClient("id.secret", http);
        using var chosen = new GlmClient("id.secret", http, new() { BaseAddress = new("http://chosen/v4") });

        await given.CompleteAsync();
        await chosen.CompleteAsync();

        Assert.Equal(["http://given/v4/chat/completions", "http://chosen/v4/chat/completions"], service.Addresses);
    }

    [Fact]
    public async Task It_outlives_the_client()
    {
        using var http = new HttpClient(new AddressBook());
        new GlmClient("id.secret", http).Dispose();
        using var next = new GlmClient("id.secret", http);

        Assert.Equal("hi", (await next.CompleteAsync()).Choices[0].Message.Content);
    }

    [Fact]
    public async Task It_keeps_its_own_timeout()
    {
        using var http = new HttpClient(new FakeService([null])) { Timeout = TimeSpan.FromMilliseconds(1) };
        using var glm = new GlmClient("id.secret", http, new() { MaxRetries = 0 });

        var failure = await Assert.ThrowsAsync<GlmConnectionException>(() => glm.CompleteAsync());

        Assert.Equal(1, http.Timeout.TotalMilliseconds);
        Assert.Contains("could not be reached in time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_handler_is_refused()
    {
        using var http = new HttpClient();

        Assert.Throws<ArgumentException>(() => new GlmClient("id.secret", http, new() { Handler = new AddressBook() }));
    }

    private sealed class AddressBook : HttpMessageHandler
    {
        public List<string?> Addresses { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Addresses.Add(request.RequestUri?.ToString());
            return Task.FromResult(FakeService.Says("hi")());
        }
    }
}
