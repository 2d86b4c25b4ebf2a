using System.Text;

namespace GlmTools.Tests.Chat;

public sealed class ChatRequestWriterTests
{
    [Fact]
    public void A_plain_request_holds_nothing_that_was_not_set()
        => AssertWritten(
            """{"model":"glm-4-flash","messages":[{"role":"user","content":"hello"}]}""",
            Ask.Hello);

    [Fact]
    public void Chinese_is_not_escaped_and_quotes_are()
        => AssertWritten(
            """{"model":"glm-4-flash","messages":[{"role":"system","content":"你是<助手> & 'friend'"},{"role":"user","content":"\"北京\"\n☀️"}]}""",
            Ask.Hello with { Messages = [GlmChatMessage.System("你是<助手> & 'friend'"), GlmChatMessage.User("\"北京\"\n☀️")] });

    [Fact]
    public void A_tool_round_trip_has_the_keys_of_the_protocol_and_no_others()
        => AssertWritten(
            """{"model":"glm-4-flash","messages":[{"role":"user","content":"天气?"},"""
            + """{"role":"assistant","content":"\n","reasoning_content":"\n想","tool_calls":[{"id":"call_1","type":"function","function":{"name":"get","arguments":"{\"城市\":\"北京\"}"}},{"id":"call_2","type":"function","function":{"name":"now","arguments":"{}"}}]},"""
            + """{"role":"tool","content":"21.5℃","tool_call_id":"call_1"},{"role":"tool","content":"","tool_call_id":"call_2"},"""
            + """{"role":"assistant","tool_calls":[{"id":"call_3","type":"function","function":{"name":"now","arguments":"{}"}}]},{"role":"tool","content":"9:00","tool_call_id":"call_3"}]}""",
            Ask.Hello with
            {
                Messages =
                [
                    GlmChatMessage.User("天气?"),
                    GlmChatMessage.Assistant("\n", [new("call_1", "get", "{\"城市\":\"北京\"}"), new("call_2", "now", "{}")], "\n想"),
                    GlmChatMessage.Tool("call_1", "21.5℃"),
                    GlmChatMessage.Tool("call_2", ""),
                    GlmChatMessage.Assistant(null, [new("call_3", "now", "{}")]),
                    GlmChatMessage.Tool("call_3", "9:00"),
                ],
            });

    [Fact]
    public void Tools_and_encoded_messages_are_copied_byte_for_byte()
        => AssertWritten(
            """{"model":"glm-4-flash","messages":[{"role":"system" },{"a":1},{"b":2},{"role":"user","content":"hello"}],"tools":[ {"城":"\u5e02"} ]}""",
            Ask.Hello with
            {
                EncodedMessages = ["{\"role\":\"system\" }"u8.ToArray(), "{\"a\":1},{\"b\":2}"u8.ToArray()],
                Tools = Encoding.UTF8.GetBytes("[ {\"城\":\"\\u5e02\"} ]"),
            });

    [Fact]
    public void Every_setting_has_its_place()
        => AssertWritten(
            """{"model":"glm-5.2","messages":[],"stream":true,"tool_stream":true,"thinking":{"type":"enabled","clear_thinking":false},"reasoning_effort":"high","""
            + """ "do_sample":false,"temperature":0.7,"top_p":0.01,"max_tokens":512,"stop":["停"],"response_format":{"type":"json_object"},"user_id":"user-1","request_id":"request-1"}""".TrimStart(),
            new(new GlmChatSettings
            {
                // A float that is widened would be sent as 0.699999988079071.
                Temperature = 0.7f,
                TopP = 0.01,
                MaxTokens = 512,
                DoSample = false,
                Stop = ["停"],
                Thinking = GlmThinking.Enabled with { ClearThinking = false },
                ReasoningEffort = "high",
                ToolStream = true,
                ResponseFormat = GlmResponseFormat.JsonObject,
                UserId = "user-1",
            })
            {
                Model = "glm-5.2",
                RequestId = "request-1",
            },
            stream: true);

    private static void AssertWritten(string expected, GlmChatRequest request, bool stream = false)
        => Assert.Equal(expected, Written.Text(request, stream));
}
