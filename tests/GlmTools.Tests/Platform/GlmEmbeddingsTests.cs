using Microsoft.Extensions.AI;

namespace GlmTools.Tests.Platform;

public sealed class GlmEmbeddingsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    [InlineData(200, 4)]
    public async Task Texts_go_64_at_a_time_and_come_back_in_order(int count, int requests)
    {
        await using var bench = await PlatformBench.StartAsync();
        string[] texts = [.. Enumerable.Range(0, count).Select(static i => $"text number {i}")];

        var result = await bench.Glm.Embeddings.CreateAsync(new() { Input = texts, Dimensions = 256 });
        var last = await bench.Glm.Embeddings.CreateAsync(new() { Input = [texts[^1]], Dimensions = 256 });

        Assert.Equal(Enumerable.Range(0, count), result.Embeddings.Select(static embedding => embedding.Index));
        Assert.Equal(last.Embeddings[0].Vector.ToArray(), result.Embeddings[^1].Vector.ToArray());
        Assert.Equal(requests + 1, bench.Paths.Count());
        Assert.Equal(count * last.Usage.PromptTokens, result.Usage.PromptTokens, tolerance: (double)count);
        Assert.Equal("embedding-3", result.Model);
    }

    [Fact]
    public async Task Vectors_that_come_in_another_order_are_put_in_order()
    {
        var service = new FakeService(FakeService.Json("""{"data":[{"index":1,"embedding":[2]},{"index":0,"embedding":[1]}]}"""));

        var result = await service.Connect().Embeddings.CreateAsync(new() { Input = ["a", "b"] });

        Assert.Equal([1f, 2f], result.Embeddings.Select(static embedding => embedding.Vector.Span[0]));
    }

    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}""")]
    [InlineData("""{"error":{"code":"1234","message":"broken"}}""")]
    public async Task A_vector_that_is_missing_is_an_error_and_no_shift(string body)
    {
        var service = new FakeService(FakeService.Json(body));

        await Assert.ThrowsAsync<GlmApiException>(() => service.Connect(options: new() { MaxRetries = 0 }).Embeddings.CreateAsync(new() { Input = ["a", "b"] }));
    }

    [Theory]
    [InlineData("embedding-3", null, 2048)]
    [InlineData("embedding-3", 512, 512)]
    [InlineData("embedding-2", null, 1024)]
    public async Task The_dimensions_are_as_asked_for(string model, int? dimensions, int expected)
    {
        await using var bench = await PlatformBench.StartAsync();

        var result = await bench.Glm.Embeddings.CreateAsync(new() { Model = model, Input = ["城市"], Dimensions = dimensions });

        Assert.Equal(expected, result.Embeddings[0].Vector.Length);
        Assert.Contains("城市", bench.Emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("embedding-3", 100, "dimensions is 100; one of 256, 512, 1024, 2048 is allowed.")]
    [InlineData("embedding-2", 512, "dimensions is 512; one of 1024 is allowed.")]
    public async Task Dimensions_that_a_model_has_not_are_refused_before_sending(string model, int dimensions, string message)
    {
        var service = new FakeService([null]);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => service.Connect().Embeddings.CreateAsync(new() { Model = model, Input = ["a"], Dimensions = dimensions }));

        Assert.Equal(message, refusal.Message);
        Assert.Equal(0, service.Requests);
    }

    [Fact]
    public async Task An_empty_text_is_named_and_no_text_asks_nobody()
    {
        var service = new FakeService([null]);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => service.Connect().Embeddings.CreateAsync(new() { Input = ["a", ""] }));
        var nothing = await service.Connect().Embeddings.CreateAsync(new() { Input = [] });

        Assert.StartsWith("input[1] is empty", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(nothing.Embeddings);
        Assert.Equal(0, service.Requests);
    }

    [Theory]
    [InlineData("a dataset for video analysis", "VideoAnalytica dataset of videos", "the history of tea in China")]
    [InlineData("今天北京天气如何", "北京的天气今天很好", "我喜欢读历史书")]
    [InlineData("How do I reset my password?", "resetting a forgotten password", "the weather in Boston")]
    public async Task Similar_texts_are_near_each_other(string text, string near, string far)
    {
        await using var bench = await PlatformBench.StartAsync();

        var vectors = (await bench.Glm.Embeddings.CreateAsync(new() { Input = [text, near, far] })).Embeddings;

        Assert.Equal(1, Similarity(vectors[0], vectors[0]), 4);
        Assert.True(Similarity(vectors[0], vectors[1]) > Similarity(vectors[0], vectors[2]) + 0.1);
    }

    [Fact]
    public async Task It_generates_for_pipelines_of_Microsoft_Extensions_AI()
    {
        await using var bench = await PlatformBench.StartAsync();
        using IEmbeddingGenerator<string, Embedding<float>> generator = new GlmEmbeddingGenerator(bench.Glm, dimensions: 512);

        var usual = await generator.GenerateAsync(["a", "b"]);
        var special = await generator.GenerateAsync(["a"], new() { ModelId = "embedding-2", Dimensions = 1024 });

        Assert.Equal([512, 512], usual.Select(static embedding => embedding.Vector.Length));
        Assert.Equal((2L, "embedding-3"), (usual.Usage?.InputTokenCount, usual[0].ModelId));
        Assert.Equal((1024, "embedding-2"), (special[0].Vector.Length, special[0].ModelId));
        var metadata = generator.GetRequiredService<EmbeddingGeneratorMetadata>();
        Assert.Equal(("embedding-3", 512, bench.Emulator.BaseAddress + "/"), (metadata.DefaultModelId, metadata.DefaultModelDimensions, metadata.ProviderUri?.ToString()));
        Assert.Same(bench.Glm, generator.GetService<GlmClient>());
    }

    private static double Similarity(GlmEmbedding a, GlmEmbedding b) => a.Vector.ToArray().Zip(b.Vector.ToArray()).Sum(static pair => (double)pair.First * pair.Second);
}
