using GlmTools.Generators.Json;

namespace GlmTools.Generators.Tests.Locking;

public class JsonParserTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("-12.5e+3")]
    [InlineData("0")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[1,[true,false],{\"a\":null}]")]
    [InlineData("{\"a\":{\"b\":[\"城市\",\"😀\"]},\"\":1}")]
    public void What_it_reads_is_what_there_is(string json)
    {
        Assert.Equal(json, JsonParser.Parse(json).ToString());
        Assert.Equal(json, JsonParser.Parse($" \r\n\t{JsonParser.Parse(json).ToIndentedString()}\n").ToString());
    }

    [Fact]
    public void Escapes_are_what_they_stand_for()
        => Assert.Equal("\" \\ / \b \f \n \r \t é 😀", JsonParser.Parse("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e9 \\uD83D\\ude00\"").Text);

    [Fact]
    public void A_value_knows_its_place()
        => Assert.Equal(11, JsonParser.Parse("{\n  \"a\": [ 1 ]\n}")["a"]!.Items[0].Position);

    [Theory]
    [InlineData("", 0, "it ends where a value has to be")]
    [InlineData("  ", 2, "it ends where a value has to be")]
    [InlineData("nul", 0, "'n' stands where a value has to be")]
    [InlineData("nulls", 0, "'n' stands where a value has to be")]
    [InlineData("01", 0, "'0' stands where a value has to be")]
    [InlineData("1.", 0, "'1' stands where a value has to be")]
    [InlineData("+1", 0, "'+' stands where a value has to be")]
    [InlineData("1 2", 2, "'2' stands where the end has to be")]
    [InlineData("[1,]", 3, "']' stands where a value has to be")]
    [InlineData("[1", 2, "it ends where ']' has to be")]
    [InlineData("[1}", 2, "'}' stands where ']' has to be")]
    [InlineData("{\"a\" 1}", 5, "'1' stands where ':' has to be")]
    [InlineData("{a:1}", 1, "'a' stands where a string has to be")]
    [InlineData("{\"a\":1,\"a\":2}", 7, "\"a\" is there twice")]
    [InlineData("\"a", 2, "it ends where the end of a string has to be")]
    [InlineData("\"a\nb\"", 2, "'\n' stands where the end of a string has to be")]
    [InlineData("\"\\x\"", 2, "'x' stands where an escape has to be")]
    [InlineData("\"\\u12\"", 2, "'u' stands where an escape has to be")]
    [InlineData("\"\\u+123\"", 2, "'u' stands where an escape has to be")]
    [InlineData("// comment", 0, "'/' stands where a value has to be")]
    public void What_is_no_json_is_told_with_its_place(string text, int position, string message)
    {
        var fault = Assert.Throws<JsonSyntaxException>(() => JsonParser.Parse(text));
        Assert.Equal((position, message), (fault.Position, fault.Message));
    }

    [Fact]
    public void Depth_is_limited()
    {
        JsonParser.Parse(new string('[', 512) + new string(']', 512));
        Assert.Equal("it is nested more than 512 levels deep", Assert.Throws<JsonSyntaxException>(() => JsonParser.Parse(new string('[', 100_000))).Message);
    }
}
