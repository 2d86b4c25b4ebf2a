using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM020_DefaultBreaksConstraintTests
{
    [Theory]
    [InlineData("[Range(1, 10)] int value = 0", "at least 1 and at most 10")]
    [InlineData("[Range(1, 10)] int value = default", "at least 1 and at most 10")]
    [InlineData("[Range(0.0, 1.0, MinimumIsExclusive = true)] double value = 0", "greater than 0 and at most 1")]
    [InlineData("[Range(typeof(decimal), \"0.1\", \"0.9\")] decimal value = 1m", "at least 0.1 and at most 0.9")]
    [InlineData("[Range(1, 10)] int? value = 11", "at least 1 and at most 10")]
    [InlineData("[MinLength(1)] string value = \"\"", "at least 1 long")]
    [InlineData("[StringLength(3, MinimumLength = 2)] string value = \"four\"", "at least 2 and at most 3 long")]
    [InlineData("[RegularExpression(\"[A-Z]+\")] string value = \"a\"", "a match of ^[A-Z]+$")]
    [InlineData("[RegularExpression(\"[A-Z]+\")] string value = \"A\\n\"", "a match of ^[A-Z]+$")]
    [InlineData("[EmailAddress] string value = \"nobody\"", "an e-mail address")]
    [InlineData("[Url] string value = \"example.com\"", "a URL")]
    [InlineData("[Url] string value = \"HTTPS://example.com\"", "a URL")]
    [InlineData("[EmailAddress] string value = \"a b@c\"", "an e-mail address")]
    [InlineData("[Base64String] string value = \"?\"", "base64")]
    [InlineData("[AllowedValues(1, 2)] int value = 3", "one of 1, 2")]
    [InlineData("[AllowedValues(\"a\")] string value = \"b\"", "one of \"a\"")]
    [InlineData("[DeniedValues(0)] long value = 0", "other than 0")]
    public async Task A_default_that_would_be_refused_is_an_error(string parameter, string demand)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({parameter}) {{ }}"))
            .AssertError("GLM020", "value", $"The default of 'value' is not {demand}, as its own constraint demands; change one of them");

    [Fact]
    public async Task A_default_of_a_member_is_looked_at_too()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Bad(Page page) { }", "public record Page([Range(1, 9)] int Size = 0);"))
            .AssertError("GLM020", "page", "The default of 'page.Size' is not at least 1 and at most 9, as its own constraint demands; change one of them");

    [Theory]
    [InlineData("[Range(1, 10)] int value = 1")]
    [InlineData("[Range(1, 10)] int? value = null")]
    [InlineData("[Range(0, 0.1)] float value = 0.1f")]
    [InlineData("[Range(0, 0.1)] decimal value = 0.1m")]
    [InlineData("[MaxLength(1)] string value = \"😀\"")]
    [InlineData("[RegularExpression(\"^a|b$\")] string value = \"b\"")]
    [InlineData("[EmailAddress] string value = \"a@b\"")]
    [InlineData("[Url] string value = \"https://example.com\"")]
    [InlineData("[Base64String] string value = \"\"")]
    [InlineData("[AllowedValues(1, 2)] double value = 2")]
    [InlineData("[DeniedValues(\"a\")] string value = \"A\"")]
    [InlineData("[AllowedValues(true)] bool value = true")]
    public async Task A_default_that_would_be_taken_is_fine(string parameter)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Good({parameter}) {{ }}")).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM020\n[GlmTool(Description = \"d\")] public void Bad([Range(1, 2)] int value = 0) { }")).AssertClean();
}
