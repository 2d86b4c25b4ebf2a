using System.Threading.RateLimiting;
using GlmTools.Emulator;

namespace GlmTools.Tests.Legacy;

/// <summary>The third version over real HTTP; line 18 of the checklist in protocol sheet 14.</summary>
public sealed class GlmV3ClientTests
{
    private const string Answer = "我可以：\n\n1. 回答\"问题\"\n2. 写 C:\\路径 👩‍💻";

    private static readonly GlmV3Request Question = new() { Model = "chatglm_pro", Prompt = [GlmV3Message.User("你好"), GlmV3Message.Assistant("我是人工智能助手"), GlmV3Message.User("你都可以做些什么事")] };

    [Theory]
    [InlineData(null, true)]
    [InlineData(GlmV3ReturnType.JsonString, true)]
    [InlineData(GlmV3ReturnType.Text, false)]
    public async Task A_quoted_content_is_decoded_once_more(GlmV3ReturnType? returnType, bool isQuoted)
    {
        await using var emulator = await StartAsync(EmulatedReply.Say(Answer));
        using var glm = Connect(emulator);

        var result = await glm.InvokeAsync(Question with { ReturnType = returnType });

        Assert.Equal($" {Answer}", result.Text);
        Assert.Equal(GlmTaskStatus.Success, result.TaskStatus);
        Assert.Equal(result.RequestId, result.TaskId);
        Assert.True(result.Usage?.TotalTokens > 0);
        Assert.Equal(isQuoted, emulator.Exchanges[0].ResponseBody.Contains("""content":"\" 我可以：\\n""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_was_asked_for_as_text_keeps_its_quotes()
    {
        using var glm = new GlmV3Client("id.secret", new() { Handler = new FakeService(FakeService.Json("""{"code":200,"success":true,"data":{"choices":[{"role":"assistant","content":"\"quoted\""}]}}""")) });

        Assert.Equal("\"quoted\"", (await glm.InvokeAsync(Question with { ReturnType = GlmV3ReturnType.Text })).Text);
        Assert.Equal("quoted", (await glm.InvokeAsync(Question)).Text);
    }

    [Fact]
    public async Task The_body_has_what_is_set_and_the_path_the_model()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("x"));
        using var glm = Connect(emulator);

        await glm.InvokeAsync(new()
        {
            Model = "chatglm_std",
            Prompt = [GlmV3Message.User("城市")],
            Temperature = 0.95,
            TopP = 0.7,
            RequestId = "r-1",
            ReturnType = GlmV3ReturnType.Text,
            Reference = new() { Enable = true, SearchQuery = "天气" },
        });

        var exchange = emulator.Exchanges[0];
        Assert.Equal("/api/paas/v3/model-api/chatglm_std/invoke", exchange.Path);
        Assert.Equal("""{"prompt":[{"role":"user","content":"城市"}],"temperature":0.95,"top_p":0.7,"request_id":"r-1","return_type":"text","ref":{"enable":true,"search_query":"天气"}}""", exchange.RequestBody);
        Assert.Matches("^[\\w-]+\\.[\\w-]+\\.[\\w-]+$", exchange.RequestHeaders["Authorization"]);
    }

    [Fact]
    public async Task A_submitted_request_is_fetched_by_its_task_id()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say(Answer));
        using var glm = Connect(emulator);

        var receipt = await glm.SubmitAsync(Question);
        Assert.Equal((GlmTaskStatus.Processing, false, ""), (receipt.TaskStatus, receipt.IsReady, receipt.Text));
        Assert.True(receipt.TaskId?.Length > receipt.RequestId?.Length);

        Assert.False((await glm.GetResultAsync(receipt.TaskId!)).IsReady);
        var result = await glm.GetResultAsync(receipt.TaskId!);
        Assert.Equal(($" {Answer}", GlmTaskStatus.Success), (result.Text, result.TaskStatus));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_keeps_its_line_breaks_and_ends_with_its_meta(bool incremental)
    {
        await using var emulator = await StartAsync(EmulatedReply.Say(Answer));
        using var glm = Connect(emulator);

        var events = await StreamAsync(glm, Question with { Incremental = incremental });

        var pieces = events.Where(static happened => happened.Type == GlmV3EventType.Add).Select(static happened => happened.Data).ToList();
        Assert.Equal($" {Answer}", incremental ? string.Concat(pieces) : pieces[^1]);
        Assert.True(pieces.Count > 2);
        Assert.Equal(GlmV3EventType.Finish, events[^1].Type);
        Assert.Equal(GlmTaskStatus.Success, events[^1].Meta?.TaskStatus);
        Assert.True(events[^1].Meta?.Usage?.TotalTokens > 0);
        Assert.Equal(events[^1].Id, events[^1].Meta?.RequestId);
    }

    [Fact]
    public async Task Pieces_of_line_breaks_alone_are_several_lines_of_data()
    {
        var events = await StreamAsync("event: add\nid: 1\ndata: 于\ndata: ：\n\nevent:add\ndata:\ndata:\ndata:\n\nevent:finish\ndata:\nmeta:{\"task_status\":\"SUCCESS\",\"usage\":{\"total_tokens\":131},\"task_id\":\"7\",\"request_id\":\"7\"}\n\n");

        Assert.Equal(["于\n：", "\n\n", ""], events.Select(static happened => happened.Data));
        Assert.Equal(131, events[^1].Meta?.Usage?.TotalTokens);
    }

    [Theory]
    [InlineData("sensitive", "interrupted")]
    [InlineData("network_error", "error")]
    public async Task What_ends_an_answer_early_is_an_event(string finishReason, string type)
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("half") with { FinishReason = finishReason });
        using var glm = Connect(emulator);

        var events = await StreamAsync(glm, Question);

        Assert.Equal(type, events[^1].Type.ToString());
        Assert.NotEmpty(events[^1].Data);
    }

    [Fact]
    public async Task A_stream_without_an_end_is_a_broken_one()
        => await Assert.ThrowsAsync<GlmStreamException>(() => StreamAsync("event: add\ndata: 我\n\n"));

    [Fact]
    public async Task An_unknown_event_and_a_broken_meta_line_are_no_reason_to_fail()
    {
        var events = await StreamAsync("event: later\ndata: x\n\nevent: finish\ndata:\nmeta: {broken\n\n");

        Assert.Equal(["later", "finish"], events.Select(static happened => happened.Type.Value));
        Assert.Null(events[^1].Meta);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_with_HTTP_200_throws_with_its_code(bool stream)
    {
        await using var emulator = await StartAsync(EmulatedReply.Fail(400, "1301", "敏感内容"));
        using var glm = Connect(emulator);

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => stream ? StreamAsync(glm, Question) : glm.InvokeAsync(Question));

        Assert.Equal(("1301", 200, GlmErrorCategory.ContentFilter), (failure.Code, (int)failure.StatusCode, failure.Category));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_without_showing_it()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("never"));
        using var glm = new GlmV3Client("0123456789abcdef.hushhush", new() { BaseAddress = emulator.V3Address, MaxRetries = 0 });

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => glm.InvokeAsync(Question));

        Assert.Equal(GlmErrorCategory.Authentication, failure.Category);
        Assert.DoesNotContain("hushhush", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_that_says_it_is_none_is_none()
    {
        using var glm = new GlmV3Client("id.secret", new() { Handler = new FakeService(FakeService.Json("""{"code":1234,"msg":"失败","success":false,"data":{"choices":[]}}""")), MaxRetries = 0 });

        Assert.Equal("1234", (await Assert.ThrowsAsync<GlmApiException>(() => glm.InvokeAsync(Question))).Code);
    }

    [Fact]
    public async Task A_request_that_lacks_something_is_not_sent()
    {
        using var glm = new GlmV3Client("id.secret");

        Assert.Equal("request.Model", (await Assert.ThrowsAsync<ArgumentException>(() => glm.InvokeAsync(Question with { Model = " " }))).ParamName);
        Assert.Equal("request.Prompt", Assert.Throws<ArgumentException>(() => { glm.StreamAsync(Question with { Prompt = [] }); }).ParamName);
        await Assert.ThrowsAsync<ArgumentException>(() => glm.GetResultAsync(" "));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_leads_elsewhere_is_not_sent(string id)
    {
        using var glm = new GlmV3Client("id.secret", new() { Handler = new FakeService(FakeService.Says("never")) });

        await Assert.ThrowsAsync<ArgumentException>(() => glm.GetResultAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => glm.InvokeAsync(Question with { Model = id }));
    }

    [Fact]
    public async Task Every_request_passes_the_gate_of_its_model()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say(Answer), EmulatedReply.Say(Answer));
        using var gate = PartitionedRateLimiter.Create<string, string>(static model
            => RateLimitPartition.GetConcurrencyLimiter(model, static _ => new() { PermitLimit = 1, QueueLimit = 0 }));
        using var glm = new GlmV3Client(emulator.ApiKey, new() { BaseAddress = emulator.V3Address, RateLimiter = gate });

        await using (var reading = glm.StreamAsync(Question).GetAsyncEnumerator())
        {
            Assert.True(await reading.MoveNextAsync());
            foreach (var ask in new Func<Task>[] { () => glm.InvokeAsync(Question), () => glm.SubmitAsync(Question), () => StreamAsync(glm, Question) })
            {
                Assert.Contains("own limit for chatglm_pro", (await Assert.ThrowsAsync<GlmException>(ask)).Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal($" {Answer}", (await glm.InvokeAsync(Question)).Text);
        Assert.Equal(2, emulator.Exchanges.Count);
    }

    private static Task<GlmEmulator> StartAsync(params EmulatedReply[] replies) => GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(replies) });

    private static GlmV3Client Connect(GlmEmulator emulator) => new(emulator.ApiKey, new() { BaseAddress = emulator.V3Address, MaxRetries = 0 });

    private static async Task<List<GlmV3Event>> StreamAsync(string frames)
    {
        using var glm = new GlmV3Client("id.secret", new() { Handler = new FakeService(FakeService.Stream(frames)), MaxRetries = 0 });
        return await StreamAsync(glm, Question);
    }

    private static async Task<List<GlmV3Event>> StreamAsync(GlmV3Client glm, GlmV3Request request)
    {
        List<GlmV3Event> events = [];
        await foreach (var happened in glm.StreamAsync(request))
        {
            events.Add(happened);
        }

        return events;
    }
}
