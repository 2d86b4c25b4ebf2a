using System.Text.Json;

namespace GlmTools.Emulator.Tests.Faults;

/// <summary>What becomes of names, ids and places of calls on the wire.</summary>
public sealed class CallFaultTests
{
    private static readonly EmulatedCompletion Two = EmulatedReply.Calls(new("now", "{}", "call_1"), new("book", """{"to":"Bern"}""", "call_2"));

    [Theory]
    [InlineData("tag-in-name", """["now</arg_value>","book"]""")]
    [InlineData("dropped-calls", "[]")]
    [InlineData("template-leak-in-name", """["now","book<arg_key>to</arg_key><arg_value>Bern</arg_value>"]""")]
    [InlineData("key-in-name", """["now","bookto</arg_key>"]""")]
    [InlineData("null-name", "[null,null]")]
    [InlineData("stray-tag-in-name", """["<tool_call>now","<tool_call>book"]""")]
    [InlineData("undeclared-tool", """["browse_internet","browse_internet"]""")]
    public async Task Names_are_garbled_the_same_way_whole_and_streamed(string fault, string names)
    {
        foreach (var stream in new[] { false, true })
        {
            var answer = await FaultProfile.Find(fault)!.AnswerAsync(Two, stream);

            Assert.Equal(names, $"[{string.Join(',', answer.Functions("name"))}]");
        }
    }

    [Fact]
    public async Task A_tool_of_the_history_that_is_declared_no_more_is_called()
    {
        var answer = await FaultProfile.UndeclaredTool.AnswerAsync(EmulatedReply.Call("now", "{}"), stream: false, """
            {"role":"user","content":"hi"},
            {"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"old_tool","arguments":"{}"}}]},
            {"role":"tool","tool_call_id":"c1","content":"x"}
            """);

        Assert.Equal(["\"old_tool\""], answer.Functions("name"));
    }

    [Fact]
    public async Task Dropped_calls_leave_nothing_behind()
    {
        var answer = await FaultProfile.DroppedCalls.AnswerAsync(Two with { Text = "Let me see." }, stream: true);

        Assert.Equal(("", "stop"), (answer.Text("content"), answer.FinishReason()));
    }

    [Theory]
    [InlineData("missing-id", "-,-")]
    [InlineData("numeric-id", "10001,10002")]
    [InlineData("late-id", "\"call_1\",\"call_2\"")]
    public async Task Ids_of_whole_calls_are_garbled(string fault, string ids)
        => Assert.Equal(ids, Ids((await FaultProfile.Find(fault)!.AnswerAsync(Two, stream: false)).Calls()));

    [Theory]
    [InlineData("missing-id", true, "-,-,-,-,-,-,-")]
    [InlineData("numeric-id", true, "10001,-,10002,-,-,-,-")]
    [InlineData("late-id", false, "-,\"call_1\",-,\"call_2\",-,-,-")]
    [InlineData("changing-id", false, "\"call_1\",\"call_changed_1\",\"call_2\",\"call_changed_2\",\"call_changed_3\",\"call_changed_4\",\"call_changed_5\"")]
    [InlineData("bare-continuations", false, "\"call_1\",-,\"call_2\",-,-,-,-")]
    public async Task Ids_of_streamed_fragments_are_garbled(string fault, bool toolStream, string ids)
        => Assert.Equal(ids, Ids((await FaultProfile.Find(fault)!.AnswerAsync(Two, stream: true, toolStream: toolStream)).Calls()));

    [Fact]
    public async Task Continuations_have_neither_type_nor_name()
    {
        var answer = await FaultProfile.BareContinuations.AnswerAsync(EmulatedReply.Call("now", "{}"), stream: true);

        Assert.Equal("""{"index":0,"function":{"arguments":"{}"}}""", answer.Calls().Last().GetRawText());
    }

    [Fact]
    public async Task Parallel_calls_share_an_index_in_streams()
    {
        Assert.All((await FaultProfile.SharedIndex.AnswerAsync(Two, stream: true)).Calls(), static call => Assert.Equal(0, call.GetProperty("index").GetInt32()));
        Assert.Equal([0, 1], (await FaultProfile.SharedIndex.AnswerAsync(Two, stream: false)).Calls().Select(static call => call.GetProperty("index").GetInt32()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_lack_their_index(bool stream)
    {
        var calls = (await FaultProfile.NoIndex.AnswerAsync(Two, stream)).Calls().ToList();

        Assert.Equal(2, calls.Count);
        Assert.DoesNotContain(calls, static call => call.TryGetProperty("index", out _));
    }

    [Fact]
    public async Task Each_delta_repeats_the_name()
        => Assert.Equal("\"now\",\"now\",\"book\",\"book\",\"book\",\"book\",\"book\"", string.Join(',', (await FaultProfile.RepeatedName.AnswerAsync(Two, stream: true)).Functions("name")));

    [Fact]
    public async Task The_whole_arguments_follow_their_fragments()
    {
        var answer = await FaultProfile.RepeatedArguments.AnswerAsync(EmulatedReply.Call("book", """{"to":"Bern"}"""), stream: true);

        var arguments = answer.Calls().Select(static call => call.GetProperty("function").GetProperty("arguments").GetString()).ToList();
        Assert.Equal("""{"to":"Bern"}""", string.Concat(arguments.SkipLast(1)));
        Assert.Equal("""{"to":"Bern"}""", arguments[^1]);
        Assert.Equal("tool_calls", answer.FinishReason());
    }

    [Fact]
    public async Task Fragments_of_parallel_calls_alternate_and_cut_escapes()
    {
        var answer = await FaultProfile.InterleavedFragments.AnswerAsync(
            EmulatedReply.Calls(new("book", """{"to":"北"}""", "call_1"), new("book", """{"to":"上海"}""", "call_2")), stream: true);

        var fragments = answer.Calls().Select(static call => (Index: call.GetProperty("index").GetInt32(), Text: call.GetProperty("function").GetProperty("arguments").GetString()!)).ToList();
        Assert.Equal([0, 1, 0, 1, 0, 1], fragments.Take(6).Select(static fragment => fragment.Index));
        Assert.All(fragments, static fragment => Assert.InRange(fragment.Text.Length, 0, 1));
        Assert.Equal("""{"to":"\u5317"}""", string.Concat(fragments.Where(static fragment => fragment.Index == 0).Select(static fragment => fragment.Text)));
        Assert.Equal("""{"to":"\u4e0a\u6d77"}""", string.Concat(fragments.Where(static fragment => fragment.Index == 1).Select(static fragment => fragment.Text)));
        Assert.Equal("tool_calls", answer.FinishReason());
    }

    [Fact]
    public async Task An_answer_without_calls_is_left_alone()
    {
        foreach (var fault in FaultProfile.All.Where(static fault => fault.Quirks.Any(static quirk => quirk is >= 1 and <= 22)).Except([FaultProfile.InternalError]))
        {
            var answer = await fault.AnswerAsync(EmulatedReply.Say("hello"), stream: true);
            Assert.Equal(("hello", "stop"), (answer.Text("content"), answer.FinishReason()));
            Assert.Empty(answer.Calls());
        }
    }

    private static string Ids(IEnumerable<JsonElement> calls)
        => string.Join(',', calls.Select(static call => call.TryGetProperty("id", out var id) ? id.GetRawText() : "-"));
}
