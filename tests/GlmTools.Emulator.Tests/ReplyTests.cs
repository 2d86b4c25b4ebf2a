using System.Text;

namespace GlmTools.Emulator.Tests;

public class ReplyTests
{
    [Fact]
    public async Task A_model_sees_the_request()
    {
        EmulatedRequest? seen = null;
        await using var emulator = await Wire.StartAsync(EmulatedModel.From(request =>
        {
            seen = request;
            return EmulatedReply.Say("ok");
        }));
        await emulator.PostAsync(Wire.Ask("hi"));
        await emulator.PostAsync("""
            {"model":"glm-5.2","stream":true,"tool_stream":true,
             "tools":[{"type":"function","function":{"name":"f","description":"","parameters":{"type":"object"}}},{"type":"web_search","web_search":{}}],
             "messages":[
               {"role":"system","content":"be brief"},
               {"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},
               {"role":"assistant","content":null,"reasoning_content":"hm","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},
               {"role":"tool","tool_call_id":"c1","content":"42"}]}
            """);

        Assert.NotNull(seen);
        Assert.Equal(("glm-5.2", true, true, 1), (seen.Model, seen.Stream, seen.ToolStream, seen.PreviousRequests));
        Assert.Equal(["f"], seen.Tools);
        Assert.Equal(["system", "user", "assistant", "tool"], seen.Messages.Select(message => message.Role));
        Assert.Equal(["be brief", "ab", "", "42"], seen.Messages.Select(message => message.Text));
        Assert.Equal("hm", seen.Messages[2].Reasoning);
        Assert.Equal([new EmulatedToolCall("f", "{}", "c1")], seen.Messages[2].ToolCalls);
        Assert.Equal("c1", seen.Messages[3].ToolCallId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","stream":true""")]
    public async Task A_failure_is_plain_JSON_with_its_status_and_headers(string more)
    {
        var failure = EmulatedReply.Fail(429, "1302", "慢一点") with { Headers = new Dictionary<string, string> { ["x-should-retry"] = "false" } };
        await using var emulator = await Wire.StartAsync(failure);
        var answer = await emulator.PostAsync(Wire.Ask("hi", more));

        Assert.Equal(429, answer.Status);
        Assert.Equal("application/json; charset=UTF-8", answer.ContentType);
        Assert.Equal("""{"error":{"code":"1302","message":"慢一点"}}""", answer.Body);
        Assert.Equal("false", Assert.Single(answer.Headers.GetValues("x-should-retry")));
    }

    [Fact]
    public async Task Raw_bytes_go_out_as_they_are()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Raw("<html>Bad Gateway</html>", "text/html", 502));
        var answer = await emulator.PostAsync(Wire.Ask("hi"));
        Assert.Equal((502, "text/html", "<html>Bad Gateway</html>"), (answer.Status, answer.ContentType, answer.Body));
    }

    [Fact]
    public async Task A_raw_stream_may_be_spliced_and_lack_its_end()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.RawStream("data: {\"id\":\"1", "data: {\"id\":\"2\"}\n\n"));
        var answer = await emulator.PostAsync(Wire.Ask("hi", ""","stream":true"""));
        Assert.Equal(("text/event-stream", "data: {\"id\":\"1data: {\"id\":\"2\"}\n\n"), (answer.ContentType, answer.Body));
    }

    [Fact]
    public async Task A_write_may_end_inside_a_character()
    {
        var utf8 = Encoding.UTF8.GetBytes("北");
        await using var emulator = await Wire.StartAsync(new EmulatedRawReply { ContentType = "text/plain", Writes = [utf8.AsMemory(0, 1), utf8.AsMemory(1)] });
        Assert.Equal("北", (await emulator.PostAsync(Wire.Ask("hi"))).Body);
    }

    [Fact]
    public async Task A_broken_stream_ends_after_its_frames_arrived()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("abcdefghijkl") with { AbortAfter = 2 });
        using var response = await emulator.OpenAsync(Wire.Ask("hi", ""","stream":true"""));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Contains("\"abcd\"", await reader.ReadLineAsync(Patience.Token));
        Assert.Equal("", await reader.ReadLineAsync(Patience.Token));
        Assert.Contains("\"efgh\"", await reader.ReadLineAsync(Patience.Token));
        Assert.Equal("", await reader.ReadLineAsync(Patience.Token));
        await Assert.ThrowsAnyAsync<IOException>(async () => await reader.ReadLineAsync(Patience.Token));
    }

    [Fact]
    public async Task A_connection_can_break_before_the_status_line()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x") with { AbortAfter = 0 });

        await Assert.ThrowsAsync<HttpRequestException>(() => emulator.PostAsync(Wire.Ask("hi")));
        Assert.Equal(0, emulator.Exchanges[0].Status);
    }

    [Fact]
    public async Task A_model_that_throws_is_a_500_that_says_so()
    {
        await using var emulator = await Wire.StartAsync(EmulatedModel.From(_ => throw new InvalidOperationException("no idea")));
        var answer = await emulator.PostAsync(Wire.Ask("hi"));

        Assert.Equal((500, "500"), (answer.Status, answer.Code));
        Assert.Contains("no idea", answer.Message);
    }

    [Fact]
    public async Task Replies_in_order_end_with_a_500_that_counts()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("one"), EmulatedReply.Say("two"));

        Assert.Contains("one", (await emulator.PostAsync(Wire.Ask("hi"))).Body);
        Assert.Contains("two", (await emulator.PostAsync(Wire.Ask("hi"))).Body);
        Assert.Contains("Only 2 replies", (await emulator.PostAsync(Wire.Ask("hi"))).Message);
    }

    [Fact]
    public async Task Exchanges_hold_both_sides_and_print_no_secret()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        var answer = await emulator.PostAsync(Wire.Ask("北京"));
        await emulator.SendAsync(HttpMethod.Get, "models?x=1", null, null);

        Assert.Equal(["POST /api/paas/v4/chat/completions -> 200", "GET /api/paas/v4/models?x=1 -> 401"], emulator.Exchanges.Select(exchange => exchange.ToString()));
        Assert.Equal(Wire.Ask("北京"), emulator.Exchanges[0].RequestBody);
        Assert.Equal(answer.Body, emulator.Exchanges[0].ResponseBody);
        Assert.Equal($"Bearer {emulator.ApiKey}", emulator.Exchanges[0].RequestHeaders["authorization"]);
    }
}
