using System.Text.Json;
using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>Constraints as the schema says them and as the binder holds them.</summary>
public sealed class ConstraintTests
{
    [Theory]
    [InlineData(@"\w+@[\w.-]+", "^[A-Za-z0-9_]+@[A-Za-z0-9_.-]+$", "a_1@b-c.d", "ä@b")]
    [InlineData(@"[^\s]\s", @"^[^ \t\n\r\x0B\x0C][ \t\n\r\x0B\x0C]$", "a\\f", "\\t ")]
    [InlineData(@"\S\W\D", @"^[^ \t\n\r\x0B\x0C][^A-Za-z0-9_][^0-9]$", "a-b", "a-1")]
    [InlineData(@"\d+\/[\d\/]", "^[0-9]+/[0-9/]$", "12//", "a/1")]
    [InlineData(@"\@a\-\.\""[\.\-\]\\]", """^@a-\."[.\-\]\\]$""", "@a-.\\\"]", "@a--\\\"]")]
    [InlineData(@"\x41\u0042\t", @"^\x41\u0042\t$", "AB\\t", "AB ")]
    public async Task A_pattern_spells_out_its_classes_and_drops_backslashes_without_need(string pattern, string expected, string good, string bad)
    {
        var tools = Generated.From($$"""
            using System.ComponentModel.DataAnnotations;
            namespace Demo;
            public static class Texts
            {
                /// <summary>Takes a text.</summary>
                [GlmTool("take")] public static string Take([RegularExpression(@"{{pattern.Replace("\"", "\"\"", StringComparison.Ordinal)}}")] string text) => "taken";
            }
            """).Tools("Demo.Texts");

        Assert.Equal(expected, tools["take"].JsonSchema.GetProperty("properties").GetProperty("text").GetProperty("pattern").GetString());
        Assert.Equal("taken", await tools.Call("take", $$"""{"text":"{{good}}"}"""));
        Assert.StartsWith("/text pattern: ", await tools.RefusedOnce("take", $$"""{"text":"{{bad}}"}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Length(1, 2)] int[]", "[]", "/value minItems: 1 to 2 items | 0")]
    [InlineData("[Length(1, 2)] int[]", "[1,2,3]", "/value maxItems: 1 to 2 items | 3")]
    [InlineData("[MinLength(1)] Dictionary<string, int>", "{}", "/value minProperties: at least 1 key | 0")]
    [InlineData("[MaxLength(1)] Dictionary<string, int>", """{"a":1,"b":2}""", "/value maxProperties: at most 1 key | 2")]
    [InlineData("[Length(2, 3)] string", "\"a\"", "/value minLength: 2 to 3 characters | 1")]
    public async Task A_broken_bound_is_named_by_its_keyword(string type, string value, string problem)
    {
        var tools = Generated.From($$"""
            using System.ComponentModel.DataAnnotations;
            namespace Demo;
            public static class Sizes
            {
                /// <summary>Takes a value.</summary>
                [GlmTool("take")] public static void Take({{type}} value) { }
            }
            """).Tools("Demo.Sizes");

        var keyword = problem.Split(' ', ':')[1];
        Assert.True(tools["take"].JsonSchema.GetProperty("properties").GetProperty("value").TryGetProperty(keyword, out JsonElement _));
        Assert.Equal(problem, await tools.RefusedOnce("take", $$"""{"value":{{value}}}"""));
    }
}
