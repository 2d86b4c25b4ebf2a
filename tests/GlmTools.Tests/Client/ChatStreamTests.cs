using System.Text;

namespace GlmTools.Tests.Client;

public sealed class ChatStreamTests
{
    /// <summary>Reasoning, a text outside of ASCII, and everything else in the last chunk.</summary>
    private const string Answer =
        "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"reasoning_content\":\"想\"}}]}\n\n"
        + ": a comment\n\n"
        + "data:{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"北京 ☀️\"}}]}\n\n"
        + "data:\n\n"
        + "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"😀\"}}]}\n\n"
        + "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"delta\":{\"content\":\"\"}}],\"usage\":{\"total_tokens\":9}}\n\n"
        + "data: [DONE]\n\n";

    private const string Interrupted = "data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\n\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task A_stream_may_be_cut_at_any_byte(string newLine)
    {
        ReadOnlyMemory<byte> utf8 = Encoding.UTF8.GetBytes(Answer.Replace("\n", newLine, StringComparison.Ordinal));
        for (var cut = 0; cut <= utf8.Length; cut++)
        {
            AssertAnswer(await ReadAsync(utf8[..cut], utf8[cut..]));
        }

        AssertAnswer(await ReadAsync([.. Enumerable.Range(0, utf8.Length).Select(at => utf8.Slice(at, 1))]));
    }

    [Fact]
    public async Task The_end_marker_may_be_missing_where_there_is_a_finish_reason()
        => AssertAnswer(await ReadAsync(Answer.Replace("data: [DONE]\n\n", "", StringComparison.Ordinal)));

    [Fact]
    public async Task The_finish_reason_may_be_missing_where_there_is_an_end_marker()
        => Assert.Equal("half", (await ReadAsync(Interrupted + "data: [DONE]\n\n")).Text());

    [Fact]
    public async Task Nothing_behind_the_end_marker_counts()
        => AssertAnswer(await ReadAsync(Answer + "data: {not json\n\n" + Interrupted));

    [Fact]
    public async Task Usage_may_come_in_a_chunk_of_its_own()
    {
        var chunks = await ReadAsync("data: {\"choices\":[{\"finish_reason\":\"stop\",\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"choices\":[],\"usage\":{\"total_tokens\":9}}\n\ndata: [DONE]\n\n");

        Assert.Equal(9, chunks[^1].Usage?.TotalTokens);
    }

    [Fact]
    public async Task A_stream_that_just_ends_is_interrupted()
    {
        var failure = await Assert.ThrowsAsync<GlmStreamException>(() => ReadAsync(Interrupted));

        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_interrupted_stream()
    {
        var service = new FakeService(FakeService.Stream(() => new PiecewiseStream([Encoding.UTF8.GetBytes(Interrupted)], static _ => throw new IOException("reset by peer"))));

        var failure = await Assert.ThrowsAsync<GlmStreamException>(() => service.Connect().StreamAsync());

        Assert.Contains("reset by peer", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, service.Requests);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_given_up()
    {
        var clock = new ManualTimeProvider();
        var silent = new TaskCompletionSource();
        var service = new FakeService(FakeService.Stream(() => new PiecewiseStream([Encoding.UTF8.GetBytes(Interrupted)], async token =>
        {
            silent.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        })));

        var reading = service.Connect(options: new() { TimeProvider = clock, StreamIdleTimeout = TimeSpan.FromSeconds(90) }).StreamAsync();
        await silent.Task;
        await clock.ElapseAsync(TimeSpan.FromSeconds(90));

        var failure = await Assert.ThrowsAsync<GlmStreamException>(() => reading);
        Assert.Contains("90 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_only_shows_that_it_lives_is_not_silent()
    {
        var clock = new ManualTimeProvider();
        var idle = TimeSpan.FromSeconds(180);
        var pieces = new[] { Interrupted, ": waiting\n\n", ": waiting\n\n", "data: [DONE]\n\n" }.Select(static piece => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(piece));
        var service = new FakeService(FakeService.Stream(() => new PiecewiseStream(pieces, beforeEach: async () =>
        {
            await clock.BegunAsync(idle);
            clock.Advance(TimeSpan.FromSeconds(120));
        })));

        Assert.Equal("half", (await service.Connect(options: new() { TimeProvider = clock, StreamIdleTimeout = idle }).StreamAsync()).Text());
    }

    [Fact]
    public async Task Chunks_that_have_arrived_already_are_not_handed_out_after_the_caller_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var reading = new FakeService(FakeService.Stream(Answer)).Connect().Chat.StreamAsync(Ask.Hello, cancellation.Token).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());

        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reading.MoveNextAsync())).CancellationToken);
    }

    [Fact]
    public async Task The_time_the_reader_takes_is_not_silence()
    {
        var clock = new ManualTimeProvider();
        var idle = TimeSpan.FromSeconds(180);
        var frames = Answer.Split("\n\n").Select(static frame => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(frame + "\n\n"));

        // Nothing comes before the client has begun to count the silence.
        var service = new FakeService(FakeService.Stream(() => new PiecewiseStream(frames, beforeEach: () => clock.BegunAsync(idle))));
        using var glm = service.Connect(options: new() { TimeProvider = clock, StreamIdleTimeout = idle });

        var chunks = new List<GlmChatChunk>();
        await foreach (var chunk in glm.Chat.StreamAsync(Ask.Hello))
        {
            clock.Advance(TimeSpan.FromHours(1));
            chunks.Add(chunk);
        }

        AssertAnswer(chunks);
    }

    [Theory]
    [InlineData("data: {\"error\":{\"code\":\"1301\",\"message\":\"no\"}}\n\n")]
    [InlineData("event: error\ndata: {\"error\":{\"code\":\"1301\",\"message\":\"no\"}}\n\n")]
    [InlineData("{\"error\":{\"code\":\"1301\",\"message\":\"no\"}}")]
    [InlineData("\n {\n \"error\": { \"code\": \"1301\", \"message\": \"no\" } }\n")]
    public async Task An_error_in_place_of_the_answer_is_the_services(string body)
    {
        var failure = await Assert.ThrowsAsync<GlmApiException>(() => ReadAsync(body));

        Assert.Equal("1301", failure.Code);
        Assert.Equal(GlmErrorCategory.ContentFilter, failure.Category);
    }

    [Theory]
    [InlineData("event: error\ndata: oops\n\n")]
    [InlineData("event: error\ndata: {\"choices\":[{\"delta\":{\"content\":\"no answer\"}}]}\n\n")]
    public async Task An_event_named_error_is_one_whatever_it_says(string frame)
        => Assert.Equal(GlmErrorCategory.Server, (await Assert.ThrowsAsync<GlmApiException>(() => ReadAsync(frame))).Category);

    [Fact]
    public async Task An_error_in_the_middle_of_the_answer_ends_it_and_is_not_sent_again()
    {
        var service = new FakeService(FakeService.Stream(Interrupted + "data: {\"error\":{\"code\":\"1302\",\"message\":\"slow\"}}\n\n"));

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => service.Connect().StreamAsync());

        Assert.Equal("1302", failure.Code);
        Assert.True(failure.IsTransient);
        Assert.Equal(1, service.Requests);
    }

    [Fact]
    public async Task An_error_before_the_first_chunk_is_sent_again()
    {
        var clock = new ManualTimeProvider(static _ => true);
        var service = new FakeService(FakeService.Stream("data: {\"error\":{\"code\":\"1302\",\"message\":\"slow\"}}\n\n"), FakeService.Stream(Answer));

        AssertAnswer(await service.Connect(options: new() { TimeProvider = clock, Timeout = Timeout.InfiniteTimeSpan, StreamIdleTimeout = Timeout.InfiniteTimeSpan }).StreamAsync());

        Assert.Equal(2, service.Requests);
    }

    [Fact]
    public async Task A_spliced_frame_fails_and_may_be_sent_again()
    {
        // As published for glm-4.7: a frame is cut off, and one of another answer follows on its line.
        var failure = await Assert.ThrowsAsync<GlmStreamException>(() => ReadAsync(
            Interrupted + "data: {\"id\":\"1\",\"choices\":[{\"delta\":{\"contdata: {\"id\":\"2\",\"choices\":[{\"finish_reason\":\"stop\",\"delta\":{\"content\":\"x\"}}]}\n\ndata: [DONE]\n\n"));

        Assert.True(failure.IsTransient);
        Assert.Contains("another answer began", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_no_text_fails_as_any_frame_that_cannot_be_read()
    {
        await Assert.ThrowsAsync<GlmStreamException>(() => ReadAsync("data: {\"\\ud800\":1,\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n"));

        using var glm = new FakeService(FakeService.Json("{\"\\ud800\":1,\"choices\":[{\"message\":{\"content\":\"a\"}}]}")).Connect(options: new() { MaxRetries = 0 });
        Assert.Equal(GlmErrorCategory.Server, (await Assert.ThrowsAsync<GlmApiException>(() => glm.CompleteAsync())).Category);
    }

    [Fact]
    public async Task A_frame_that_is_no_JSON_fails()
        => Assert.Contains("not valid JSON", (await Assert.ThrowsAsync<GlmStreamException>(() => ReadAsync(Interrupted + "data: {\"a\":\"un\"quoted\"}\n\n"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Leaving_early_lets_go_of_the_connection()
    {
        var disposed = false;
        var service = new FakeService(FakeService.Stream(() => new WatchedStream(Encoding.UTF8.GetBytes(Answer), () => disposed = true)));

        await foreach (var _ in service.Connect().Chat.StreamAsync(Ask.Hello))
        {
            break;
        }

        Assert.True(disposed);
    }

    [Fact]
    public async Task The_caller_may_cancel()
    {
        using var cancellation = new CancellationTokenSource();
        var service = new FakeService(FakeService.Stream(() => new PiecewiseStream([Encoding.UTF8.GetBytes(Interrupted)], async token =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        })));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.Connect().StreamAsync(cancellation.Token));
    }

    private static Task<List<GlmChatChunk>> ReadAsync(string frames) => ReadAsync(Encoding.UTF8.GetBytes(frames));

    private static Task<List<GlmChatChunk>> ReadAsync(params ReadOnlyMemory<byte>[] pieces)
        => new FakeService(FakeService.Stream(() => new PiecewiseStream(pieces.Where(static piece => !piece.IsEmpty)))).Connect(options: new() { MaxRetries = 0 }).StreamAsync();

    private static void AssertAnswer(List<GlmChatChunk> chunks)
    {
        Assert.Equal("想", string.Concat(chunks.Select(static chunk => chunk.Delta.ReasoningContent)));
        Assert.Equal("北京 ☀️😀", chunks.Text());
        Assert.Equal(4, chunks.Count);
        Assert.Equal(GlmFinishReason.Stop, chunks[^1].FinishReason);
        Assert.Equal(9, chunks[^1].Usage?.TotalTokens);
        Assert.All(chunks, static chunk => Assert.Equal("1", chunk.Id));
    }

    private sealed class WatchedStream(byte[] utf8, Action disposed) : MemoryStream(utf8)
    {
        protected override void Dispose(bool disposing)
        {
            disposed();
            base.Dispose(disposing);
        }
    }
}
