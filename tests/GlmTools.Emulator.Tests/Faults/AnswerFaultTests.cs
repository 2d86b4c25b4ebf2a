using System.Text.Json;

namespace GlmTools.Emulator.Tests.Faults;

/// <summary>What becomes of text, reasoning and the end of an answer on the wire, whole and streamed.</summary>
public sealed class AnswerFaultTests
{
    private const string Asked = """
        {"role":"user","content":"hi"},
        {"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"book","arguments":"{\"to\": \"Bern\"}"}}]},
        {"role":"tool","tool_call_id":"c1","content":"Error: ?"}
        """;

    private static readonly EmulatedCompletion Text = EmulatedReply.Say("fine") with { Reasoning = "hm. " };

    private static readonly EmulatedCompletion Call = EmulatedReply.Call("book", """{"to":"Bern"}""") with { Text = "ok: ", Reasoning = "hm. " };

    [Theory]
    [InlineData("finish-reason-tool-calls-without-calls", "hm. ", "fine", "tool_calls")]
    [InlineData("finish-reason-stop-with-calls", "hm. ", "fine", "stop")]
    [InlineData("reasoning-only", "hm. ", "", "stop")]
    [InlineData("answer-in-reasoning", "hm. fine", "", "stop")]
    [InlineData("call-as-text", "hm. ", "fine", "stop")]
    [InlineData("sensitive", "hm. ", "fine", "sensitive")]
    [InlineData("network-error", "hm. ", "fine", "network_error")]
    [InlineData("context-window-exceeded", "hm. ", "fine", "model_context_window_exceeded")]
    [InlineData("unknown-finish-reason", "hm. ", "fine", "retired_early")]
    public Task Text_is_garbled(string fault, string reasoning, string text, string finishReason) => AssertAsync(fault, Text, reasoning, text, finishReason, calls: 0);

    [Theory]
    [InlineData("finish-reason-tool-calls-without-calls", "hm. ", "ok: ", "tool_calls", 1)]
    [InlineData("finish-reason-stop-with-calls", "hm. ", "ok: ", "stop", 1)]
    [InlineData("reasoning-only", "hm. ", "", "stop", 0)]
    [InlineData("answer-in-reasoning", "hm. ", "ok: ", "tool_calls", 1)]
    [InlineData("call-as-text", "hm. ", "ok: book\n{\"to\":\"Bern\"}", "stop", 0)]
    [InlineData("call-in-reasoning", "hm. <tool_call>book<arg_key>to</arg_key><arg_value>Bern</arg_value></tool_call>", "", "stop", 0)]
    [InlineData("repeated-call", "hm. ", "ok: ", "tool_calls", 1)]
    [InlineData("looping-text", "hm. ", "ok: ", "tool_calls", 1)]
    [InlineData("sensitive", "hm. ", "ok: ", "sensitive", 1)]
    public Task Calls_are_garbled(string fault, string reasoning, string text, string finishReason, int calls) => AssertAsync(fault, Call, reasoning, text, finishReason, calls);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_loops_until_the_length_is_reached(bool stream)
    {
        var answer = await FaultProfile.LoopingText.AnswerAsync(Text, stream);

        Assert.Equal(string.Concat(Enumerable.Repeat("fine", 200)), answer.Text("content"));
        Assert.Equal("length", answer.FinishReason());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Content_is_null_beside_calls(bool stream)
    {
        var answer = await FaultProfile.NullContent.AnswerAsync(EmulatedReply.Call("now", "{}"), stream);

        var message = Assert.Single(answer.Messages());
        Assert.Equal(JsonValueKind.Null, message.GetProperty("content").ValueKind);
        Assert.Single(answer.Calls());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_last_calls_come_again_byte_by_byte_under_new_ids(bool stream)
    {
        var answer = await FaultProfile.RepeatedCall.AnswerAsync(Text, stream, Asked);

        var call = Assert.Single(answer.Calls());
        Assert.Equal("""{"name":"book","arguments":"{\"to\": \"Bern\"}"}""", call.GetProperty("function").GetRawText());
        Assert.NotEqual("c1", call.GetProperty("id").GetString());
        Assert.Equal(("", "tool_calls"), (answer.Text("content"), answer.FinishReason()));
    }

    private static async Task AssertAsync(string fault, EmulatedReply reply, string reasoning, string text, string finishReason, int calls)
    {
        foreach (var stream in new[] { false, true })
        {
            var answer = await FaultProfile.Find(fault)!.AnswerAsync(reply, stream);

            Assert.Equal((reasoning, text, finishReason, calls), (answer.Text("reasoning_content"), answer.Text("content"), answer.FinishReason(), answer.Calls().Count()));
        }
    }
}
