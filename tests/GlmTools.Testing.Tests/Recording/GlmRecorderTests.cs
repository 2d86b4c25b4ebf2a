using System.Text;
using GlmTools.Emulator;
using GlmTools.Testing.Tests.Scripting;

namespace GlmTools.Testing.Tests.Recording;

/// <summary>Recorded over a real port, replayed without one.</summary>
public sealed class GlmRecorderTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}", "weather.json");
    private readonly WeatherTools _tools = new();

    public void Dispose()
    {
        if (Directory.Exists(Path.GetDirectoryName(_path)))
        {
            Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_recorded_is_replayed_without_a_service(bool streamed)
    {
        await RecordAsync(streamed);
        await using var recorder = await GlmRecorder.OpenAsync(_path);

        Assert.False(recorder.IsRecording);
        Assert.Equal("北京今天晴。😀", await AskAsync(recorder, "今天北京天气如何?", streamed));
        recorder.VerifyComplete();
    }

    [Fact]
    public async Task A_file_is_made_to_be_read_and_reviewed()
    {
        await RecordAsync();
        var file = await File.ReadAllBytesAsync(_path);
        var text = Encoding.UTF8.GetString(file);

        Assert.Equal((byte)'{', file[0]);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Contains("\"content\": \"北京今天晴。😀\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("uthorization", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_differs_is_told_with_its_place()
    {
        await RecordAsync();
        await using var recorder = await GlmRecorder.OpenAsync(_path);
        var failure = await Assert.ThrowsAsync<GlmCassetteException>(() => AskAsync(recorder, "今天上海天气如何?"));

        Assert.StartsWith($"{_path}: POST /api/paas/v4/chat/completions is not on the cassette as it was sent. The nearest recording, exchange 1 of 2, differs at\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains("  /messages/0/content\n    recorded  \"今天北京天气如何?\"\n    sent      \"今天上海天气如何?\"\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Delete the file to record it again", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_tool_is_named_with_its_change()
    {
        await RecordAsync();
        await using var recorder = await GlmRecorder.OpenAsync(_path);
        using var client = new GlmClient("other.key-of-replay", new() { Handler = recorder });
        var failure = await Assert.ThrowsAsync<GlmCassetteException>(() => new GlmAgent(client, "glm-4.6", new GlmToolSet([.. Clock.Tools, _tools.Tools.Find("get_time")!])).RunAsync("今天北京天气如何?"));

        Assert.Contains("Tool 'get_current_weather' ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Tool 'time_in' ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_asked_for_is_told_at_the_end()
    {
        await RecordAsync();
        var recorder = await GlmRecorder.OpenAsync(_path);
        var failure = await Assert.ThrowsAsync<GlmCassetteException>(async () => await recorder.DisposeAsync());
        Assert.Contains("nobody asked for 2 of 2 exchanges:\n  exchange 1: POST /api/paas/v4/chat/completions\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exchange_is_played_once()
    {
        await RecordAsync();
        await using var recorder = await GlmRecorder.OpenAsync(_path);
        await AskAsync(recorder, "今天北京天气如何?");
        var failure = await Assert.ThrowsAsync<GlmCassetteException>(() => AskAsync(recorder, "今天北京天气如何?"));
        Assert.Contains("was recorded once, and is asked for once more", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_side_by_side_find_their_own_exchange()
    {
        await using (var fixture = await GlmEmulatorFixture.StartAsync(EmulatedModel.From(request => EmulatedReply.Say($"to {request.Messages[^1].Text}"))))
        {
            await using var recording = await GlmRecorder.OpenAsync(_path, new() { Mode = GlmRecorderMode.Record });
            using var client = fixture.Connect(options => options with { Handler = recording });
            foreach (var text in new[] { "a", "b", "c" })
            {
                await CompleteAsync(client, text);
            }
        }

        await using var recorder = await GlmRecorder.OpenAsync(_path);
        using var replayed = new GlmClient("other.key-of-replay", new() { Handler = recorder });
        Assert.Equal<IEnumerable<string?>>(["to c", "to a", "to b"], await Task.WhenAll(CompleteAsync(replayed, "c"), CompleteAsync(replayed, "a"), CompleteAsync(replayed, "b")));
    }

    [Fact]
    public async Task Ids_of_requests_may_differ_and_so_may_what_is_named()
    {
        var cassette = await RecordOneAsync(Question("hi") with { RequestId = "request-1", UserId = "user-001", Temperature = 0.5 });
        using var strict = Connect(GlmRecorder.Replay(cassette));
        using var lax = Connect(GlmRecorder.Replay(cassette, new() { IgnoredFields = ["request_id", "user_id", "/messages/*/content"] }));

        await strict.Chat.CompleteAsync(Question("hi") with { RequestId = "request-2", UserId = "user-002", Temperature = 0.5 });
        await lax.Chat.CompleteAsync(Question("bye") with { RequestId = "request-2", Temperature = 0.5 });
        using var other = Connect(GlmRecorder.Replay(cassette));
        var failure = await Assert.ThrowsAsync<GlmCassetteException>(() => other.Chat.CompleteAsync(Question("hi") with { Temperature = 0.7 }));
        Assert.Contains("  /temperature\n    recorded  0.5\n    sent      0.7\n", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("request_id\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_and_its_retry_are_replayed()
    {
        GlmCassette cassette;
        await using (var fixture = await GlmEmulatorFixture.StartAsync(EmulatedModel.InOrder(EmulatedReply.Fail(429, "1302", "slow down"), EmulatedReply.Say("ok"))))
        {
            await using var recording = GlmRecorder.Record();
            using var client = fixture.Connect(options => options with { Handler = recording, TimeProvider = new PassingTime() });
            await CompleteAsync(client, "hi");
            cassette = GlmCassette.Parse(recording.Cassette.ToJson());
        }

        Assert.Equal([429, 200], cassette.Exchanges.Select(static exchange => exchange.Response.Status));
        await using var recorder = GlmRecorder.Replay(cassette);
        using var replayed = new GlmClient("other.key-of-replay", new() { Handler = recorder, TimeProvider = new PassingTime() });
        Assert.Equal("ok", await CompleteAsync(replayed, "hi"));
    }

    [Fact]
    public async Task A_connection_that_broke_breaks_again()
    {
        var cassette = await RecordOneAsync(Question("hi"), EmulatedReply.Say("abcdefghijkl") with { AbortAfter = 2 }, streamed: true);
        Assert.True(cassette.Exchanges.Single().Response.IsBroken);
        using var client = Connect(GlmRecorder.Replay(cassette));
        var failure = await Assert.ThrowsAsync<GlmStreamException>(() => StreamAsync(client, Question("hi")));
        Assert.IsType<HttpIOException>(failure.InnerException);
    }

    [Fact]
    public async Task Chunks_come_with_their_boundaries_and_their_timing()
    {
        var cassette = Cassette("""
            "chunks": [
              {"after_ms": 300, "data": "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"城\"}}]}\n\n"},
              {"after_ms": 1500, "data": "data: [DO"},
              {"after_ms": 20, "base64": "TkVdCgo="}
            ]
            """);
        var time = new PassingTime();
        using var instant = new HttpMessageInvoker(GlmRecorder.Replay(cassette, new() { TimeProvider = time }));
        var chunks = await ChunksAsync(instant);
        Assert.Equal(["[DO", "NE]\n\n"], chunks[1..].Select(static chunk => chunk.Replace("data: ", "", StringComparison.Ordinal)));
        Assert.Empty(time.Waits);

        using var timed = new HttpMessageInvoker(GlmRecorder.Replay(cassette, new() { TimeProvider = time, KeepsTiming = true }));
        Assert.Equal(chunks, await ChunksAsync(timed));
        Assert.Equal([300, 1500, 20], time.Waits.Select(static wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task A_relative_path_begins_beside_the_test()
    {
        var failure = await Assert.ThrowsAsync<GlmCassetteException>(() => GlmRecorder.OpenAsync("Cassettes/none.json", new() { Mode = GlmRecorderMode.Replay }));
        Assert.StartsWith(Path.Combine(SourceFolder(), "Cassettes", "none.json"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_recorded_on_a_build_server_unless_told()
    {
        Assert.True(GlmRecorder.Records(GlmRecorderMode.Auto, _path, isBuildServer: false));
        Assert.True(GlmRecorder.Records(GlmRecorderMode.Record, _path, isBuildServer: true));
        Assert.False(GlmRecorder.Records(GlmRecorderMode.Replay, _path, isBuildServer: false));
        var failure = Assert.Throws<GlmCassetteException>(() => GlmRecorder.Records(GlmRecorderMode.Auto, _path, isBuildServer: true));
        Assert.Contains("on a build server nothing is recorded", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_and_images_are_bytes()
    {
        byte[] image = [0x89, 0x50, 0x4E, 0x47, 0xFF, 0x00];
        GlmCassette cassette;
        await using (var fixture = await GlmEmulatorFixture.StartAsync(ScenarioModel.Weather))
        {
            await using var recording = GlmRecorder.Record();
            using var client = fixture.Connect(options => options with { Handler = recording });
            await client.Files.UploadAsync(Upload(), GlmFilePurpose.Batch);
            cassette = GlmCassette.Parse(recording.Cassette.ToJson());
        }

        var request = cassette.Exchanges.Single().Request;
        Assert.Equal("multipart/form-data; boundary=boundary", request.Headers["content-type"]);
        Assert.StartsWith("--boundary\r\n", request.Body.Text, StringComparison.Ordinal);
        Assert.Equal(image, GlmCassette.Parse(new GlmCassette([Exchange(GlmRecordedBody.Of(image))]).ToJson()).Exchanges[0].Request.Body.ToBytes().ToArray());

        await using var recorder = GlmRecorder.Replay(cassette);
        using var replayed = new GlmClient("other.key-of-replay", new() { Handler = recorder });
        Assert.NotEmpty((await replayed.Files.UploadAsync(Upload(), GlmFilePurpose.Batch)).Id);
    }

    private async Task RecordAsync(bool streamed = false)
    {
        await using var script = new ScriptedGlm().OnUser("北京").Call<WeatherTools>(t => t.GetCurrentWeather("北京")).Say("北京今天晴。😀");
        await using var fixture = await GlmEmulatorFixture.StartAsync(script);
        await using var recorder = await GlmRecorder.OpenAsync(_path, new() { Mode = GlmRecorderMode.Record });
        Assert.True(recorder.IsRecording);
        using var client = fixture.Connect(options => options with { Handler = recorder });
        await AskAsync(client, "今天北京天气如何?", streamed);
    }

    private async Task<string> AskAsync(GlmRecorder recorder, string prompt, bool streamed = false)
    {
        using var client = Connect(recorder);
        return await AskAsync(client, prompt, streamed);
    }

    private async Task<string> AskAsync(GlmClient client, string prompt, bool streamed)
    {
        var agent = new GlmAgent(client, "glm-4.6", _tools.Tools);
        if (!streamed)
        {
            return (await agent.RunAsync(prompt)).Text!;
        }

        var text = new StringBuilder();
        await foreach (var e in agent.StreamAsync(prompt))
        {
            text.Append(e is GlmTextDelta delta ? delta.Text : "");
        }

        return text.ToString();
    }

    private static async Task<GlmCassette> RecordOneAsync(GlmChatRequest request, EmulatedReply? reply = null, bool streamed = false)
    {
        await using var fixture = await GlmEmulatorFixture.StartAsync(EmulatedModel.InOrder(reply ?? EmulatedReply.Say("ok")));
        await using var recorder = GlmRecorder.Record();
        using var client = fixture.Connect(options => options with { Handler = recorder, MaxRetries = 0 });
        try
        {
            if (streamed)
            {
                await StreamAsync(client, request);
            }
            else
            {
                await client.Chat.CompleteAsync(request);
            }
        }
        catch (GlmException)
        {
            // What broke is on the cassette as well.
        }

        return GlmCassette.Parse(recorder.Cassette.ToJson());
    }

    private static async Task StreamAsync(GlmClient client, GlmChatRequest request)
    {
        await foreach (var _ in client.Chat.StreamAsync(request))
        {
        }
    }

    private static async Task<List<string>> ChunksAsync(HttpMessageInvoker invoker)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://z.ai/chat");
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var (chunks, buffer) = (new List<string>(), new byte[4096]);
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            chunks.Add(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return chunks;
    }

    private static GlmCassette Cassette(string response)
        => GlmCassette.Parse($$$"""{"cassette":1,"exchanges":[{"request":{"method":"POST","url":"/chat"},"response":{"status":200,"headers":{"content-type":"text/event-stream"},{{{response}}} }}]}""");

    private static GlmUpload Upload() => GlmUpload.FromBytes("batch.jsonl", "{\"a\":1}\n"u8.ToArray());

    private static GlmRecordedExchange Exchange(GlmRecordedBody body) => new() { Request = new() { Method = "POST", Url = "/files", Body = body }, Response = new() { Status = 200 } };

    private static GlmClient Connect(GlmRecorder recorder) => new("other.key-of-replay", new() { Handler = recorder });

    private static GlmChatRequest Question(string text) => new() { Model = "glm-4.6", Messages = [GlmChatMessage.User(text)] };

    private static async Task<string?> CompleteAsync(GlmClient client, string text) => (await client.Chat.CompleteAsync(Question(text))).Choices[0].Message.Content;

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
