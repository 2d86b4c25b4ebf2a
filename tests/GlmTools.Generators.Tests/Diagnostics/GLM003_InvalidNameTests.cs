using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM003_InvalidNameTests
{
    [Theory]
    [InlineData("")]
    [InlineData("get weather")]
    [InlineData("get.weather")]
    [InlineData("获取天气")]
    [InlineData("tool\\n")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_name_that_GLM_does_not_accept_is_an_error(string name)
        => await (await Analyzed.Members($"[GlmTool(\"{name}\", Description = \"d\")] public int Bad() => 1;"))
            .AssertError("GLM003", "Bad", $"GLM does not accept the tool name '{name.Replace("\\n", "\n", StringComparison.Ordinal)}'; use 1 to 64 of the characters a-z, A-Z, 0-9, '_' and '-': [GlmTool(\"...\")]");

    [Fact]
    public async Task A_method_name_in_another_script_needs_a_name_for_the_wire()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public int 天气() => 1;"))
            .AssertError("GLM003", "天气", "GLM does not accept the tool name '天气'; use 1 to 64 of the characters a-z, A-Z, 0-9, '_' and '-': [GlmTool(\"...\")]");

    [Theory]
    [InlineData("_")]
    [InlineData("get-Weather_2")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_name_that_GLM_accepts_is_fine(string name)
        => (await Analyzed.Members($"[GlmTool(\"{name}\", Description = \"d\")] public int 天气() => 1;")).AssertClean();
}
