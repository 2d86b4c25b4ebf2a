using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GlmTools.Emulator.Tests.Assistants;

/// <summary>What the emulated QingYan service takes and refuses, without a client between.</summary>
public sealed class QingYanWireTests
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task A_token_is_a_JWT_in_seconds_that_lives_ten_days()
    {
        await using var emulator = await StartAsync();

        var answer = await PostAsync(emulator, "get_token", null, $$"""{"api_key":"{{emulator.QingYan.ApiKey}}","api_secret":"{{emulator.QingYan.ApiSecret}}"}""");

        Assert.Equal((200, 0), (answer.Http, answer.Status));
        var claims = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(answer.Result.GetProperty("access_token").GetString()!.Split('.')[1])).RootElement;
        Assert.Equal(864_000, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.Equal(864_000, answer.Result.GetProperty("expires_in").GetInt64());
    }

    [Theory]
    [InlineData("{}", 400_000)]
    [InlineData("[]", 400_000)]
    [InlineData("""{"api_key":"x","api_secret":"y"}""", 401_000)]
    public async Task A_wrong_key_is_refused_with_HTTP_200(string body, int status)
    {
        await using var emulator = await StartAsync();

        var answer = await PostAsync(emulator, "get_token", null, body);

        Assert.Equal((200, status), (answer.Http, answer.Status));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer a.b.c")]
    [InlineData("TOKEN")]
    public async Task Without_a_good_token_nobody_comes_in(string? authorization)
    {
        await using var emulator = await StartAsync();
        var header = authorization == "TOKEN" ? (await TokenAsync(emulator))["Bearer ".Length..] : authorization;

        foreach (var path in new[] { "stream", "stream_sync", "file_upload" })
        {
            var answer = await PostAsync(emulator, path, header, "{}");
            Assert.Equal((401, 401_001), (answer.Http, answer.Status));
        }
    }

    [Fact]
    public async Task A_token_expires_and_can_be_withdrawn()
    {
        var clock = new ManualTime();
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(), TimeProvider = clock });
        var first = await TokenAsync(emulator);
        Assert.Equal(0, (await PostAsync(emulator, "stream_sync", first, Question(emulator))).Status);

        clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(401, (await PostAsync(emulator, "stream_sync", first, Question(emulator))).Http);

        var second = await TokenAsync(emulator);
        Assert.Equal(0, (await PostAsync(emulator, "stream_sync", second, Question(emulator))).Status);
        emulator.QingYan.RevokeTokens();
        Assert.Equal(401, (await PostAsync(emulator, "stream_sync", second, Question(emulator))).Http);
    }

    [Theory]
    [InlineData("[]", "JSON object")]
    [InlineData("""{"prompt":"x"}""", "assistant_id")]
    [InlineData("""{"assistant_id":"ID"}""", "prompt")]
    [InlineData("""{"assistant_id":"ID","prompt":" "}""", "prompt")]
    [InlineData("""{"assistant_id":"65f3dab425fab01c6821d461","prompt":"x"}""", "only own assistants")]
    [InlineData("""{"assistant_id":"ID","prompt":"x","conversation_id":"none"}""", "no conversation")]
    [InlineData("""{"assistant_id":"ID","prompt":"x","conversation_id":1}""", "conversation_id")]
    [InlineData("""{"assistant_id":"ID","prompt":"x","file_list":"f"}""", "file_list")]
    [InlineData("""{"assistant_id":"ID","prompt":"x","file_list":[{"file_id":"none"}]}""", "file_upload")]
    [InlineData("""{"assistant_id":"ID","prompt":"x","meta_data":[]}""", "meta_data")]
    public async Task A_wrong_question_is_refused_by_name(string body, string named)
    {
        await using var emulator = await StartAsync();

        var answer = await PostAsync(emulator, "stream", await TokenAsync(emulator), body.Replace("ID", emulator.QingYan.AssistantId, StringComparison.Ordinal));

        Assert.Equal(200, answer.Http);
        Assert.NotEqual(0, answer.Status);
        Assert.Contains(named, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_conversation_id_begins_a_conversation()
    {
        await using var emulator = await StartAsync();

        Assert.Equal(0, (await PostAsync(emulator, "stream_sync", await TokenAsync(emulator), Question(emulator, ",\"conversation_id\":\"\""))).Status);
    }

    [Fact]
    public async Task A_third_call_at_a_time_is_refused()
    {
        var clock = new ManualTime();
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(), TimeProvider = clock, ChunkDelay = TimeSpan.FromSeconds(1) });
        var token = await TokenAsync(emulator);
        using var first = await OpenAsync(emulator, token);
        using var second = await OpenAsync(emulator, token);

        Assert.Equal(429_000, (await PostAsync(emulator, "stream_sync", token, Question(emulator))).Status);
        Assert.Equal(429_000, (await UploadAsync(emulator, token, "file")).Status);
    }

    [Fact]
    public async Task The_questions_of_a_day_and_of_the_account_are_counted_and_uploads_are_not()
    {
        var clock = new ManualTime();
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(), TimeProvider = clock, QingYan = new() { DailyLimit = 2, TotalLimit = 3 } });
        var token = await TokenAsync(emulator);

        Assert.Equal("0 0 429000", $"{await AskAsync()} {await AskAsync()} {await AskAsync()}");
        Assert.Equal(0, (await UploadAsync(emulator, token, "file")).Status);
        clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal("0 429000", $"{await AskAsync()} {await AskAsync()}");

        async Task<int> AskAsync() => (await PostAsync(emulator, "stream_sync", token, Question(emulator))).Status;
    }

    [Fact]
    public async Task An_upload_needs_a_form_with_a_file()
    {
        await using var emulator = await StartAsync();
        var token = await TokenAsync(emulator);

        Assert.Equal(400_000, (await PostAsync(emulator, "file_upload", token, "{}")).Status);
        Assert.Equal(400_000, (await UploadAsync(emulator, token, "document")).Status);
        var answer = await UploadAsync(emulator, token, "file");
        Assert.Equal(("a.txt", 3), (answer.Result.GetProperty("file_name").GetString(), answer.Result.GetProperty("file_size").GetInt32()));
    }

    [Theory]
    [InlineData("POST", "nothing", 400)]
    [InlineData("GET", "stream", 405)]
    public async Task What_does_not_exist_is_told_in_the_form_of_this_service(string method, string path, int status)
    {
        await using var emulator = await StartAsync();

        var answer = await SendAsync(emulator, new(method), path, await TokenAsync(emulator), null);

        Assert.Equal((status, status * 1000), (answer.Http, answer.Status));
    }

    [Fact]
    public void Nothing_prints_the_secret()
        => Assert.DoesNotContain("hush", new EmulatedQingYanOptions { ApiKey = "hush", ApiSecret = "hush" }.ToString(), StringComparison.Ordinal);

    private static Task<GlmEmulator> StartAsync() => GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder() });

    private static string Question(GlmEmulator emulator, string more = "") => $$"""{"assistant_id":"{{emulator.QingYan.AssistantId}}","prompt":"你是谁"{{more}}}""";

    private static async Task<string> TokenAsync(GlmEmulator emulator)
    {
        var answer = await PostAsync(emulator, "get_token", null, $$"""{"api_key":"{{emulator.QingYan.ApiKey}}","api_secret":"{{emulator.QingYan.ApiSecret}}"}""");
        return $"Bearer {answer.Result.GetProperty("access_token").GetString()}";
    }

    private static Task<Answer> PostAsync(GlmEmulator emulator, string path, string? authorization, string body)
        => SendAsync(emulator, HttpMethod.Post, path, authorization, new StringContent(body, Encoding.UTF8, "application/json"));

    private static Task<Answer> UploadAsync(GlmEmulator emulator, string authorization, string field)
        => SendAsync(emulator, HttpMethod.Post, "file_upload", authorization, new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } }, field, "a.txt" } });

    private static async Task<Answer> SendAsync(GlmEmulator emulator, HttpMethod method, string path, string? authorization, HttpContent? content)
    {
        using var request = Request(emulator, method, path, authorization, content);
        using var response = await Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, JsonDocument.Parse(body).RootElement);
    }

    private static async Task<HttpResponseMessage> OpenAsync(GlmEmulator emulator, string authorization)
    {
        using var request = Request(emulator, HttpMethod.Post, "stream", authorization, new StringContent(Question(emulator), Encoding.UTF8, "application/json"));
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static HttpRequestMessage Request(GlmEmulator emulator, HttpMethod method, string path, string? authorization, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, $"{emulator.QingYan.BaseAddress}/{path}") { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    private sealed record Answer(int Http, JsonElement Body)
    {
        public int Status => Body.GetProperty("status").GetInt32();

        public string Message => Body.GetProperty("message").GetString()!;

        public JsonElement Result => Body.GetProperty("result");
    }
}
