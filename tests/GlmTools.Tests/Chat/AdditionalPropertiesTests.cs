using System.Text;
using System.Text.Json;

namespace GlmTools.Tests.Chat;

/// <summary>What this version does not know is kept, both ways; what is absent costs nothing.</summary>
public sealed class AdditionalPropertiesTests
{
    private static readonly Dictionary<string, JsonElement> Future = new() { ["future"] = JsonElement.Parse("""{"城":[1, 2]}""") };

    [Fact]
    public void Fields_of_a_request_are_sent()
        => Assert.EndsWith(
            ""","seed":7,"sensitive_word_check":{"type":"ALL","status":"DISABLE"},"meta":{"user_info":"a","bot_info":"b","bot_name":"c","user_name":"d"},"watermark_enabled":false,"future":{"城":[1,2]},"request_id":"request-1"}""",
            Written.Text(
                Ask.Hello with
                {
                    Seed = 7,
                    SensitiveWordCheck = GlmSensitiveWordCheck.Disabled,
                    Meta = new() { UserInfo = "a", BotInfo = "b", BotName = "c", UserName = "d" },
                    WatermarkEnabled = false,
                    AdditionalProperties = Future,
                    RequestId = "request-1",
                }),
            StringComparison.Ordinal);

    [Fact]
    public void Each_level_of_an_answer_keeps_its_own()
    {
        var completion = ChatResponseReader.ReadCompletion("""{"a":1,"none":null,"object":"chat.completion","choices":[{"b":2,"logprobs":null,"message":{"role":"assistant","content":"x","c":{"d":3}}}]}"""u8)!;

        Assert.Equal("a=1", Text(completion.AdditionalProperties));
        Assert.Equal("b=2", Text(completion.Choices[0].AdditionalProperties));
        Assert.Equal("c={\"d\":3}", Text(completion.Choices[0].Message.AdditionalProperties));
    }

    [Fact]
    public void Each_level_of_a_chunk_keeps_its_own()
    {
        var chunk = ChatResponseReader.ReadChunk("""{"a":1,"request_id":"r","choices":[{"a":9,"b":2,"delta":{"role":"assistant","content":"x","c":3,"audio":{"id":"u","data":"AQ==","expires_at":5}}}]}"""u8)!.Value;

        Assert.Equal("a=1 b=2", Text(chunk.AdditionalProperties));
        Assert.Equal("c=3", Text(chunk.Delta.AdditionalProperties));
        Assert.Equal("r", chunk.RequestId);
        Assert.Equal(new GlmAudio { Id = "u", Data = "AQ==", ExpiresAt = 5 }, chunk.Delta.Audio);
    }

    [Fact]
    public void A_message_that_came_is_sent_back_with_what_it_brought_but_for_tool_messages()
    {
        const string Json = """[{"role":"user","content":"x","name":"Ann"},{"role":"assistant","content":"y","audio":{"id":"u"},"future":[1]}]""";

        Assert.Equal(Json, GlmConversation.Parse(Json).ToJson());
        const string Call = """{"role":"assistant","tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{}"}}]}""";
        Assert.Equal(
            $$"""[{{Call}},{"role":"tool","content":"z","tool_call_id":"1"}]""",
            GlmConversation.Parse($$"""[{{Call}},{"role":"tool","content":"z","tool_call_id":"1","name":"f"}]""").ToJson());
    }

    [Fact]
    public void A_tool_message_is_sent_without_them()
        => Assert.Equal(
            """{"role":"tool","content":"z","tool_call_id":"1"}""",
            Encoding.UTF8.GetString(ChatMessageWriter.Encode(GlmChatMessage.Tool("1", "z") with { AdditionalProperties = Future }).Span));

    [Fact]
    public void A_chunk_without_them_allocates_nothing_for_them()
    {
        var bare = """{"id":"1","created":2,"model":"m","choices":[{"index":0,"delta":{"content":"x"}}]}"""u8.ToArray();
        var usual = """{"id":"1","created":2,"object":"chat.completion.chunk","model":"m","choices":[{"index":0,"logprobs":null,"delta":{"role":"assistant","content":"x","refusal":null}}],"usage":null}"""u8.ToArray();
        ChatResponseReader.ReadChunk(bare);
        ChatResponseReader.ReadChunk(usual);

        Assert.Equal(Allocated(bare), Allocated(usual));
        Assert.Same(UnknownMembers.None, ChatResponseReader.ReadChunk(usual)!.Value.AdditionalProperties);

        static long Allocated(byte[] frame)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                ChatResponseReader.ReadChunk(frame);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static string Text(IReadOnlyDictionary<string, JsonElement> members)
        => string.Join(' ', members.Select(static member => $"{member.Key}={member.Value.GetRawText()}"));
}
