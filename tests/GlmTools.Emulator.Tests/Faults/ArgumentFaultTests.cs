using System.Text.Json;

namespace GlmTools.Emulator.Tests.Faults;

/// <summary>What becomes of arguments on the wire, whole and streamed.</summary>
public sealed class ArgumentFaultTests
{
    private const string Full = """{"to":"北京","seats":2,"window":true,"stops":["a"]}""";

    [Theory]
    [InlineData("empty-arguments", "{}", "\"\"")]
    [InlineData("empty-arguments", Full, null)]
    [InlineData("null-arguments", "{}", "null")]
    [InlineData("null-arguments", Full, null)]
    [InlineData("null-text-arguments", " { } ", "\"null\"")]
    [InlineData("missing-arguments", "{}", "-")]
    [InlineData("missing-arguments", Full, null)]
    [InlineData("missing-brace", "{\"a\":{}} ", """ "{\"a\":{}" """)]
    [InlineData("missing-brace", "{}", null)]
    [InlineData("glued-arguments", Full, null)]
    [InlineData("scalars-as-strings", Full, """ "{\"to\":\"北京\",\"seats\":\"2\",\"window\":\"true\",\"stops\":[\"a\"]}" """)]
    [InlineData("scalars-as-strings", """{"to":"x"}""", null)]
    [InlineData("nested-as-strings", Full, """ "{\"to\":\"北京\",\"seats\":2,\"window\":true,\"stops\":\"[\\\"a\\\"]\"}" """)]
    [InlineData("nested-as-strings", """{"to":"x"}""", null)]
    [InlineData("doubly-encoded-arguments", """{"to":"北京"}""", """ "\"{\\\"to\\\":\\\"北京\\\"}\"" """)]
    [InlineData("arguments-as-object", Full, Full)]
    [InlineData("arguments-as-object", "{bad", null)]
    [InlineData("template-leak", Full, """ "book<arg_key>to</arg_key><arg_value>北京</arg_value><arg_key>seats</arg_key><arg_value>2</arg_value><arg_key>window</arg_key><arg_value>true</arg_value><arg_key>stops</arg_key><arg_value>[\"a\"]</arg_value>" """)]
    [InlineData("lost-arguments", Full, "\"{}\"")]
    [InlineData("fragmented-keys", Full, """ "{\"\":\"北京\",\"{seats}\":2,\"{window}\":true,\"{stops}\":[\"a\"]}" """)]
    [InlineData("arguments-as-array", """{"a":1}""", """ "[{\"a\":1}]" """)]
    [InlineData("null-for-optional", """{"to":"x"}""", """ "{\"to\":\"x\",\"seats\":null,\"note\":null}" """)]
    [InlineData("null-for-optional", """{"to":"x","seats":1,"note":""}""", null)]
    [InlineData("python-literals", """{"to":"it's","window":true,"note":null,"stops":[1,{"a":false}]}""", """ "{'to': 'it\\'s', 'window': True, 'note': None, 'stops': [1, {'a': False}]}" """)]
    [InlineData("first-parameter-only", Full, """ "{\"to\":\"北京\"}" """)]
    [InlineData("first-parameter-only", """{"to":"x"}""", null)]
    [InlineData("truncated-arguments", """{"to":"Basel"}""", """ "{\"to\":\"" """)]
    [InlineData("truncated-arguments", """{"t":"😀abcde"}""", """ "{\"t\":\"" """)]
    [InlineData("undeclared-parameter", """{"to":"x"}""", """ "{\"to\":\"x\",\"inner_thoughts\":\"as asked\"}" """)]
    public async Task Arguments_are_garbled_the_same_way_whole_and_streamed(string fault, string arguments, string? wire)
    {
        wire = wire?.Trim() ?? Text(arguments);
        foreach (var stream in new[] { false, true })
        {
            var answer = await Find(fault).AnswerAsync(EmulatedReply.Call("book", arguments), stream);

            Assert.Equal([wire], answer.Functions("arguments").Select(Same));
            Assert.Equal("tool_calls", answer.FinishReason());
        }
    }

    [Theory]
    [InlineData("null-arguments", "null")]
    [InlineData("missing-arguments", "-")]
    [InlineData("arguments-as-object", "{}")]
    public async Task What_is_no_text_comes_in_one_piece_also_where_fragments_were_asked_for(string fault, string wire)
    {
        var answer = await Find(fault).AnswerAsync(EmulatedReply.Call("now", "{}"), stream: true, toolStream: true);

        Assert.Equal([wire], answer.Functions("arguments"));
    }

    [Theory]
    [InlineData(false, """{"to":"Basel","seats":2}""")]
    [InlineData(true, """{"to": Basel, "seats": 2}""")]
    public async Task Quotes_are_missing_only_in_streams(bool stream, string wire)
    {
        var answer = await FaultProfile.UnquotedStrings.AnswerAsync(EmulatedReply.Call("book", """{"to":"Basel","seats":2}"""), stream);

        Assert.Equal([wire], answer.Calls().Select(static call => call.GetProperty("function").GetProperty("arguments").GetString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parallel_calls_are_glued_into_the_first(bool stream)
    {
        var answer = await FaultProfile.GluedArguments.AnswerAsync(EmulatedReply.Calls(new("book", """{"to":"a"}"""), new("book", """{"to":"b"}""")), stream);

        Assert.Equal(["""{"to":"a"}{"to":"b"}"""], answer.Calls().Select(static call => call.GetProperty("function").GetProperty("arguments").GetString()));
    }

    [Theory]
    [InlineData("cut-by-length", false)]
    [InlineData("cut-by-length", true)]
    [InlineData("endless-arguments", false)]
    [InlineData("endless-arguments", true)]
    public async Task Length_cuts_only_the_last_call(string fault, bool stream)
    {
        var answer = await Find(fault).AnswerAsync(EmulatedReply.Calls(new("now", "{}"), new("book", """{"to":"Basel"}""")), stream);

        var arguments = answer.Calls().Select(static call => call.GetProperty("function").GetProperty("arguments").GetString()).ToList();
        Assert.Equal("{}", arguments[0]);
        Assert.Equal(fault == "cut-by-length" ? """{"to":"B"""[..7] : """{"to":"Basel" """.Trim() + new string('\n', 4000), arguments[1]);
        Assert.Equal("length", answer.FinishReason());
    }

    private static FaultProfile Find(string name) => Assert.IsAssignableFrom<FaultProfile>(FaultProfile.Find(name));

    private static string Text(string text) => Same(JsonSerializer.Serialize(text));

    /// <summary>One of the many ways to escape the same text.</summary>
    private static string Same(string json) => json == "-" ? json : JsonSerializer.Serialize(JsonElement.Parse(json), Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
