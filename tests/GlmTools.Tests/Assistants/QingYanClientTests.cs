using System.Text;
using System.Text.Json.Nodes;
using GlmTools.Emulator;

namespace GlmTools.Tests.Assistants;

/// <summary>Questions, conversations, uploads and tokens over real HTTP.</summary>
public sealed class QingYanClientTests
{
    private static readonly QingYanRequest Question = new() { AssistantId = "a", Prompt = "b" };

    [Fact]
    public async Task A_whole_answer_has_its_contents_in_order()
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Of(
            EmulatedAssistantContent.Text("第一"), EmulatedAssistantContent.ExecutionOutput("42"), EmulatedAssistantContent.Text("第二")));

        var answer = await bench.Client.CompleteAsync(bench.Ask());

        Assert.Equal("第一\n第二", answer.Text);
        Assert.Equal("42", Assert.IsType<QingYanExecutionOutput>(answer.Output[1]).Output);
        Assert.Equal(24, answer.ConversationId?.Length);
    }

    [Fact]
    public async Task The_service_remembers_a_conversation_that_is_named()
    {
        var assistant = EmulatedAssistant.From(static request => EmulatedAssistantReply.Say($"before: {string.Join(",", request.History)}"));
        await using var bench = await QingYanBench.StartAsync(new EmulatedQingYanOptions { Assistant = assistant });

        var first = await bench.StreamAsync(bench.Ask("一"));
        var second = await bench.Client.CompleteAsync(bench.Ask("二") with { ConversationId = first[0].ConversationId });
        var other = await bench.Client.CompleteAsync(bench.Ask("三"));

        Assert.Equal("before: 一", second.Text);
        Assert.Equal("before: ", other.Text);
        Assert.Equal(first[^1].ConversationId, second.ConversationId);
        Assert.NotEqual(second.ConversationId, other.ConversationId);
    }

    [Fact]
    public async Task A_file_is_uploaded_and_passed_on_with_all_the_service_said_of_it()
    {
        EmulatedUpload? seen = null;
        var assistant = EmulatedAssistant.From(request =>
        {
            seen = request.Files.Single();
            return EmulatedAssistantReply.Say("read");
        });
        await using var bench = await QingYanBench.StartAsync(new EmulatedQingYanOptions { Assistant = assistant });

        var file = await bench.Client.UploadAsync(GlmUpload.FromBytes("data.csv", "城市,人口"u8.ToArray()));
        await bench.Client.CompleteAsync(bench.Ask() with { FileList = [file], MetaData = new JsonObject { ["来源"] = "test" } });

        Assert.Equal(("data.csv", "城市,人口"), (seen?.Name, Encoding.UTF8.GetString(seen!.Content.Span)));
        Assert.Equal(
            $$$"""{"assistant_id":"{{{bench.Emulator.QingYan.AssistantId}}}","prompt":"你是谁","file_list":[{"file_id":"{{{file.FileId}}}","file_name":"data.csv","file_size":13}],"meta_data":{"来源":"test"}}""",
            bench.Calls("/stream_sync").Single().RequestBody);
    }

    [Fact]
    public async Task A_file_on_the_disk_is_uploaded_under_its_name()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(path, "hello");
        try
        {
            await using var bench = await QingYanBench.StartAsync();

            var file = await bench.Client.UploadAsync(GlmUpload.FromFile(path));

            Assert.Equal(Path.GetFileName(path), file.Extensions?["file_name"].GetString());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task One_token_serves_many_calls()
    {
        await using var bench = await QingYanBench.StartAsync(new EmulatedQingYanOptions());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => bench.Client.CompleteAsync(bench.Ask())));

        Assert.Single(bench.Calls("/get_token"));
        Assert.Equal(6, bench.Calls("/stream_sync").Count(static exchange => exchange.Status == 200));
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await QingYanBench.StartAsync(new EmulatedQingYanOptions(), new() { TimeProvider = clock }, clock);

        await bench.Client.CompleteAsync(bench.Ask());
        clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromHours(3));
        await bench.Client.CompleteAsync(bench.Ask());
        Assert.Single(bench.Calls("/get_token"));

        clock.Advance(TimeSpan.FromHours(2));
        await bench.Client.CompleteAsync(bench.Ask());
        Assert.Equal(2, bench.Calls("/get_token").Count());
    }

    [Fact]
    public async Task A_token_that_was_withdrawn_is_fetched_again_and_the_upload_repeated()
    {
        await using var bench = await QingYanBench.StartAsync(new EmulatedQingYanOptions());
        await bench.Client.CompleteAsync(bench.Ask());
        bench.Emulator.QingYan.RevokeTokens();

        var file = await bench.Client.UploadAsync(GlmUpload.FromBytes("a.txt", "abc"u8.ToArray()));

        Assert.Equal(3, file.Extensions?["file_size"].GetInt32());
        Assert.Equal([401, 200], bench.Calls("/file_upload").Select(static exchange => exchange.Status));
        Assert.Equal(2, bench.Calls("/get_token").Count());
    }

    [Fact]
    public async Task A_token_that_many_calls_found_withdrawn_is_fetched_again_once()
    {
        var service = new WithdrawnToken();
        using var client = new QingYanClient("many", "secret", new() { Handler = service });
        await client.CompleteAsync(Question);
        service.Withdraw();

        // Both have sent the old token before either learns that it is gone; the second learns it when the first has a new one.
        var second = client.CompleteAsync(Question);
        var first = client.CompleteAsync(Question);
        service.Refuse(1);
        await first.WaitAsync(Patience.Limit);
        service.Refuse(0);
        await second.WaitAsync(Patience.Limit);

        Assert.Equal(["t1", "t1", "t1", "t2", "t2"], service.Tokens);
        Assert.Equal(2, service.Issued);
    }

    [Fact]
    public async Task A_former_token_stays_out_of_messages_too()
    {
        var clock = new ManualTimeProvider();
        var service = new FakeService(
            FakeService.Json("""{"status":0,"result":{"access_token":"tok.one","expires_in":100}}"""),
            FakeService.Json("""{"status":0,"result":{"output":[]}}"""),
            FakeService.Json("""{"status":0,"result":{"access_token":"tok.two","expires_in":100}}"""),
            FakeService.Json("""{"status":7,"message":"tok.one or tok.two"}"""));
        using var client = new QingYanClient("former", "secret", new() { Handler = service, TimeProvider = clock });
        await client.CompleteAsync(Question);
        clock.Advance(TimeSpan.FromSeconds(60));

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => client.CompleteAsync(Question));

        Assert.Equal("GLM answered HTTP 200, code 7: *** or ***.", failure.Message);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_once_and_shown_never()
    {
        await using var bench = await QingYanBench.StartAsync();
        using var client = new QingYanClient(bench.Emulator.QingYan.ApiKey, "hushhush", new() { BaseAddress = bench.Emulator.QingYan.BaseAddress });

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => client.CompleteAsync(bench.Ask()));

        Assert.Contains("api_key and api_secret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hushhush", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Emulator.QingYan.ApiKey, failure.ToString(), StringComparison.Ordinal);
        Assert.Single(bench.Calls("/get_token"));
    }

    [Fact]
    public async Task A_service_that_quotes_key_secret_and_token_does_not_get_them_into_a_message()
    {
        var service = new FakeService(
            FakeService.Json("""{"status":0,"result":{"access_token":"tok.en.value","expires_in":100}}"""),
            FakeService.Json("""{"status":7,"message":"key kkkk, secret ssss, token tok.en.value"}"""));
        using var client = new QingYanClient("kkkk", "ssss", new() { Handler = service });

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => client.CompleteAsync(Question));

        Assert.Equal("GLM answered HTTP 200, code 7: key ***, secret ***, token ***.", failure.Message);
    }

    [Fact]
    public async Task Numbers_of_this_service_are_not_taken_for_codes_of_the_platform()
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Fail(1302, "something of its own"));

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => bench.Client.CompleteAsync(bench.Ask()));

        Assert.Equal(("1302", GlmErrorCategory.Unknown, false), (failure.Code, failure.Category, failure.IsTransient));
    }

    [Fact]
    public async Task A_question_is_sent_once_whatever_happens()
    {
        var service = new FakeService(FakeService.Json("""{"status":0,"result":{"access_token":"t"}}"""), FakeService.Body(static () => new MemoryStream(), "text/html", 502, null));
        using var client = new QingYanClient("once", "secret", new() { Handler = service });

        await Assert.ThrowsAsync<GlmApiException>(() => client.CompleteAsync(Question));

        Assert.Equal(2, service.Requests);
    }

    [Theory]
    [InlineData("", "hello", "request.AssistantId")]
    [InlineData("a", "  ", "request.Prompt")]
    public void A_question_that_lacks_something_is_not_sent(string assistant, string prompt, string field)
    {
        using var client = new QingYanClient("lacking", "secret");

        Assert.Equal(field, Assert.Throws<ArgumentException>(() => { client.StreamAsync(new() { AssistantId = assistant, Prompt = prompt }); }).ParamName);
    }

    [Theory]
    [InlineData("", "secret", "API key")]
    [InlineData("key", "hush hush", "API secret")]
    public void A_key_that_cannot_be_one_is_refused_without_showing_it(string key, string secret, string name)
    {
        var failure = Assert.Throws<ArgumentException>(() => new QingYanClient(key, secret));

        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", failure.ToString(), StringComparison.Ordinal);
    }
}
