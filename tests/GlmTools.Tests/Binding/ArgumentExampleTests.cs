using System.Text;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools.Tests.Binding;

public sealed class ArgumentExampleTests
{
    [Fact]
    public async Task A_refused_call_is_shown_one_that_fits()
    {
        var result = await new TravelTools().CallAsync("plan_trip", "{}");

        Assert.Equal("""{"traveller":{"name":"..."},"stops":[]}""", result.Error!.Example);
        Assert.EndsWith($"\nCorrect them and call the tool again. A call that fits: {result.Error.Example}", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_of_every_tool_is_accepted_as_it_is()
    {
        var travel = new TravelTools();
        var tools = travel.Tools + FormatTools.Tools;
        foreach (var tool in tools)
        {
            var example = ArgumentExample.Of(tool.JsonSchema);
            Assert.NotNull(example);

            var result = await tool.InvokeAsync(Encoding.UTF8.GetBytes(example));

            Assert.False(result.IsError, result.Text);
            Assert.Empty(result.Repairs);
        }

        Assert.Equal(5, tools.Count);
    }

    [Theory]
    [InlineData("""{"type":"string"}""", "\"...\"")]
    [InlineData("""{"type":"string","minLength":5}""", "\".....\"")]
    [InlineData("""{"type":"string","minLength":1,"maxLength":1}""", "\".\"")]
    [InlineData("""{"type":"string","enum":["b","a"]}""", "\"b\"")]
    [InlineData("""{"type":"string","default":"城市"}""", "\"城市\"")]
    [InlineData("""{"const":"circle"}""", "\"circle\"")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-01-31T09:30:00Z\"")]
    [InlineData("""{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"}""", "\"09:30:00\"")]
    [InlineData("""{"type":"string","pattern":"^[0-9A-Z]+$","maxLength":3}""", "\"ABC\"")]
    [InlineData("""{"type":"string","contentEncoding":"base64"}""", "\"AQID\"")]
    [InlineData("""{"type":"boolean"}""", "true")]
    [InlineData("""{"type":"integer"}""", "1")]
    [InlineData("""{"type":"integer","minimum":5}""", "5")]
    [InlineData("""{"type":"integer","exclusiveMinimum":5}""", "6")]
    [InlineData("""{"type":"integer","maximum":-5}""", "-5")]
    [InlineData("""{"type":"integer","exclusiveMaximum":-5}""", "-6")]
    [InlineData("""{"type":"integer","minimum":11,"multipleOf":5}""", "15")]
    [InlineData("""{"type":"number","exclusiveMinimum":2,"exclusiveMaximum":3}""", "2.5")]
    [InlineData("""{"type":"number","minimum":0.5,"maximum":0.75}""", "0.5")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", "[]")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":2}""", "[1,1]")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"required":["b"]}""", """{"b":1}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", "{}")]
    [InlineData("""{"anyOf":[{"type":"boolean"},{"type":"integer"}]}""", "true")]
    [InlineData("""{"$ref":"#/$defs/A","$defs":{"A":{"type":"boolean"}}}""", "true")]
    public void A_value_is_derived_from_each_rule(string schema, string expected) => Assert.Equal(expected, ExampleOf(schema));

    [Theory]
    [InlineData("""{"type":"string","pattern":"^[A-Z]{2}-[0-9]{4}$"}""")]
    [InlineData("""{"type":"string","format":"unheard-of"}""")]
    [InlineData("""{"type":"string","minLength":2000}""")]
    [InlineData("""{"type":"array","items":{"type":"string"},"minItems":1000}""")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":2,"uniqueItems":true}""")]
    [InlineData("""{"type":"number","minimum":3,"maximum":2}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"},"minProperties":1}""")]
    [InlineData("""{"$ref":"#/$defs/A","$defs":{"A":{"type":"object","properties":{"a":{"$ref":"#/$defs/A"}},"required":["a"]}}}""")]
    public void Where_none_can_be_derived_there_is_none(string schema) => Assert.Null(ExampleOf(schema));

    private static string? ExampleOf(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return ArgumentExample.Of(document.RootElement);
    }
}
