using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM028_LimitOutOfRangeTests
{
    [Theory]
    [InlineData("TimeoutSeconds = -1", "TimeoutSeconds", "-1", "up to 4294967 seconds")]
    [InlineData("TimeoutSeconds = double.NaN", "TimeoutSeconds", "NaN", "up to 4294967 seconds")]
    [InlineData("TimeoutSeconds = 5e6", "TimeoutSeconds", "5000000", "up to 4294967 seconds")]
    [InlineData("MaxResultLength = -1", "MaxResultLength", "-1", "a number of characters")]
    public async Task A_limit_that_cannot_be_kept_is_an_error(string argument, string limit, string value, string range)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\", {argument})] public void Bad() {{ }}"))
            .AssertError("GLM028", "Bad", $"{limit} of 'Bad' is {value}; it takes {range}, or 0 for the limit of the agent");

    [Theory]
    [InlineData("TimeoutSeconds = 0.5")]
    [InlineData("TimeoutSeconds = 0, MaxResultLength = 0")]
    [InlineData("TimeoutSeconds = 4294967, MaxResultLength = int.MaxValue")]
    public async Task A_limit_that_can_be_kept_is_fine(string argument)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\", {argument})] public void Good() {{ }}")).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM028\n[GlmTool(Description = \"d\", MaxResultLength = -1)] public void Bad() { }")).AssertClean();
}
