using System.Text;

namespace GlmTools.Tests.Agent;

public sealed class GlmConversationTests
{
    private static readonly GlmToolCall First = new("call_1", "a", "{}");
    private static readonly GlmToolCall Second = new("call_2", "b", "{\"x\":[1]}");

    [Fact]
    public void An_empty_conversation_is_an_empty_array()
    {
        Assert.Equal("[]", new GlmConversation().ToJson());
        Assert.Empty(GlmConversation.Parse(" [ ] ").Messages);
    }

    [Fact]
    public void What_is_written_reads_the_same()
    {
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.System("你是<助手>"));
        conversation.Add(GlmChatMessage.User("\"北京\"\n☀️"));
        conversation.Add(GlmChatMessage.Assistant("\n", [First, Second], "\n\n想 "));
        conversation.Add(GlmChatMessage.Tool("call_1", ""));
        conversation.Add(GlmChatMessage.Tool("call_2", "{\"t\":21.5}"));
        conversation.Add(GlmChatMessage.Assistant("晴"));

        var json = conversation.ToJson();
        var again = GlmConversation.Parse(json);

        Assert.Equal(json, again.ToJson());
        Assert.Contains("北京", json, StringComparison.Ordinal);
        Assert.Equal(conversation.Messages.Select(Describe), again.Messages.Select(Describe));
        Assert.Equal($"[{string.Join(',', conversation.Encoded(default).Select(static block => Encoding.UTF8.GetString(block.Span)))}]", json);
    }

    [Fact]
    public void What_was_handed_out_encoded_is_never_written_again()
    {
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.User("one"));
        var before = conversation.Encoded(default);
        var copy = before[0].ToArray();

        for (var i = 0; i < 100; i++)
        {
            conversation.Add(GlmChatMessage.User("more"));
        }

        Assert.Equal(copy, Assert.Single(before).ToArray());
    }

    [Fact]
    public void Open_calls_are_answered_in_what_is_written_and_stay_open()
    {
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.User("go"));
        conversation.Add(GlmChatMessage.Assistant(null, [First, Second]));
        conversation.Add(GlmChatMessage.Tool("call_1", "one"));

        Assert.Contains("interrupted", GlmConversation.Parse(conversation.ToJson()).Messages[^1].Content, StringComparison.Ordinal);
        conversation.Add(GlmChatMessage.Tool("call_2", "two"));
        Assert.DoesNotContain("interrupted", conversation.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_unfinished_until_the_model_has_answered()
    {
        var conversation = new GlmConversation();
        Assert.False(conversation.IsUnfinished);
        List<bool> unfinished = [];
        foreach (var message in (GlmChatMessage[])[GlmChatMessage.User("go"), GlmChatMessage.Assistant(null, [First]), GlmChatMessage.Tool("call_1", "one"), GlmChatMessage.Assistant("done")])
        {
            conversation.Add(message);
            unfinished.Add(conversation.IsUnfinished);
        }

        Assert.Equal([true, true, true, false], unfinished);
    }

    [Fact]
    public void Half_a_character_does_no_harm()
    {
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.User("half \ud83d"));

        Assert.Equal("half \ufffd", GlmConversation.Parse(conversation.ToJson()).Messages[0].Content);
    }

    public static TheoryData<string, string> Misfits => new()
    {
        { "[{\"role\":\"user\",\"content\":\"go\"},{\"role\":\"tool\",\"tool_call_id\":\"x\",\"content\":\"\"}]", "messages[1]: There is no call left to answer." },
        { Calls() + ",{\"role\":\"user\",\"content\":\"\"}]", "messages[1]: The call 'call_1' has to be answered by a tool message first." },
        { Calls() + ",{\"role\":\"tool\",\"tool_call_id\":\"call_2\",\"content\":\"\"}]", "messages[1]: It answers the call 'call_2', but the next one to answer is 'call_1'." },
        { Calls() + ",{\"role\":\"tool\",\"tool_call_id\":\"call_1\"}]", "messages[1]: It has no content." },
        { Calls() + ",{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\"\"}]", "it ends before the call 'call_2' is answered" },
        { Calls(second: "call_1") + "]", "messages[0]: The call id 'call_1' is used twice." },
        { Calls(second: "") + "]", "messages[0]: A call has no id." },
        { Calls(name: "") + "]", "messages[0]: The call 'call_2' has no name." },
        { Calls(arguments: "") + "]", "messages[0]: The arguments of the call 'call_2' are not a JSON object." },
        { Calls(arguments: "{}{}") + "]", "messages[0]: The arguments of the call 'call_2' are not a JSON object." },
        { Calls(arguments: "{\\\"a\\\":\\\"\\\\ud800\\\"}") + "]", "messages[0]: The arguments of the call 'call_2' are not a JSON object." },
        { "[{\"role\":\"user\"}]", "messages[0]: It has no content." },
        { "[{\"role\":\"assistant\"}]", "messages[0]: It has neither content nor calls." },
        { "[{\"role\":\"user\",\"content\":\"\",\"tool_call_id\":\"x\"}]", "messages[0]: Only a tool message answers a call." },
        { "[{\"role\":\"user\",\"content\":\"\",\"tool_calls\":[{\"id\":\"x\",\"function\":{\"name\":\"a\",\"arguments\":\"{}\"}}]}]", "messages[0]: Only an assistant message makes calls." },
        { "[{\"role\":\"developer\",\"content\":\"\"}]", "messages[0]: A message has the role 'developer'" },
        { "[{\"content\":\"\"}]", "messages[0]: A message has no role." },
        { "[{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"\"}]}]", "messages[0]: The content of a message that is not from a user is not text." },
        { "[{\"content\":[{\"type\":\"text\",\"text\":\"\"}],\"role\":\"assistant\"}]", "messages[0]: The content of a message that is not from a user is not text." },
        { "[{\"role\":\"user\",\"content\":7}]", "messages[0]: The content of a message is neither text nor a list of parts." },
        { "[{\"role\":\"user\",\"content\":[7]}]", "messages[0]: A part of a content is not an object." },
        { "[{\"role\":\"user\",\"content\":[]}]", "messages[0]: It has no content." },
        { "[7]", "messages[0]: A message is an object." },
        { "{}", "A conversation is an array of messages." },
        { "[{\"role\":\"user\",\"content\":\"cut", "messages[0]: " },
        { "", "messages[0]: " },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void What_the_service_would_refuse_is_refused_with_its_place(string json, string expected)
        => Assert.Contains(expected, Assert.Throws<GlmException>(() => GlmConversation.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_message_that_does_not_fit_is_not_added()
    {
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.User("go"));

        var refusal = Assert.Throws<ArgumentException>(() => conversation.Add(GlmChatMessage.Tool("call_1", "")));

        Assert.Contains("messages[1]: There is no call left to answer.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("[{\"role\":\"user\",\"content\":\"go\"}]", conversation.ToJson());
    }

    [Fact]
    public void A_role_that_is_none_leaves_no_trace()
    {
        var conversation = new GlmConversation();

        Assert.Throws<ArgumentOutOfRangeException>(() => conversation.Add(new() { Role = (GlmChatRole)9, Content = "" }));

        Assert.Equal("[]", conversation.ToJson());
    }

    private static string Calls(string second = "call_2", string name = "b", string arguments = "{}")
        => "[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"call_1\",\"function\":{\"name\":\"a\",\"arguments\":\"{}\"}},"
            + $"{{\"id\":\"{second}\",\"function\":{{\"name\":\"{name}\",\"arguments\":\"{arguments}\"}}}}]}}";

    private static string Describe(GlmChatMessage message)
        => $"{message.Role}|{message.Content}|{message.ReasoningContent}|{message.ToolCallId}|{string.Join(",", message.ToolCalls)}";
}
