using System.Text;

namespace GlmTools.Testing.Tests.Conformance;

/// <summary>What the binder once took although the schema forbids it, or refused although the schema allows it.</summary>
public class FoundByConformanceTests
{
    [Theory]
    [InlineData("integers", "i32", "5e-324", "type")]
    [InlineData("integers", "i128", "1.00000000000000000000000000000000000000001", "type")]
    [InlineData("formats", "version", "\"1.2\\n\"", "pattern")]
    [InlineData("formats", "version", "\"1. 2\"", "pattern")]
    [InlineData("formats", "span", "\"PT1H\\n\"", "format")]
    [InlineData("texts", "mail", "\" a@b\"", "format")]
    [InlineData("texts", "page", "\"mailto:a@b\"", "format")]
    [InlineData("texts", "page", "\"https://example.com/a b\"", "format")]
    [InlineData("dictionaries", "byNumber", "{\"+7\":true}", "propertyNames")]
    public void It_refuses(string tool, string name, string value, string rule)
        => Assert.Contains(Bind(tool, name, value).Error!.Problems, problem => problem.Path.StartsWith($"/{name}", StringComparison.Ordinal) && problem.Rule == rule);

    [Theory]
    [InlineData("integers", "u8", "-0.0")]
    [InlineData("integers", "u64", "1e19")]
    [InlineData("integers", "i128", "1e38")]
    [InlineData("integers", "i32", "700.0e-2")]
    [InlineData("formats", "version", "\"01.2\"")]
    [InlineData("texts", "page", "\"ftp://example.com\"")]
    public void It_takes(string tool, string name, string value)
        => Assert.DoesNotContain(Bind(tool, name, value).Error!.Problems, problem => problem.Path == $"/{name}");

    [Theory]
    [InlineData("texts", "bytes")]
    [InlineData("texts", "data")]
    public void Blanks_in_base64_are_noted(string tool, string name)
        => Assert.Contains($"/{name}: read without its blanks", Bind(tool, name, "\"AQ\\nID\"").Repairs);

    [Fact]
    public void A_web_address_says_so_in_the_schema()
    {
        Assert.Equal("""{"type":"string","format":"uri","pattern":"^(https?|ftp)://.+$"}""", LimitTools.Tools.Find("texts")!.JsonSchema.GetProperty("properties").GetProperty("page").GetRawText());
        Assert.Equal("""{"type":"string","pattern":"^https://.+$","format":"uri"}""", LimitTools.Tools.Find("texts")!.JsonSchema.GetProperty("properties").GetProperty("secure").GetRawText());
    }

    // The other arguments are missing, which is told too.
    private static GlmToolArguments Bind(string tool, string name, string value)
        => LimitTools.Tools.Find(tool)!.Validate(Encoding.UTF8.GetBytes($$"""{"{{name}}":{{value}}}"""));
}
