using System.Text;
using System.Text.Json;

namespace GlmTools.Tests.Chat;

public sealed class ChatResponseReaderTests
{
    [Fact]
    public void The_envelope_is_read_and_what_is_unknown_is_passed_over()
    {
        var completion = ReadCompletion("""
            {"created":1790000000,"future":{"a":[1,{"b":null}]},"id":"2026112109","object":"chat.completion","model":"glm-4","request_id":"mine-1",
             "usage":{"completion_tokens":20,"prompt_tokens":251,"total_tokens":271,"prompt_tokens_details":{"cached_tokens":42},"completion_tokens_details":{"reasoning_tokens":7}},
             "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"晴 \u2600","audio":{"id":"x"}}}]}
            """);

        Assert.Equal("2026112109", completion.Id);
        Assert.Equal("mine-1", completion.RequestId);
        Assert.Equal(1790000000, completion.Created);
        Assert.Equal("glm-4", completion.Model);
        Assert.Equal(new GlmUsage { PromptTokens = 251, CompletionTokens = 20, TotalTokens = 271, CachedTokens = 42, ReasoningTokens = 7 }, completion.Usage);
        var choice = Assert.Single(completion.Choices);
        Assert.Equal(GlmFinishReason.Stop, choice.FinishReason);
        Assert.Equal("晴 ☀", choice.Message.Content);
    }

    [Theory]
    // Sheet 14: 1, 2, 5, 6, 7.
    [InlineData("""{"id":"call_1","type":"function","function":{"name":"f","arguments":"{\"location\":\"北京\"}"}}""", "call_1", "{\"location\":\"北京\"}")]
    [InlineData("""{"id":"call_-8374","index":0,"type":"function","function":{"name":"f","arguments":"{\"a\": 1}"}}""", "call_-8374", "{\"a\": 1}")]
    [InlineData("""{"id":"1","function":{"name":"f","arguments":""}}""", "1", "")]
    [InlineData("""{"id":"1","function":{"name":"f","arguments":null}}""", "1", "")]
    [InlineData("""{"id":"1","function":{"name":"f"}}""", "1", "")]
    [InlineData("""{"id":"1","function":{"arguments":{"a": [1, "}"]},"name":"f"}}""", "1", "{\"a\": [1, \"}\"]}")]
    [InlineData("""{"id":"1","function":{"name":"f","arguments":"\"{\\\"a\\\":1}\""}}""", "1", "\"{\\\"a\\\":1}\"")]
    [InlineData("""{"id":7,"function":{"name":"f","arguments":"{}"}}""", "7", "{}")]
    [InlineData("""{"function":{"name":"f","arguments":"{}"}}""", "", "{}")]
    public void A_tool_call_is_read_in_whatever_form_it_comes(string call, string id, string arguments)
    {
        var message = ReadMessage($$"""{"role":"assistant","content":null,"tool_calls":[{{call}}]}""");

        Assert.Null(message.Content);
        Assert.Equal(new GlmToolCall(id, "f", arguments), Assert.Single(message.ToolCalls));
    }

    [Fact]
    public void Calls_the_service_ran_itself_are_left_out()
        => Assert.Equal("call_2", Assert.Single(ReadMessage("""{"content":"","tool_calls":[{"id":"x","type":"web_search"},{"id":"call_2","type":"function","function":{"name":"f","arguments":"{}"}}]}""").ToolCalls).Id);

    [Theory]
    [InlineData("""{"role":"assistant","content":"\n","reasoning_content":"\n\n想 ","tool_calls":null}""")]
    [InlineData("""{"content":"\n","reasoning_content":"\n\n想 "}""")]
    public void Reasoning_and_content_are_kept_to_the_byte(string message)
    {
        var read = ReadMessage(message);

        Assert.Equal("\n", read.Content);
        Assert.Equal("\n\n想 ", read.ReasoningContent);
        Assert.Empty(read.ToolCalls);
    }

    [Theory]
    [InlineData("""half \ud83d""", "half \ufffd")]
    [InlineData("""\\ud83d \ud83d\ude00 \ude00""", "\\ud83d 😀 \ufffd")]
    public void Half_a_character_does_not_lose_the_answer(string content, string expected)
        => Assert.Equal(expected, ReadMessage($$"""{"content":"{{content}}"}""").Content);

    [Fact]
    public void Broken_UTF8_does_not_lose_the_answer()
    {
        byte[] utf8 = [.. """{"choices":[{"message":{"content":"a"""u8, 0xE5, 0x8C, .. """b"}}]}"""u8];

        Assert.Equal("a\ufffdb", ChatResponseReader.ReadCompletion(utf8)!.Choices[0].Message.Content);
    }

    [Theory]
    [InlineData("""{"error":{"code":"1301","message":"no"}}""")]
    [InlineData("""{"code":500,"msg":"no","success":false}""")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{}""")]
    public void An_object_without_an_answer_is_none(string json) => Assert.Null(ChatResponseReader.ReadCompletion(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"id":"1","choices":[{"message":{"content":"cut""")]
    [InlineData("""{"choices":[{"message":{"content":[{"type":"text","text":"parts"}]}}]}""")]
    [InlineData("""{"id":"1"}{"id":"2"}""")]
    public void What_is_no_answer_at_all_throws(string json)
        => Assert.ThrowsAny<JsonException>(() => ChatResponseReader.ReadCompletion(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_chunk_is_read_with_calls_finish_reason_and_usage_at_once()
    {
        var chunk = ReadChunk("""{"id":"1","created":2,"model":"m","choices":[{"index":0,"finish_reason":"tool_calls","delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"f","arguments":"{}"}}]}}],"usage":{"total_tokens":9}}""");

        Assert.Equal(new GlmToolCallDelta { Index = 0, Id = "call_1", Type = "function", Name = "f", Arguments = "{}" }, Assert.Single(chunk.Delta.ToolCalls));
        Assert.Equal(GlmFinishReason.ToolCalls, chunk.FinishReason);
        Assert.Equal(9, chunk.Usage?.TotalTokens);
    }

    [Fact]
    public void A_chunk_without_choices_may_bring_the_usage()
    {
        var chunk = ReadChunk("""{"id":"1","choices":[],"usage":{"total_tokens":9}}""");

        Assert.Equal(9, chunk.Usage?.TotalTokens);
        Assert.Equal(GlmChatDelta.Empty, chunk.Delta);
    }

    [Theory]
    [InlineData("""{"error":{"code":"1302","message":"slow"}}""")]
    [InlineData("""{"error":{"code":"1302"},"choices":[{"delta":{"content":"x"}}]}""")]
    [InlineData("""{"id":"1","choices":[]}""")]
    public void A_frame_without_a_chunk_is_none(string json) => Assert.Null(ChatResponseReader.ReadChunk(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void An_unknown_finish_reason_survives()
        => Assert.Equal("a_new_one", ReadChunk("""{"choices":[{"finish_reason":"a_new_one","delta":{}}]}""").FinishReason?.Value);

    private static GlmChatCompletion ReadCompletion(string json) => ChatResponseReader.ReadCompletion(Encoding.UTF8.GetBytes(json))!;

    private static GlmChatMessage ReadMessage(string message) => ReadCompletion($$"""{"choices":[{"message":{{message}}}]}""").Choices[0].Message;

    [Fact]
    public void Chunks_of_one_answer_share_what_they_repeat()
    {
        var first = ReadChunk("""{"id":"答1","request_id":"r","model":"m","choices":[{"delta":{"content":"a"}}]}""");

        var second = ChatResponseReader.ReadChunk("""{"id":"\u7b541","request_id":"r","model":"m","choices":[{"delta":{"content":"b"}}]}"""u8, first.Envelope)!.Value;
        var other = ChatResponseReader.ReadChunk("""{"id":2,"request_id":null,"model":"mm","choices":[{"delta":{"content":"c"}}]}"""u8, first.Envelope)!.Value;

        Assert.Same(first.Envelope, second.Envelope);
        Assert.Same(first.Id, second.Id);
        Assert.Same(first.RequestId, second.RequestId);
        Assert.Same(first.Model, second.Model);
        Assert.Equal(("2", null, "mm"), (other.Id, other.RequestId, other.Model));
    }

    [Theory]
    [InlineData("""{"id":"1","model":"m","choices":[{"finish_reason":"stop","delta":{"content":"b"}}]}""")]
    [InlineData("""{"id":"1","model":"m","choices":[{"delta":{"content":"b"}}],"usage":{"total_tokens":9}}""")]
    [InlineData("""{"id":"1","model":"m","future":1,"choices":[{"delta":{"content":"b"}}]}""")]
    [InlineData("""{"id":"1","model":"m","content_filter":[{"role":"user","level":1}],"choices":[{"delta":{"content":"b"}}]}""")]
    [InlineData("""{"id":"1","model":"m","web_search":[{"title":"t"}],"choices":[{"delta":{"content":"b"}}]}""")]
    [InlineData("""{"id":"1","model":"m","created":7,"choices":[{"delta":{"content":"b"}}]}""")]
    [InlineData("""{"id":"1","model":"n","choices":[{"delta":{"content":"b"}}]}""")]
    public void Chunks_of_one_answer_share_nothing_that_differs(string json)
    {
        var plain = ReadChunk("""{"id":"1","model":"m","choices":[{"delta":{"content":"a"}}]}""");
        var special = Encoding.UTF8.GetBytes(json);

        var read = ChatResponseReader.ReadChunk(special, plain.Envelope)!.Value;
        Assert.Equal(ReadChunk(json).ToString(), read.ToString());
        Assert.Equal(plain, ChatResponseReader.ReadChunk("""{"id":"1","model":"m","choices":[{"delta":{"content":"a"}}]}"""u8, read.Envelope)!.Value);
    }

    [Fact]
    public void Chunks_with_the_same_usage_are_equal()
        => Assert.Equal(ReadChunk("""{"choices":[],"usage":{"total_tokens":9}}"""), ReadChunk("""{"choices":[],"usage":{"total_tokens":9}}"""));

    private static GlmChatChunk ReadChunk(string json) => ChatResponseReader.ReadChunk(Encoding.UTF8.GetBytes(json))!.Value;
}
