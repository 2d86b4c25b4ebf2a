using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM022_InvalidPatternTests
{
    [Fact]
    public async Task A_pattern_that_does_not_parse_is_an_error()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Bad([RegularExpression(\"[a\")] string value) { }"))
            .AssertError("GLM022", "value", "The pattern of 'value' is no regular expression, and no text can match it: Invalid pattern '[a' at offset 2. Unterminated [] set; correct it");

    [Fact]
    public async Task A_pattern_of_a_member_is_looked_at_too()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Bad(Parcel parcel) { }", "public class Parcel { [RegularExpression(\"(\")] public string? Number { get; set; } }"))
            .AssertError("GLM022", "parcel", "The pattern of 'parcel.Number' is no regular expression, and no text can match it: Invalid pattern '(' at offset 1. Not enough )'s; correct it");

    [Fact]
    public async Task A_pattern_is_fine()
        => (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Good([RegularExpression(@\"[A-Z]{2}\\d+\")] string value) { }")).AssertClean();

    // It can be neither said nor checked in the same words; that is another rule.
    [Theory]
    [InlineData(@"\p{Lu}+")]
    [InlineData(@"\Aa\z")]
    [InlineData("(?i)a")]
    [InlineData("(?>a)b")]
    [InlineData("(?#comment)a")]
    [InlineData("[a-z-[aeiou]]")]
    public async Task A_pattern_beyond_the_dialect_of_schemas_has_no_effect(string pattern)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad([RegularExpression(@\"{pattern}\")] string value) {{ }}"))
            .AssertReported("GLM010", "value", "[RegularExpression] on 'value' can neither be said in the schema nor checked; check it in the method");

    [Theory]
    [InlineData(@"(?:a|b)+(?=c)c(?!d)(?<rest>\w*)")]
    [InlineData(@"[\w.-]+\.[a-z]{2,}\x41\u0041")]
    [InlineData(@"\(?[(?i-]\\")]
    public async Task A_pattern_of_both_dialects_is_fine(string pattern)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Good([RegularExpression(@\"{pattern}\")] string value) {{ }}")).AssertClean();

    [Theory]
    [InlineData("[RegularExpression(null!)] string value")]
    [InlineData("[RegularExpression()] string value")]
    [InlineData("[Range()] int value")]
    [InlineData("[Range(1)] int value")]
    [InlineData("[AllowedValues(null!)] string value")]
    [InlineData("[AllowedValues(new[] { 1 })] int value")]
    [InlineData("[AllowedValues(1, new[] { 1 })] int value")]
    [InlineData("[MinLength] string value")]
    public async Task Half_an_attribute_breaks_nothing(string parameter)
        => await Analyzed.Analyze(Sources.Of($$"""
            using System.ComponentModel.DataAnnotations;
            public class Case { [GlmTool(Description = "d")] public void Bad({{parameter}}) { } }
            """).Compile());

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM022\n[GlmTool(Description = \"d\")] public void Bad([RegularExpression(\"[\")] string value) { }")).AssertClean();
}
