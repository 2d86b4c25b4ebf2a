using System.Net;
using System.Text;
using GlmTools.Emulator;

namespace GlmTools.Tests.Platform;

public sealed class GlmBatchesTests
{
    [Fact]
    public async Task Requests_are_answered_and_their_results_found_by_name()
    {
        await using var bench = await PlatformBench.StartAsync(EmulatedModel.From(static request => EmulatedReply.Say($"answer to {request.Messages[^1].Text}")), pollsUntilDone: 3);
        var file = new GlmBatchFile();
        for (var i = 0; i < 8; i++)
        {
            file.Add($"request-{i}", Chat($"question {i} 城市"));
        }

        var progress = new Steps();
        var results = await bench.Glm.Batches.RunAsync(file, progress: progress);

        Assert.Equal(8, results.Count);
        Assert.Equal("answer to question 5 城市", results["request-5"].Completion?.Choices[0].Message.Content);
        Assert.Equal((HttpStatusCode.OK, true, null), (results["request-5"].StatusCode, results["request-5"].IsSuccess, results["request-5"].Error));
        Assert.Equal("request-5", results["request-5"].Completion?.RequestId);
        Assert.Equal(["validating 0", "in_progress 2", "in_progress 4", "in_progress 6", "completed 8"], progress.Seen);
        Assert.Equal([1, 2, 4], bench.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Contains("城市", bench.Emulator.Exchanges[0].RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_fails_has_its_error_and_leaves_the_others()
    {
        await using var bench = await PlatformBench.StartAsync(EmulatedModel.From(static request
            => request.Messages[^1].Text == "bad" ? EmulatedReply.Fail(500, "1234", "broken") : EmulatedReply.Say("good")));
        var file = new GlmBatchFile();
        file.Add("good", Chat("good"));
        file.Add("bad", Chat("bad"));
        file.Add("refused", Chat("x") with { Messages = [GlmChatMessage.User("x"), GlmChatMessage.Tool("call_1", "an answer to nothing")] });

        var results = await bench.Glm.Batches.RunAsync(file);

        Assert.True(results["good"].IsSuccess);
        Assert.Equal((false, "1234", "broken", HttpStatusCode.InternalServerError), (results["bad"].IsSuccess, results["bad"].ErrorCode, results["bad"].Error, results["bad"].StatusCode));
        Assert.Equal((false, "1214", HttpStatusCode.BadRequest), (results["refused"].IsSuccess, results["refused"].ErrorCode, results["refused"].StatusCode));
    }

    [Fact]
    public async Task A_request_that_nobody_takes_is_not_put_into_a_file()
    {
        await using var bench = await PlatformBench.StartAsync();
        var file = new GlmBatchFile();
        file.Add("good", Chat("good"));

        Assert.Contains("temperature is 2", Assert.Throws<ArgumentException>(() => file.Add("hot", Chat("x") with { Temperature = 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("max_tokens is 8192", Assert.Throws<ArgumentException>(() => file.Add("long", Chat("x") with { MaxTokens = 8192 })).Message, StringComparison.Ordinal);
        Assert.Contains("no message from the user", Assert.Throws<ArgumentException>(() => file.Add("mute", Chat("x") with { Messages = [] })).Message, StringComparison.Ordinal);

        var results = await bench.Glm.Batches.RunAsync(file);
        Assert.True(Assert.Single(results).Value.IsSuccess);
    }

    [Fact]
    public void A_file_knows_the_models_it_is_told_of()
    {
        var file = new GlmBatchFile { Models = GlmModelTable.Empty };

        file.Add("long", Chat("x") with { MaxTokens = 8192 });

        Assert.Equal(1, file.Count);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_leads_elsewhere_is_not_sent(string id)
    {
        await using var bench = await PlatformBench.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => bench.Glm.Batches.CancelAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => bench.Glm.Files.DeleteAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => bench.Glm.Files.OpenAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => bench.Glm.Async.GetResultAsync(id));
        Assert.Empty(bench.Emulator.Exchanges);
    }

    [Theory]
    [InlineData("1790000000123456")]
    [InlineData("-99999999999999")]
    public async Task A_time_that_is_none_is_no_answer(string time)
    {
        using var glm = new FakeService(FakeService.Json($$"""{"id":"b","status":"completed","created_at":{{time}}}""")).Connect(options: new() { MaxRetries = 0 });

        Assert.Equal(GlmErrorCategory.Server, (await Assert.ThrowsAsync<GlmApiException>(() => glm.Batches.GetAsync("b"))).Category);
    }

    [Fact]
    public async Task Embeddings_go_in_batches_too()
    {
        await using var bench = await PlatformBench.StartAsync();
        var file = new GlmBatchFile();
        file.Add("e-1", new GlmEmbeddingRequest { Input = ["a", "b"], Dimensions = 256 });

        var results = await bench.Glm.Batches.RunAsync(file);

        Assert.Equal([256, 256], results["e-1"].Embeddings!.Embeddings.Select(static embedding => embedding.Vector.Length));
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_fails_with_its_lines()
    {
        await using var bench = await PlatformBench.StartAsync();
        var input = await bench.Glm.Files.UploadAsync(GlmUpload.FromBytes("in.jsonl", Encoding.UTF8.GetBytes("no json\n{\"custom_id\":\"a\"}")), GlmFilePurpose.Batch);
        var batch = await bench.Glm.Batches.CreateAsync(new GlmBatchRequest { InputFileId = input.Id, Metadata = new Dictionary<string, string> { ["job"] = "夜" } });

        var failure = await Assert.ThrowsAsync<GlmBatchException>(() => bench.Glm.Batches.WaitAsync(batch.Id));

        Assert.Equal(GlmBatchStatus.Failed, failure.Batch.Status);
        Assert.Equal([1, 2], failure.Batch.Errors.Select(static error => error.Line));
        Assert.Contains("line 1: The line is no JSON object.", failure.Message, StringComparison.Ordinal);
        Assert.Equal("夜", batch.Metadata["job"]);
        // The emulator sends milliseconds, as the service does.
        Assert.InRange(batch.CreatedAt!.Value, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
    }

    [Fact]
    public async Task A_cancelled_batch_keeps_what_was_answered()
    {
        await using var bench = await PlatformBench.StartAsync(pollsUntilDone: 1);
        var batch = await bench.Glm.Batches.CreateAsync(Two());
        await bench.Glm.Batches.GetAsync(batch.Id);

        var cancelling = await bench.Glm.Batches.CancelAsync(batch.Id);
        var failure = await Assert.ThrowsAsync<GlmBatchException>(() => bench.Glm.Batches.WaitAsync(batch.Id));

        Assert.Equal(GlmBatchStatus.Cancelling, cancelling.Status);
        Assert.Equal(GlmBatchStatus.Cancelled, failure.Batch.Status);
        Assert.Equal(["one"], await bench.Glm.Batches.ReadResultsAsync(failure.Batch).Select(static result => result.CustomId).ToListAsync());
        Assert.Equal(batch.Id, (await bench.Glm.Batches.ListAsync().SingleAsync()).Id);
        await Assert.ThrowsAsync<GlmApiException>(() => bench.Glm.Batches.CancelAsync(batch.Id));
    }

    [Fact]
    public async Task Waiting_ends_at_its_deadline()
    {
        await using var bench = await PlatformBench.StartAsync(pollsUntilDone: 100);
        var batch = await bench.Glm.Batches.CreateAsync(Two());

        var failure = await Assert.ThrowsAsync<GlmBatchException>(() => bench.Glm.Batches.WaitAsync(batch.Id, new() { Timeout = TimeSpan.FromSeconds(3) }));

        Assert.Equal(GlmBatchStatus.InProgress, failure.Batch.Status);
        Assert.Contains("not done within 3 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_read_whatever_their_order_line_ends_and_pieces()
    {
        const string Lines = """
            {"custom_id":"b","response":{"status_code":200,"body":{"choices":[{"message":{"content":"B"}}]}},"id":"batch_1"}

            {"id":"batch_1","response":{"status_code":200,"body":{"choices":[{"message":{"content":"城"}}]}},"custom_id":"a"}
            {"custom_id":"c"}
            """;
        var bytes = Encoding.UTF8.GetBytes(Lines.ReplaceLineEndings("\r\n"));
        var service = new FakeService(FakeService.Body(() => new PiecewiseStream(bytes.Select(static one => (ReadOnlyMemory<byte>)new[] { one })), "application/octet-stream", 200, null));

        var results = await service.Connect().Batches.ReadResultsAsync(new() { Id = "b", Status = GlmBatchStatus.Completed, OutputFileId = "f", ErrorFileId = "" }).ToListAsync();

        Assert.Equal(["b B", "a 城", "c "], results.Select(static result => $"{result.CustomId} {result.Completion?.Choices[0].Message.Content}"));
        Assert.False(results[2].IsSuccess);
        Assert.NotNull(results[2].Error);
    }

    [Theory]
    [InlineData("{\"custom_id\":\"a\",")]
    [InlineData("{\"id\":\"a\"}")]
    [InlineData("<html>")]
    public async Task A_line_that_is_no_result_is_named(string line)
    {
        var service = new FakeService(FakeService.Json($"\n{line}\n"));

        var failure = await Assert.ThrowsAsync<GlmStreamException>(async ()
            => await service.Connect().Batches.ReadResultsAsync(new() { Id = "b", Status = GlmBatchStatus.Completed, OutputFileId = "f" }).ToListAsync());

        Assert.StartsWith("Line 2 ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_takes_one_model_one_kind_and_each_name_once()
    {
        var file = Two();

        Assert.Contains("'one' is taken", Assert.Throws<ArgumentException>(() => file.Add("one", Chat("x"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => file.Add("three", Chat("x") with { Model = "glm-4.6" }));
        Assert.Throws<ArgumentException>(() => file.Add("three", new GlmEmbeddingRequest { Model = "glm-4-flash", Input = ["a"] }));
        Assert.Throws<ArgumentException>(() => file.Add("", Chat("x")));
        Assert.Equal((2, GlmBatchFile.ChatEndpoint), (file.Count, file.Endpoint));
        Assert.Throws<InvalidOperationException>(() => new GlmBatchFile().ToUpload());
    }

    [Fact]
    public async Task Notes_that_are_too_many_or_too_long_are_refused_before_sending()
    {
        var service = new FakeService([null]);
        var request = new GlmBatchRequest { InputFileId = "f" };

        var many = await Assert.ThrowsAsync<ArgumentException>(() => service.Connect().Batches.CreateAsync(request with { Metadata = Enumerable.Range(0, 17).ToDictionary(static i => $"{i}", static _ => "") }));
        var wide = await Assert.ThrowsAsync<ArgumentException>(() => service.Connect().Batches.CreateAsync(request with { Metadata = new Dictionary<string, string> { ["k"] = new('x', 513) } }));

        Assert.Equal("metadata has 17 items; 0 to 16 are allowed.", many.Message);
        Assert.Equal("metadata.k has 513 characters; 0 to 512 are allowed.", wide.Message);
        Assert.Equal(0, service.Requests);
    }

    private static GlmBatchFile Two()
    {
        var file = new GlmBatchFile();
        file.Add("one", Chat("1"));
        file.Add("two", Chat("2"));
        return file;
    }

    private static GlmChatRequest Chat(string text) => new() { Model = "glm-4-flash", Messages = [GlmChatMessage.User(text)] };

    private sealed class Steps : IProgress<GlmBatch>
    {
        public List<string> Seen { get; } = [];

        public void Report(GlmBatch value) => Seen.Add($"{value.Status} {value.RequestCounts?.Completed}");
    }
}
