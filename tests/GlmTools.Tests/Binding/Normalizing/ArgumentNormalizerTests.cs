using System.Text.Json;
using GlmTools.Binding.Normalizing;

namespace GlmTools.Tests.Binding.Normalizing;

public sealed class ArgumentNormalizerTests
{
    private const string Fence = "code fence removed";
    private const string Template = "template text read as JSON";
    private const string Encoding = "double encoding undone";
    private const string Glued = "only the first of several objects read";
    private const string Python = "Python literals read as JSON";
    private const string Commas = "trailing commas dropped";
    private const string FullWidth = "full-width characters read as ASCII";

    [Theory]
    [InlineData("""{"a": 1}""")]
    [InlineData("""{"a": 1,}""", Commas)]
    [InlineData("```json\n{'a': 1,}\n```", Fence, Python, Commas)]
    [InlineData("{'a': 1}{'a': 2}", Python, Glued)]
    [InlineData("\"```json\\n{\\\"a\\\": 1}\\n```\"", Encoding, Fence)]
    [InlineData("```\n\"{'a'： 1}\"\n```", Fence, Encoding, Python, FullWidth)]
    [InlineData("\"\\\"{\\\\\\\"a\\\\\\\": 1}\\\"\"", Encoding, Encoding)]
    [InlineData("{'a'： １，}", Python, FullWidth, Commas)]
    public void Repairs_are_applied_in_order_until_the_text_is_JSON(string text, params string[] notes)
    {
        var normalized = ArgumentNormalizer.OfArguments("tool").Normalize(text, JsonTokenType.StartObject);

        Assert.True(normalized.IsJson, normalized.Text);
        Assert.Equal(notes, normalized.Notes);
        using var json = JsonDocument.Parse(normalized.Text);
        Assert.Equal(1, Assert.Single(json.RootElement.EnumerateObject()).Value.GetInt32());
    }

    [Fact]
    public void Template_text_in_a_fence_is_read()
    {
        var text = "```xml\n<tool_call>tool\n<arg_key>a</arg_key>\n<arg_value>1</arg_value>\n</tool_call>\n```";

        var normalized = ArgumentNormalizer.OfArguments("tool").Normalize(text, JsonTokenType.StartObject);

        Assert.Equal("""{"a":"1"}""", normalized.Text);
        Assert.Equal([Fence, Template], normalized.Notes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bern")]
    [InlineData("[1]")]
    [InlineData("\"Bern\"")]
    [InlineData("{'a': 1,,}")]
    [InlineData("""{"a": 1""")]
    [InlineData("""{"a": "b""")]
    [InlineData("""{"a": Bern}""")]
    [InlineData("""{"a": 1}}""")]
    [InlineData("""{a: 1}""")]
    [InlineData("""{"a": 1} // done""")]
    public void What_is_still_no_object_is_told_so(string text)
        => Assert.False(ArgumentNormalizer.OfArguments("tool").Normalize(text, JsonTokenType.StartObject).IsJson);

    [Fact]
    public void A_text_encoded_three_times_over_is_left()
    {
        var text = """{"a": 1}""";
        for (var i = 0; i < 3; i++)
        {
            text = JsonSerializer.Serialize(text);
        }

        Assert.False(ArgumentNormalizer.OfArguments("tool").Normalize(text, JsonTokenType.StartObject).IsJson);
    }

    [Theory]
    [InlineData("```json\n[1]\n```")]
    [InlineData("[1][2]")]
    [InlineData("""{"a": 1}""")]
    public void A_value_is_not_looked_for_where_only_whole_arguments_are(string text)
        => Assert.False(ArgumentNormalizer.OfValue.Normalize(text, JsonTokenType.StartArray).IsJson);
}
