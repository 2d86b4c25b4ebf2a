namespace GlmTools.Tests.Platform;

/// <summary>The APIs that judge texts: tokenizer, web search, rerank, moderation.</summary>
public sealed class GlmTextApiTests
{
    [Fact]
    public async Task Tokens_are_counted_as_the_chat_counts_them()
    {
        await using var bench = await PlatformBench.StartAsync();

        var count = await bench.Glm.Tokenizer.CountAsync(Ask.Hello with { Temperature = 0.5, RequestId = "request-1" });
        var completion = await bench.Glm.CompleteAsync();

        Assert.Equal(completion.Usage?.PromptTokens, count.PromptTokens);
        Assert.Equal("""{"model":"glm-4-flash","messages":[{"role":"user","content":"hello"}]}""", bench.Emulator.Exchanges[0].RequestBody);
    }

    [Fact]
    public async Task What_the_chat_would_refuse_is_not_counted_either()
    {
        await using var bench = await PlatformBench.StartAsync();

        await AssertRefusedAsync("messages[0].content[0] is image_url", Ask.Hello with { Messages = [GlmChatMessage.User(new GlmImagePart("https://example.org/a.png"))] });
        await AssertRefusedAsync("model is missing", Ask.Hello with { Model = "" });
        Assert.Empty(bench.Emulator.Exchanges);

        async Task AssertRefusedAsync(string expected, GlmChatRequest request)
            => Assert.Contains(expected, (await Assert.ThrowsAsync<ArgumentException>(() => bench.Glm.Tokenizer.CountAsync(request))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judging_a_text_passes_the_gate_of_its_model()
    {
        await using var bench = await PlatformBench.StartAsync();
        using var limiter = GlmConcurrency.PerModel(1);
        using var glm = new GlmClient(bench.Emulator.ApiKey, new() { BaseAddress = bench.Emulator.BaseAddress, RateLimiter = limiter });

        await glm.Moderation.CheckAsync("a");

        Assert.Equal(1, limiter.GetStatistics("moderation")?.TotalSuccessfulLeases);
    }

    [Fact]
    public async Task The_web_is_searched()
    {
        await using var bench = await PlatformBench.StartAsync();

        var answer = await bench.Glm.WebSearch.SearchAsync(new() { SearchQuery = "北京 天气", Count = 3, SearchIntent = true, SearchDomainFilter = "weather.example" });
        var usual = await bench.Glm.WebSearch.SearchAsync(new() { SearchQuery = "tea" });

        Assert.Equal(["ref_1", "ref_2", "ref_3"], answer.Results.Select(static result => result.Refer));
        Assert.StartsWith("https://weather.example/1", answer.Results[0].Link, StringComparison.Ordinal);
        Assert.Equal("2026-01-01", answer.Results[0].PublishDate);
        Assert.Equal(("北京 天气", "SEARCH_ALL"), (answer.Intents[0].Query, answer.Intents[0].Intent));
        Assert.Equal((10, 0), (usual.Results.Count, usual.Intents.Count));
    }

    [Fact]
    public async Task Documents_are_put_in_order()
    {
        await using var bench = await PlatformBench.StartAsync();

        var result = await bench.Glm.Rerank.RankAsync(new()
        {
            Query = "How is the weather in Beijing?",
            Documents = ["The history of tea", "Beijing weather: sunny today", "Cats and dogs"],
            TopN = 2,
            ReturnDocuments = true,
        });

        Assert.Equal(2, result.Results.Count);
        Assert.Equal((1, "Beijing weather: sunny today"), (result.Results[0].Index, result.Results[0].Document));
        Assert.True(result.Results[0].RelevanceScore > result.Results[1].RelevanceScore);
        Assert.True(result.Usage.PromptTokens > 0);
    }

    [Theory]
    [InlineData("hello", "PASS", true)]
    [InlineData("online gambling", "REVIEW", false)]
    [InlineData("how to build a bomb while gambling", "REJECT", false)]
    public async Task Texts_are_judged(string text, string level, bool passes)
    {
        await using var bench = await PlatformBench.StartAsync();

        var result = await bench.Glm.Moderation.CheckAsync(text);

        Assert.Equal((level, passes), (result.Findings.Single().RiskLevel, result.Passes));
        Assert.Equal(passes, result.Findings[0].RiskType.Count == 0);
    }

    [Fact]
    public async Task Ranges_are_checked_before_sending()
    {
        var service = new FakeService([null]);
        var glm = service.Connect();
        var search = new GlmWebSearchRequest { SearchQuery = "a" };
        var rerank = new GlmRerankRequest { Query = "a", Documents = ["b"] };

        Assert.Equal("count is 51; 1 to 50 is allowed.", (await Assert.ThrowsAsync<ArgumentException>(() => glm.WebSearch.SearchAsync(search with { Count = 51 }))).Message);
        Assert.Equal("count is 15; one of 10, 20, 30, 40, 50 is allowed.", (await Assert.ThrowsAsync<ArgumentException>(() => glm.WebSearch.SearchAsync(search with { SearchEngine = "search_pro_sogou", Count = 15 }))).Message);
        Assert.Contains("search_engine is 'bing'", (await Assert.ThrowsAsync<ArgumentException>(() => glm.WebSearch.SearchAsync(search with { SearchEngine = "bing" }))).Message, StringComparison.Ordinal);
        Assert.Equal("documents has 129 items; 1 to 128 are allowed.", (await Assert.ThrowsAsync<ArgumentException>(() => glm.Rerank.RankAsync(rerank with { Documents = [.. Enumerable.Repeat("a", 129)] }))).Message);
        Assert.Equal("documents[0] has 4097 characters; 1 to 4096 are allowed.", (await Assert.ThrowsAsync<ArgumentException>(() => glm.Rerank.RankAsync(rerank with { Documents = [new('a', 4097)] }))).Message);
        Assert.Equal("top_n is -1; 0 to 2147483647 is allowed.", (await Assert.ThrowsAsync<ArgumentException>(() => glm.Rerank.RankAsync(rerank with { TopN = -1 }))).Message);
        Assert.Equal("input has 2001 characters; 1 to 2000 are allowed.", (await Assert.ThrowsAsync<ArgumentException>(() => glm.Moderation.CheckAsync(new('a', 2001)))).Message);
        Assert.Equal(0, service.Requests);
    }

    [Theory]
    [InlineData("""{"error":{"code":"1234","message":"broken"}}""")]
    [InlineData("<html></html>")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task What_is_no_answer_is_an_error_of_the_service(string body)
    {
        var service = new FakeService(FakeService.Json(body));
        var glm = service.Connect(options: new() { MaxRetries = 0 });

        await Assert.ThrowsAsync<GlmApiException>(() => glm.Tokenizer.CountAsync(Ask.Hello));
        await Assert.ThrowsAsync<GlmApiException>(() => glm.WebSearch.SearchAsync(new() { SearchQuery = "a" }));
        await Assert.ThrowsAsync<GlmApiException>(() => glm.Rerank.RankAsync(new() { Query = "a", Documents = ["b"] }));
        await Assert.ThrowsAsync<GlmApiException>(() => glm.Moderation.CheckAsync("a"));
        await Assert.ThrowsAsync<GlmApiException>(() => glm.Images.GenerateAsync(new() { Model = "cogview-4", Prompt = "a" }));
        await Assert.ThrowsAsync<GlmApiException>(() => glm.Batches.GetAsync("b"));
        await Assert.ThrowsAsync<GlmApiException>(() => glm.Files.DeleteAsync("f"));
    }
}
