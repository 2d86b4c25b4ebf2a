using GlmTools.Binding.Normalizing;

namespace GlmTools.Tests.Binding.Normalizing;

public sealed class LeakedTemplateTests
{
    private const string A = "<arg_key>a</arg_key><arg_value>1</arg_value>";

    [Theory]
    [InlineData(A, """{"a":"1"}""")]
    [InlineData("read" + A, """{"a":"1"}""")]
    [InlineData("read\n<arg_key>a</arg_key>\n<arg_value>1</arg_value>\n<arg_key>b</arg_key>\n<arg_value>x y</arg_value>\n", """{"a":"1","b":"x y"}""")]
    [InlineData("<tool_call>read" + A + "</tool_call>", """{"a":"1"}""")]
    [InlineData("<tool_call>read\n" + A + "\n</tool_call>", """{"a":"1"}""")]
    [InlineData(A + "</tool_call>", """{"a":"1"}""")]
    [InlineData("<arg_key>a</arg_key><arg_value></arg_value>", """{"a":""}""")]
    public void Keys_and_values_are_read(string text, string expected) => Assert.Equal(expected, new LeakedTemplate("read").Apply(text));

    [Theory]
    [InlineData(" 城市\n\"quoted\" \\ <b>&amp; ", """{"a":" 城市\n\"quoted\" \\ <b>&amp; "}""")]
    [InlineData("""["x", {"y": 1}]""", """{"a":"[\"x\", {\"y\": 1}]"}""")]
    public void A_value_is_taken_as_it_stands(string value, string expected)
        => Assert.Equal(expected, new LeakedTemplate("read").Apply($"read<arg_key>a</arg_key><arg_value>{value}</arg_value>"));

    [Theory]
    [InlineData("read")]
    [InlineData("<tool_call>read</tool_call>")]
    [InlineData("{\"a\": 1}")]
    [InlineData("write" + A)]
    [InlineData("<tool_call>write" + A + "</tool_call>")]
    [InlineData("two words" + A)]
    [InlineData(A + " and more")]
    [InlineData("<arg_key></arg_key><arg_value>1</arg_value>")]
    public void What_is_no_call_of_this_tool_stays(string text) => Assert.Null(new LeakedTemplate("read").Apply(text));

    [Theory]
    [InlineData("<tool_call>read" + A)]
    [InlineData("<arg_key>a</arg_key><arg_value>1")]
    [InlineData(A + "<arg_key>b</arg_key>")]
    [InlineData("<arg_key>a</arg_key><arg_value>1<arg_key>b</arg_key><arg_value>2</arg_value>")]
    [InlineData("<arg_key>a<arg_value>1</arg_value>")]
    [InlineData("reada</arg_key><arg_value>1</arg_value>")]
    public void A_call_that_lost_a_tag_stays(string text) => Assert.Null(new LeakedTemplate("read").Apply(text));
}
