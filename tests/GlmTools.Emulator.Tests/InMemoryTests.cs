using System.Text;

namespace GlmTools.Emulator.Tests;

/// <summary>Without a socket, a client sees what it sees over one.</summary>
public class InMemoryTests
{
    [Fact]
    public async Task It_answers_as_it_does_over_a_port()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("你好"));
        var (status, body) = await PostAsync(emulator, Wire.Ask("hi"));

        Assert.Equal(200, status);
        Assert.Contains("你好", body, StringComparison.Ordinal);
        Assert.Equal("http://localhost/api/paas/v4", emulator.BaseAddress.ToString());
        Assert.Equal("POST /api/paas/v4/chat/completions -> 200", emulator.Exchanges.Single().ToString());
    }

    [Fact]
    public async Task It_is_as_strict_as_over_a_port()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("x"));
        var (status, body) = await PostAsync(emulator, """{"model":"glm-4.6","messages":[{"role":"user","content":"hi"}],"tool_choice":"required"}""");

        Assert.Equal(400, status);
        Assert.Contains("tool_choice", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_frame_of_a_stream_arrives_by_itself()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("北京今天晴") with { TextPieces = ["北京", "今天晴"] });
        using var response = await OpenAsync(emulator, Wire.Ask("hi", ""","stream":true"""));
        await using var stream = await response.Content.ReadAsStreamAsync();
        var (reads, buffer) = (new List<string>(), new byte[4096]);
        for (int read; (read = await stream.ReadAsync(buffer, Patience.Token)) > 0;)
        {
            reads.Add(Encoding.UTF8.GetString(buffer, 0, read));
        }

        var frames = string.Concat(reads).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, frames.Length);
        Assert.Contains("\"content\":\"北京\"", frames[0], StringComparison.Ordinal);
        Assert.Contains("\"content\":\"今天晴\"", frames[1], StringComparison.Ordinal);
        Assert.Equal("data: [DONE]", frames[3]);
    }

    [Fact]
    public async Task A_stream_is_there_before_it_is_whole()
    {
        await using var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = EmulatedModel.InOrder(EmulatedReply.Say("ab") with { TextPieces = ["a", "b"] }),
            ChunkDelay = TimeSpan.FromSeconds(1),
            TimeProvider = new ManualTime(),
            InMemory = true,
        });
        using var response = await OpenAsync(emulator, Wire.Ask("hi", ""","stream":true"""));
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer, Patience.Token);

        // The clock stands still, so the second frame never comes.
        Assert.Contains("\"content\":\"a\"", Encoding.UTF8.GetString(buffer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_is_one_that_failed()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("x") with { AbortAfter = 0 });
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(emulator, Wire.Ask("hi")));
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_answer_breaks_its_stream()
    {
        await using var emulator = await StartAsync(EmulatedReply.Say("abcdefghijkl") with { AbortAfter = 2 });
        using var response = await OpenAsync(emulator, Wire.Ask("hi", ""","stream":true"""));
        await using var stream = await response.Content.ReadAsStreamAsync();
        var text = new StringBuilder();
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            var buffer = new byte[4096];
            for (int read; (read = await stream.ReadAsync(buffer, Patience.Token)) > 0;)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        });

        Assert.Equal(2, text.ToString().Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Only_one_in_memory_has_a_handler()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        Assert.Contains("InMemory", Assert.Throws<InvalidOperationException>(emulator.CreateHandler).Message, StringComparison.Ordinal);
    }

    private static Task<GlmEmulator> StartAsync(EmulatedReply reply) => GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(reply), InMemory = true });

    private static async Task<(int Status, string Body)> PostAsync(GlmEmulator emulator, string body)
    {
        using var response = await OpenAsync(emulator, body);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> OpenAsync(GlmEmulator emulator, string body)
    {
        using var http = new HttpMessageInvoker(emulator.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{emulator.BaseAddress}/chat/completions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", emulator.ApiKey);
        return await http.SendAsync(request, Patience.Token);
    }
}
