using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>What the model is told about arguments that do not fit.</summary>
public class ProblemTests
{
    private static Tools Tools => OrderTools.Tools;

    [Fact]
    public async Task All_problems_of_a_call_are_reported_with_their_paths()
        => Assert.Equal(
            [
                "/order/lines/0/count type: an integer | \"two\"",
                "/order/lines/1 type: an object | \"apple\"",
                "/order/lines/2/colour enum: one of \"Red\", \"Green\", \"dark blue\" (did you mean \"Green\"?) | \"Grean\"",
                "/order/lines/2/article required: a value, because it is required | nothing",
                "/order/discounts/a~0b~1c type: a number up to 7.9e28 | true",
                "/order/customer required: a value, because it is required | nothing",
                "/express type: true or false | an array",
            ],
            await Tools.Refused("place", """
                {
                  "order": {
                    "lines": [{"article":"a","count":"two"}, "apple", {"count":1,"colour":"Grean"}],
                    "discounts": {"a~b/c": true, "ok": 0.5}
                  },
                  "express": [true]
                }
                """));

    [Fact]
    public async Task The_message_names_the_tool_and_every_problem()
        => Assert.Equal(
            """
            Error: the arguments of place do not fit its schema; nothing was executed.
            - /order: expected an object, got "x"
            - /express: expected true or false, got an array
            Correct them and call the tool again. A call that fits: {"order":{"customer":"...","lines":[],"discounts":{}}}
            """.ReplaceLineEndings("\n"),
            (await Tools.Invoke("place", """{"order":"x","express":[null]}""")).Text);

    [Fact]
    public async Task The_method_is_called_only_when_everything_fits()
    {
        var placed = new List<string>();
        var context = new GlmToolContext { State = placed };
        await Tools.Invoke("place", """{"order":{"customer":"a","lines":[],"discounts":{}},"express":"maybe"}""", context);
        Assert.Empty(placed);
        await Tools.Invoke("place", """{"order":{"customer":"b","lines":[],"discounts":{}},"express":true}""", context);
        Assert.Equal(["b"], placed);
    }

    [Fact]
    public async Task Keys_come_in_any_order()
        => Assert.Equal(
            "c:1:True",
            await Tools.Call("place", """{"express":true,"order":{"discounts":{"a":1},"lines":[{"note":"n","colour":"dark blue","count":7,"article":"a"}],"customer":"c"}}"""));

    [Theory]
    [InlineData("""{"queri":"x"}""", "/queri properties: a known key: did you mean \"query\"? | \"queri\"")]
    [InlineData("""{"order_by":"x"}""", "/order_by properties: a known key: did you mean \"orderBy\"? | \"order_by\"")]
    [InlineData("""{"OrderBy":"x"}""", "/OrderBy properties: a known key: did you mean \"orderBy\"? | \"OrderBy\"")]
    public async Task A_misspelt_key_is_refused_with_the_right_one(string arguments, string problem)
        => Assert.Contains(problem, await Tools.Refused("search", arguments));

    [Fact]
    public async Task A_key_of_one_letter_in_another_case_is_misspelt()
        => Assert.Equal("/Y properties: a known key: did you mean \"y\"? | \"Y\"", await Tools.RefusedOnce("move", """{"x":1,"Y":2}"""));

    [Fact]
    public async Task A_key_that_comes_twice_is_refused()
        => Assert.Equal("/query uniqueKeys: each key once | a second one", await Tools.RefusedOnce("search", """{"query":"a","limit":1,"query":"b"}"""));

    [Theory]
    [InlineData("tiny", "-129", "an integer from -128 to 127")]
    [InlineData("tiny", "128", "an integer from -128 to 127")]
    [InlineData("small", "-1", "an integer from 0 to 255")]
    [InlineData("small", "256", "an integer from 0 to 255")]
    [InlineData("normal", "2147483648", "an integer from -2147483648 to 2147483647")]
    [InlineData("natural", "-1", "an integer from 0 to 4294967295")]
    [InlineData("natural", "4294967296", "an integer from 0 to 4294967295")]
    [InlineData("big", "9223372036854775808", "an integer from -9223372036854775808 to 9223372036854775807")]
    [InlineData("huge", "-1", "an integer from 0 to 18446744073709551615")]
    [InlineData("huge", "18446744073709551616", "an integer from 0 to 18446744073709551615")]
    [InlineData("normal", "7.5", "an integer")]
    [InlineData("normal", "1e30", "an integer from -2147483648 to 2147483647")]
    [InlineData("normal", "true", "an integer")]
    [InlineData("single", "1e39", "a number up to 3.4e38")]
    [InlineData("real", "1e400", "a number")]
    [InlineData("real", "\"x\"", "a number")]
    [InlineData("exact", "1e29", "a number up to 7.9e28")]
    public async Task A_number_out_of_range_is_refused_with_the_range(string name, string value, string expected)
        => Assert.Equal($"/{name} type: {expected} | {value}", await Tools.RefusedOnce("numbers", $$"""{"{{name}}":{{value}}}"""));

    [Theory]
    [InlineData("normal", "7.0", 2, "7")]
    [InlineData("normal", "-1.2e1", 2, "-12")]
    [InlineData("small", "2.55E2", 1, "255")]
    [InlineData("huge", "18446744073709551615.0", 5, "18446744073709551615")]
    [InlineData("single", "1", 6, "1")]
    [InlineData("real", "-0.5e-3", 7, "-0.0005")]
    [InlineData("exact", "1E-3", 8, "0.001")]
    public async Task A_number_is_its_value_however_it_is_written(string name, string value, int position, string expected)
        => Assert.Equal(expected, (await Tools.Call("numbers", $$"""{"{{name}}":{{value}}}""")).Split(',')[position]);

    [Theory]
    [InlineData("text", "7", "type: a string | 7")]
    [InlineData("text", "{\"a\":1}", "type: a string | an object")]
    [InlineData("letter", "\"\"", "maxLength: a single character | \"\"")]
    [InlineData("letter", "\"ab\"", "maxLength: a single character | \"ab\"")]
    [InlineData("letter", "\"😀\"", "maxLength: a single character | \"😀\"")]
    [InlineData("letter", "1", "type: a single character | 1")]
    [InlineData("colour", "\"Yellow\"", "enum: one of \"Red\", \"Green\", \"dark blue\" | \"Yellow\"")]
    [InlineData("colour", "\"DarkBlue\"", "enum: one of \"Red\", \"Green\", \"dark blue\" (did you mean \"dark blue\"?) | \"DarkBlue\"")]
    [InlineData("colour", "0", "enum: one of \"Red\", \"Green\", \"dark blue\" | 0")]
    [InlineData("flag", "1", "type: true or false | 1")]
    [InlineData("flag", "\"yes\"", "type: true or false | \"yes\"")]
    public async Task A_text_that_does_not_fit_is_refused(string name, string value, string problem)
        => Assert.Equal($"/{name} {problem}", await Tools.RefusedOnce("texts", $$"""{"{{name}}":{{value}}}"""));

    [Fact]
    public async Task What_came_is_quoted_in_a_readable_length()
    {
        var problem = await Tools.RefusedOnce("texts", $$"""{"letter":"{{new string('x', 59)}}😀tail"}""");
        Assert.EndsWith($"| \"{new string('x', 59)}…\"", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_than_sixteen_problems_are_told()
        => Assert.Equal(16, (await Tools.Refused("place", "{\"order\":{\"customer\":\"c\",\"discounts\":{},\"lines\":[" + string.Join(",", Enumerable.Repeat("1", 40)) + "]}}")).Length);

    [Theory]
    [InlineData("""{"\u006frder":{"c\u0075stomer":"\u5317\u4eac","lines":[{"article":"a","count":1,"colour":"dark\u0020blue"}],"discounts":{}}}""", "北京:1:False")]
    [InlineData("""{"order":{"customer":"\ud83d\ude00 \"\\\/\b\f\n\r\t","lines":[],"discounts":{}}}""", "😀 \"\\/\b\f\n\r\t:0:False")]
    public async Task Escaped_names_and_texts_bind(string arguments, string expected)
        => Assert.Equal(expected, await Tools.Call("place", arguments));
}
