using System.Text;

namespace GlmTools.Tests.Assistants;

/// <summary>Frames as other clients of the service describe them, which the emulator does not send.</summary>
public sealed class QingYanFrameTests
{
    private static readonly Func<HttpResponseMessage> Token = FakeService.Json("""{"status":0,"message":"success","result":{"access_token":"a.b.c","expires_in":864000}}""");

    [Fact]
    public async Task Tool_calls_beside_the_message_are_found()
    {
        var events = await StreamAsync("""{"conversation_id":"c","status":"init","tool_calls":[{"name":"draw"}],"message":{"content":{"type":"tool_calls"}}}""");

        Assert.Equal("draw", Assert.Single(events.OfType<QingYanToolCalls>()).Calls[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Empty_messages_contents_and_frames_say_nothing()
    {
        var events = await StreamAsync("", "{}", """{"message":{}}""", """{"message":{"content":{}}}""", """{"message":null}""", """{"message":{"content":{"type":"text","text":""}}}""", "[DONE]");

        Assert.Null(Assert.IsType<QingYanEnded>(Assert.Single(events)).Status);
    }

    [Fact]
    public async Task Another_message_begins_another_text()
    {
        var events = await StreamAsync(
            """{"message":{"id":"1","content":{"type":"text","text":"ab"}}}""",
            """{"message":{"id":"2","content":{"type":"text","text":"abc"}}}""");

        Assert.Equal(["ab", "abc"], events.OfType<QingYanText>().Select(static text => text.Delta));
    }

    [Fact]
    public async Task A_text_that_was_written_anew_begins_again()
    {
        var events = await StreamAsync(
            """{"message":{"content":{"type":"text","text":"abc"}}}""",
            """{"message":{"content":{"type":"text","text":"xyz"}}}""");

        Assert.Equal([("abc", true), ("xyz", true)], events.OfType<QingYanText>().Select(static text => (text.Delta, text.Begins)));
    }

    [Fact]
    public async Task What_is_repeated_without_a_change_comes_once()
    {
        const string Frame = """{"message":{"content":{"type":"image","image":[{"image_url":"u"}]}}}""";

        Assert.Single((await StreamAsync(Frame, Frame)).OfType<QingYanImages>());
    }

    [Fact]
    public async Task Contents_in_a_list_grow_side_by_side()
    {
        var events = await StreamAsync(
            """{"message":{"content":[{"type":"text","text":"a"},{"type":"text","text":"x"}]}}""",
            """{"message":{"content":[{"type":"text","text":"ab"},{"type":"text","text":"xy"}]}}""");

        Assert.Equal(["a", "x", "b", "y"], events.OfType<QingYanText>().Select(static text => text.Delta));
    }

    [Fact]
    public async Task Half_a_character_does_not_end_the_answer()
    {
        var events = await StreamAsync("""{"message":{"content":{"type":"text","text":"a\ud83d"}}}""");

        Assert.Equal("a\ufffd", Assert.Single(events.OfType<QingYanText>()).Text);
    }

    [Fact]
    public async Task A_page_that_is_no_JSON_is_kept_as_it_came()
    {
        var page = Assert.Single((await StreamAsync("""{"message":{"content":{"type":"browser_result","content":"not {json"}}}""")).OfType<QingYanBrowserResult>());

        Assert.Equal((null, null, "not {json"), (page.Title, page.Url, page.Content));
    }

    [Fact]
    public async Task A_refusal_may_come_as_a_frame()
        => Assert.Equal("10099", (await Assert.ThrowsAsync<GlmApiException>(() => StreamAsync("""{"status":10099,"message":"超过并发限制"}"""))).Code);

    [Fact]
    public async Task A_frame_that_is_cut_off_is_a_broken_stream()
        => await Assert.ThrowsAsync<GlmStreamException>(() => StreamAsync("""{"message":{"content":{"ty"""));

    [Fact]
    public async Task The_stream_reads_the_same_in_pieces_of_any_size_and_with_any_line_end()
    {
        foreach (var lineEnd in new[] { "\n", "\r\n", "\r" })
        {
            var frames = Encoding.UTF8.GetBytes(Frames("""{"message":{"content":{"type":"text","text":"城市"}}}""", """{"message":{"content":{"type":"text","text":"城市 👩‍💻"}}}""").Replace("\n", lineEnd, StringComparison.Ordinal));
            foreach (var size in new[] { 1, 2, 3, 7 })
            {
                var events = await StreamAsync(FakeService.Stream(() => new PiecewiseStream(frames.Chunk(size).Select(static piece => (ReadOnlyMemory<byte>)piece))));

                Assert.Equal(["城市", " 👩‍💻"], events.OfType<QingYanText>().Select(static text => text.Delta));
            }
        }
    }

    private static string Frames(params IEnumerable<string> frames) => string.Concat(frames.Select(static frame => $"data:{frame}\n\n"));

    private static Task<List<QingYanEvent>> StreamAsync(params string[] frames) => StreamAsync(FakeService.Stream(Frames(frames)));

    private static async Task<List<QingYanEvent>> StreamAsync(Func<HttpResponseMessage> answer)
    {
        using var client = new QingYanClient($"key{Guid.NewGuid():N}", "secret", new() { Handler = new FakeService(Token, answer) });
        List<QingYanEvent> events = [];
        await foreach (var happened in client.StreamAsync(new() { AssistantId = "65f3dab425fab01c6821d461", Prompt = "你是谁" }))
        {
            events.Add(happened);
        }

        return events;
    }
}
