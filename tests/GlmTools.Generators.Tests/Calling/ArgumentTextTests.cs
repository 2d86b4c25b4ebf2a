using System.Text;
using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>Arguments that are no JSON, or not quite.</summary>
public class ArgumentTextTests
{
    private static Tools Tools => OrderTools.Tools;

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("null")]
    [InlineData(" null\n")]
    [InlineData("{}")]
    [InlineData(" { } ")]
    public async Task Nothing_is_what_a_tool_without_parameters_gets(string arguments)
        => Assert.Equal("nothing", await Tools.Call("nothing", arguments));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task Nothing_is_not_enough_for_a_tool_with_a_required_parameter(string arguments)
        => Assert.Equal("/query required: a value, because it is required | nothing", await Tools.RefusedOnce("search", arguments));

    [Theory]
    [InlineData("{\"query\":\"a\"} trailing", "line 1, byte 15", "trailing")]
    [InlineData("{\"query\":\"a\"}}", "line 1, byte 14", "}")]
    [InlineData("{\n\"query\":tru}", "line 2, byte 12", "}")]
    [InlineData("query", "line 1, byte 1", "query")]
    [InlineData("{\"query\":\"a\"} // why", "line 1, byte 15", "// why")]
    public async Task Text_that_is_no_JSON_is_refused_with_its_place(string arguments, string place, string rest)
        => Assert.Equal(
            $" syntax: one complete JSON object in valid Unicode | text that is not ({place}): {rest}",
            await Tools.RefusedOnce("search", arguments));

    [Theory]
    [InlineData("{")]
    [InlineData("{\"query\":\"a\"")]
    [InlineData("{\"query\":\"a\n")]
    [InlineData("{\"query\":\"a\",")]
    public async Task Text_that_is_cut_off_is_refused(string arguments)
        => Assert.StartsWith(
            " syntax: one complete JSON object in valid Unicode | text that is ", await Tools.RefusedOnce("search", arguments), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("7", "7")]
    [InlineData("true", "true")]
    [InlineData("\"text\"", "\"text\"")]
    public async Task Another_value_than_an_object_is_refused(string arguments, string actual)
        => Assert.Equal($" type: an object | {actual}", await Tools.RefusedOnce("search", arguments));

    [Theory]
    [InlineData("""{"query":"\ud800"}""", "line 1, byte 11", """\ud800"}""")]
    [InlineData("""{"query":"\uDFFF"}""", "line 1, byte 11", """\uDFFF"}""")]
    [InlineData("""{"\udc00":1}""", "line 1, byte 3", """\udc00":1}""")]
    [InlineData("{\n\"query\":\"a\",\"\\ud800x\":1}", "line 2, byte 14", """\ud800x":1}""")]
    [InlineData("""{"query":"a","orderBy":"\ud83d \ude00"}""", "line 1, byte 25", """\ud83d \ude00"}""")]
    [InlineData("""{"query":"\ud83d\u0041"}""", "line 1, byte 11", """\ud83d\u0041"}""")]
    public async Task Half_a_surrogate_pair_is_refused_as_no_text(string arguments, string place, string rest)
        => Assert.Equal(
            $" syntax: one complete JSON object in valid Unicode | text that is not ({place}): {rest}",
            await Tools.RefusedOnce("search", arguments));

    [Theory]
    [InlineData("""{"query":"\ud83d\uDE00"}""", "😀,,date")]
    [InlineData("""{"query":"\\ud800"}""", "\\ud800,,date")]
    [InlineData("""{"query":"\\\\\ud83d\ude00"}""", "\\\\😀,,date")]
    public async Task A_whole_surrogate_pair_and_an_escaped_backslash_are_text(string arguments, string expected)
        => Assert.Equal(expected, await Tools.Call("search", arguments));

    [Theory]
    [InlineData("texts", """{"colour":"\ud800"}""")]
    [InlineData("texts", """{"letter":"\ud800"}""")]
    [InlineData("times", """{"moment":"\ud800"}""")]
    [InlineData("times", """{"instant":"\ud800"}""")]
    [InlineData("times", """{"day":"\ud800"}""")]
    [InlineData("times", """{"time":"\ud800"}""")]
    [InlineData("times", """{"span":"\ud800"}""")]
    [InlineData("ids", """{"id":"\ud800"}""")]
    [InlineData("ids", """{"link":"\ud800"}""")]
    [InlineData("numbers", """{"normal":"\ud800"}""")]
    [InlineData("place", """{"order":{"customer":"c","lines":[],"discounts":{"\ud800":1}}}""")]
    public async Task Half_a_surrogate_pair_is_refused_everywhere(string tool, string arguments)
        => Assert.NotEmpty(await Tools.Refused(tool, arguments));

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        byte[] arguments = [.. "{\"query\":\""u8, 0xff, 0xfe, .. "\"}"u8];
        var result = await Tools["search"].InvokeAsync(arguments);
        Assert.NotNull(result.Error);
        Assert.DoesNotContain('\0', result.Text);
    }

    [Fact]
    public async Task An_object_that_is_nested_too_deep_is_refused()
        => Assert.Contains("maxDepth", Assert.Single(await Tools.Refused("nothing", $$"""{"a":{{new string('[', 100)}}{{new string(']', 100)}}}""")), StringComparison.Ordinal);

    // Whatever comes, the model gets an answer it can use: a result or a list of problems, never "the tool failed".
    [Fact]
    public async Task No_mutation_of_good_arguments_makes_the_binder_itself_fail()
    {
        var random = new Random(20260131);
        const string Good = """{"order":{"customer":"北京 \u5317","lines":[{"article":"a","count":-1.5e3,"colour":"dark blue","note":null}],"discounts":{"x":0.5}},"express":true}""";
        foreach (var tool in Tools.Set)
        {
            for (var i = 0; i < 400; i++)
            {
                var arguments = Encoding.UTF8.GetBytes(Good);
                for (var changes = random.Next(1, 4); changes > 0; changes--)
                {
                    arguments[random.Next(arguments.Length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : "{}[]\",:\\u0dntf-.e "[random.Next(18)]);
                }

                var result = await tool.InvokeAsync(arguments.AsMemory(0, random.Next(3) == 0 ? random.Next(arguments.Length) : arguments.Length));
                Assert.True(result.Exception is null, $"{tool.Name}({Convert.ToHexString(arguments)}): {result.Exception}");
            }
        }
    }
}
