using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM021_ImpossibleConstraintTests
{
    [Theory]
    [InlineData("[Range(10, 1)] int value", "at least 10 and at most 1")]
    [InlineData("[Range(1.5, 0.5)] double value", "at least 1.5 and at most 0.5")]
    [InlineData("[Range(1, 1, MaximumIsExclusive = true)] decimal value", "at least 1 and less than 1")]
    [InlineData("[Range(1, 2, MinimumIsExclusive = true, MaximumIsExclusive = true)] int value", "greater than 1 and less than 2")]
    [InlineData("[Range(300, 400)] byte value", "at least 300")]
    [InlineData("[Range(-2, -1)] uint value", "at most -1")]
    [InlineData("[StringLength(2, MinimumLength = 3)] string value", "at least 3 and at most 2 long")]
    [InlineData("[StringLength(-1)] string value", "at most -1 long")]
    [InlineData("[Length(5, 3)] int[] value", "at least 5 and at most 3 long")]
    [InlineData("[MinLength(5), MaxLength(3)] string value", "at least 5 and at most 3 long")]
    [InlineData("[AllowedValues(1, 2), Range(5, 9)] int value", "one of 1, 2 and at least 5 and at most 9")]
    [InlineData("[AllowedValues(\"a\"), DeniedValues(\"a\")] string value", "one of \"a\" and other than \"a\"")]
    [InlineData("[AllowedValues] int value", "one of none")]
    public async Task Constraints_that_no_value_meets_are_an_error(string parameter, string demand)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({parameter}) {{ }}"))
            .AssertError("GLM021", "value", $"No value of 'value' is {demand}; correct its constraints");

    [Fact]
    public async Task Members_are_looked_at_too_with_the_parameter_they_come_from()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Bad(Page[] pages) { }", "public record Page([property: MinLength(5)][MaxLength(2)] string Title);"))
            .AssertError("GLM021", "pages", "No value of 'pages[].Title' is at least 5 and at most 2 long; correct its constraints");

    [Theory]
    [InlineData("[Range(1, 1)] int value")]
    [InlineData("[Range(0, double.MaxValue)] byte value")]
    [InlineData("[Range(1, 2, MinimumIsExclusive = true)] int value")]
    [InlineData("[Range(1, 2, MinimumIsExclusive = true, MaximumIsExclusive = true)] double value")]
    [InlineData("[MinLength(2), MaxLength(2)] List<int> value")]
    [InlineData("[AllowedValues(1, 7), Range(5, 9)] int value")]
    [InlineData("[MaxLength(0)] string value")]
    public async Task Constraints_that_some_value_meets_are_fine(string parameter)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Good({parameter}) {{ }}")).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM021\n[GlmTool(Description = \"d\")] public void Bad([Range(2, 1)] int value) { }")).AssertClean();
}
