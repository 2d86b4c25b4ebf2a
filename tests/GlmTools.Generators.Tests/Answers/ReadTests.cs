using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Answers;

/// <summary>Reading answers: what is generated for a type, compiled and given what models write.</summary>
public class ReadTests
{
    private static readonly Answers Demo = new(Generated.From("""
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Nodes;
        namespace Demo;
        public enum Unit { Celsius, Fahrenheit }
        /// <summary>The weather of a city.</summary>
        /// <param name="City">The city.</param>
        [GlmSchema] public record Report([property: MinLength(2)] string City, [property: Range(-90, 60)] int Degrees, Unit Unit = Unit.Celsius)
        {
            public List<string> Notes { get; init; } = ["none"];
            public override string ToString() => $"{City}|{Degrees}|{Unit}|{string.Join("+", Notes)}";
        }
        [GlmSchema] public struct Point { public int X { get; set; } public int Y { get; set; } public override readonly string ToString() => $"{X};{Y}"; }
        [GlmSchema] public class Node { public required string Name { get; init; } public List<Node> Children { get; set; } = []; public override string ToString() => $"{Name}({string.Join(",", Children)})"; }
        [JsonDerivedType(typeof(Cat), "cat"), JsonDerivedType(typeof(Dog), "dog")]
        [GlmSchema] public abstract record Pet;
        public sealed record Cat(int Lives) : Pet;
        public sealed record Dog(string Bark) : Pet;
        [GlmSchema, Flags] public enum Days { Monday = 1, Tuesday = 2 }
        public static class Uses
        {
            public static object[] All =>
            [
                GlmSchema<Unit>.Default, GlmSchema<List<Report>>.Default, GlmSchema<string>.Default, GlmSchema<int?>.Default, GlmTools.GlmSchema<Dictionary<string, int>>.Default,
                GlmSchema<(int Low, int High)>.Default, GlmSchema<DateOnly>.Default, GlmSchema<JsonNode>.Default, GlmSchema<Point[]>.Default, GlmSchema<bool>.Default,
            ];
        }
        """));

    [Theory]
    [InlineData("Demo.Report", """{"city":"北京","degrees":21}""", "北京|21|Celsius|none")]
    [InlineData("Demo.Report", """{"unit":"Fahrenheit","degrees":21,"city":"Bern","notes":["a","b"]}""", "Bern|21|Fahrenheit|a+b")]
    [InlineData("Demo.Point", """{"x":1}""", "1;0")]
    [InlineData("Demo.Node", """{"name":"a","children":[{"name":"b","children":[{"name":"c"}]}]}""", "a(b(c()))")]
    [InlineData("Demo.Pet", """{"value":{"lives":9,"$type":"cat"}}""", "Cat { Lives = 9 }")]
    [InlineData("Demo.Days", """{"value":["Monday","Tuesday"]}""", "Monday, Tuesday")]
    [InlineData("Demo.Unit", """{"value":"Fahrenheit"}""", "Fahrenheit")]
    [InlineData("String", """{"value":"text"}""", "text")]
    [InlineData("Int32?", """{"value":7}""", "7")]
    [InlineData("Int32?", """{}""", "")]
    [InlineData("DateOnly", """{"value":"2026-01-31"}""", "01/31/2026")]
    [InlineData("(Int32, Int32)", """{"value":{"low":1,"high":2}}""", "(1, 2)")]
    [InlineData("JsonNode", """{"value":{"any":[1]}}""", "{\n  \"any\": [\n    1\n  ]\n}")]
    public void What_fits_becomes_a_value(string type, string answer, string expected)
    {
        var read = Demo.Read(type, answer);
        Assert.Null(read.Error);
        Assert.Empty(read.Repairs);
        Assert.Equal(expected, $"{read.Value}");
    }

    [Fact]
    public void Collections_hold_what_was_sent()
    {
        Assert.Equal(["Bern|1|Celsius|none", "Rom|2|Celsius|none"], Demo.Read("List<Report>", """{"value":[{"city":"Bern","degrees":1},{"city":"Rom","degrees":2}]}""").Items);
        Assert.Equal(["[a, 1]"], Demo.Read("Dictionary<String, Int32>", """{"value":{"a":1}}""").Items);
        Assert.Equal(["1;2"], Demo.Read("Point[]", """{"value":[{"x":1,"y":2}]}""").Items);
    }

    [Theory]
    [InlineData("Demo.Report", "{}", "/city required", "/degrees required")]
    [InlineData("Demo.Report", """{"city":"B","degrees":99,"unit":"Kelvin"}""", "/city minLength", "/degrees maximum", "/unit enum")]
    [InlineData("Demo.Report", """{"city":"Bern","degrees":21""", " syntax")]
    [InlineData("Demo.Node", """{"name":"a","children":[{"name":7}]}""", "/children/0/name type")]
    [InlineData("Demo.Pet", """{"value":{"$type":"cow"}}""", "/value/$type enum")]
    [InlineData("List<Report>", """{"value":[{"city":"Bern"}]}""", "/value/0/degrees required")]
    [InlineData("String", """{"value":7}""", "/value type")]
    [InlineData("String", """{"value":"cut off""", " syntax")]
    [InlineData("Int32?", "seven", " syntax")]
    [InlineData("Demo.Unit", "", "/value required")]
    [InlineData("Demo.Report", "It is 21 degrees.", " syntax")]
    public void What_does_not_fit_is_told_by_its_place(string type, string answer, params string[] problems)
    {
        var read = Demo.Read(type, answer);
        Assert.Equal(problems, read.Error!.Problems.Select(static problem => $"{problem.Path} {problem.Rule}"));
        var refused = Assert.Throws<GlmException>(() => read.Value);
        Assert.Contains(read.Error.ToString(), refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Demo.Report", "```json\n{\"city\":\"Bern\",\"degrees\":\"21\",}\n```", "Bern|21|Celsius|none", "arguments: code fence removed", "arguments: trailing commas dropped", "/degrees: read \"21\" without its quotes")]
    [InlineData("Demo.Unit", "Celsius", "Celsius", "arguments: bare value read as the answer")]
    [InlineData("Demo.Unit", "```\ncelsius\n```", "Celsius", "/value: read \"celsius\" in the case of the schema", "arguments: bare value read as the answer")]
    [InlineData("String", " free text, \"quoted\" ", "free text, \"quoted\"", "arguments: bare value read as the answer")]
    [InlineData("Int32?", "42", "42", "arguments: bare value read as the answer")]
    [InlineData("Boolean", "true", "True", "arguments: bare value read as the answer")]
    [InlineData("Demo.Pet", """{"$type":"dog","bark":"wuff"}""", "Dog { Bark = wuff }", "arguments: bare value read as the answer")]
    public void What_a_model_writes_as_text_is_read_too(string type, string answer, string expected, params string[] repairs)
    {
        var read = Demo.Read(type, answer);
        Assert.Null(read.Error);
        Assert.Equal(expected, $"{read.Value}");
        Assert.Equal(repairs, read.Repairs);
    }

    [Fact]
    public void Bare_collections_are_read_too()
    {
        Assert.Equal(["1;2"], Demo.Read("Point[]", "```json\n[{\"x\":1,\"y\":2}]\n```").Items);
        Assert.Equal(["[a, 1]"], Demo.Read("Dictionary<String, Int32>", """{"a":1}""").Items);
    }

    [Fact]
    public async Task Calling_the_tool_does_nothing_but_check()
    {
        var tool = Demo.Schema("Demo.Report").AnswerTool;
        Assert.Equal("final_answer", tool.Name);
        Assert.Equal("ok", (await tool.InvokeAsync(Tools.Utf8("""{"city":"Bern","degrees":1}"""))).Text);
        Assert.True((await tool.InvokeAsync(Tools.Utf8("{}"))).IsError);
    }
}
