using GlmTools.Emulator;

namespace GlmTools.Tests.Platform;

public sealed class GlmAsyncTests
{
    [Fact]
    public async Task A_chat_is_handed_in_and_asked_for_until_its_answer_is_there()
    {
        await using var bench = await PlatformBench.StartAsync(Tools(), pollsUntilDone: 5);

        var completion = await bench.Glm.Async.CompleteAsync(Ask.Hello);

        Assert.Equal("hello to you", completion.Choices[0].Message.Content);
        Assert.Equal(GlmFinishReason.Stop, completion.Choices[0].FinishReason);
        Assert.True(completion.Usage?.TotalTokens > 0);
        Assert.Equal([1, 2, 4, 8, 10], bench.Clock.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Equal("POST async/chat/completions", bench.Paths.First());
        Assert.Equal(6, bench.Paths.Count(static path => path.StartsWith("GET async-result/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_receipt_says_what_to_ask_for_and_the_result_may_lack_an_id()
    {
        await using var bench = await PlatformBench.StartAsync();

        var task = await bench.Glm.Async.SubmitAsync(Ask.Hello with { RequestId = "request-1" });
        var early = await bench.Glm.Async.GetResultAsync(task.Id);
        var late = await bench.Glm.Async.GetResultAsync(task.Id);

        Assert.True(task.Id.Length > 19);
        Assert.Equal(("request-1", "glm-4-flash", GlmTaskStatus.Processing), (task.RequestId, task.Model, task.Status));
        Assert.Equal((null, GlmTaskStatus.Processing, null), (early.Id, early.Status, early.Completion));
        Assert.Equal((task.Id, GlmTaskStatus.Success, "hi"), (late.Id, late.Status, late.Completion!.Choices[0].Message.Content));
    }

    [Theory]
    [InlineData("FAIL")]
    [InlineData("FAILED")]
    public async Task Both_words_for_a_failure_end_the_waiting(string status)
    {
        var service = new FakeService(FakeService.Json($$"""{"id":null,"task_status":"{{status}}"}"""));

        var failure = await Assert.ThrowsAsync<GlmTaskException>(() => service.Connect(options: new() { TimeProvider = new ManualTimeProvider(static wait => wait <= TimeSpan.FromSeconds(10)) }).Async.WaitAsync("t-1"));

        Assert.Equal(("t-1", GlmTaskStatus.Failed, false), (failure.TaskId, failure.Status, failure.IsTransient));
    }

    [Fact]
    public async Task A_model_that_fails_makes_the_task_fail()
    {
        await using var bench = await PlatformBench.StartAsync(EmulatedModel.InOrder(EmulatedReply.Fail(500, "1234", "broken")));

        var failure = await Assert.ThrowsAsync<GlmTaskException>(() => bench.Glm.Async.CompleteAsync(Ask.Hello));

        Assert.Equal(GlmTaskStatus.Failed, failure.Status);
    }

    [Fact]
    public async Task An_unknown_status_counts_as_not_ready()
    {
        var service = new FakeService(FakeService.Json("""{"task_status":"QUEUED"}"""));

        Assert.Equal(GlmTaskStatus.Processing, (await service.Connect().Async.GetResultAsync("t-1")).Status);
    }

    [Fact]
    public async Task Waiting_ends_at_its_deadline_and_says_that_the_task_goes_on()
    {
        await using var bench = await PlatformBench.StartAsync(pollsUntilDone: 1000);

        var failure = await Assert.ThrowsAsync<GlmTaskException>(()
            => bench.Glm.Async.CompleteAsync(Ask.Hello, new() { Timeout = TimeSpan.FromSeconds(20) }));

        Assert.Equal(GlmTaskStatus.Processing, failure.Status);
        Assert.Contains("not done within 20 s", failure.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 4, 8, 5], bench.Clock.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Cancelling_ends_the_pause()
    {
        using var cancellation = new CancellationTokenSource();
        var clock = new ManualTimeProvider();
        var service = new FakeService(FakeService.Json("""{"task_status":"PROCESSING"}"""));

        var waiting = service.Connect(options: new() { TimeProvider = clock }).Async.WaitAsync("t-1", cancellationToken: cancellation.Token);
        await clock.BegunAsync(TimeSpan.FromSeconds(1));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData("""{"request_id":"1","model":"m","task_status":"PROCESSING"}""")]
    [InlineData("""{"id":null,"task_status":"PROCESSING"}""")]
    [InlineData("<html></html>")]
    public async Task A_receipt_without_an_id_is_none(string body)
    {
        var service = new FakeService(FakeService.Json(body));

        await Assert.ThrowsAsync<GlmApiException>(() => service.Connect(options: new() { MaxRetries = 0 }).Async.SubmitAsync(Ask.Hello));
    }

    [Fact]
    public async Task A_bad_request_is_refused_at_once()
    {
        await using var bench = await PlatformBench.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => bench.Glm.Async.SubmitAsync(Ask.Hello with { Messages = [GlmChatMessage.System("only this")] }));
        var unknown = await Assert.ThrowsAsync<GlmApiException>(() => bench.Glm.Async.GetResultAsync("no/such task"));

        Assert.Equal("1214", unknown.Code);
        await Assert.ThrowsAsync<ArgumentException>(() => bench.Glm.Async.GetResultAsync(" "));
    }

    private static IEmulatedModel Tools() => EmulatedModel.From(static request => EmulatedReply.Say($"{request.Messages[^1].Text} to you"));
}
