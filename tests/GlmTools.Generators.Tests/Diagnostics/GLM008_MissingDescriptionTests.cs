using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM008_MissingDescriptionTests
{
    [Theory]
    [InlineData("[GlmTool] public int Bad() => 1;")]
    [InlineData("[GlmTool(\"bad\", Description = \" \")] public int Bad() => 1;")]
    [InlineData("/// <summary> </summary>\n[GlmTool] public int Bad() => 1;")]
    [InlineData("/// <returns>A number.</returns>\n[GlmTool] public int Bad() => 1;")]
    [InlineData("/// <summary>Not <closed.</summary>\n[GlmTool] public int Bad() => 1;")]
    [InlineData("// A plain comment.\n[GlmTool] public int Bad() => 1;")]
    public async Task A_tool_without_a_description_is_a_warning(string member)
        => (await Analyzed.Members(member)).AssertReported(
            "GLM008", "Bad", "The model chooses 'bad' by its description, and it has none; add a <summary> or [Description(\"...\")]");

    [Theory]
    [InlineData("/// <summary>Good.</summary>\n[GlmTool] public int Good() => 1;")]
    [InlineData("/// <remarks>Good.</remarks>\n[GlmTool] public int Good() => 1;")]
    [InlineData("/** <summary>Good.</summary> */ [GlmTool] public int Good() => 1;")]
    [InlineData("[GlmTool, Description(\"Good.\")] public int Good() => 1;")]
    [InlineData("[GlmTool(Description = \"Good.\")] public int Good() => 1;")]
    public async Task A_tool_with_a_description_is_fine(string member) => (await Analyzed.Members(member)).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM008\n[GlmTool] public int Bad() => 1;\n#pragma warning restore GLM008")).AssertClean();

    [Fact]
    public async Task Without_a_description_the_words_of_the_name_are_sent()
        => Assert.Equal("get bad weather", Generated.From("public class C { [GlmTool] public int GetBadWeather() => 1; }").Tools("C")["get_bad_weather"].Description);
}
