using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM014_InvalidPropertyTests
{
    [Theory]
    [InlineData("public class Tools", "Tools", "Tools", "C# allows no member with the name of its type")]
    [InlineData("[GlmToolSet(Property = \"Kit\")] public static class Kit", "Kit", "Kit", "C# allows no member with the name of its type")]
    [InlineData("[GlmToolSet(Property = \"the tools\")] public class Case", "Case", "the tools", "that is no C# identifier")]
    [InlineData("[GlmToolSet(Property = \"\")] public class Case", "Case", "", "that is no C# identifier")]
    public async Task A_name_that_C_sharp_does_not_take_is_an_error(string header, string type, string property, string reason)
    {
        var analyzed = await Analyzed.From(Sources.Of(header + " { [GlmTool(Description = \"d\")] public static int A() => 1; }"));
        analyzed.AssertReported("GLM014", type, $"The tools of '{type}' cannot become a property '{property}', because {reason}; name it differently: [GlmToolSet(Property = \"...\")]");
        analyzed.AssertNoCode();
    }

    [Theory]
    [InlineData("event")]
    [InlineData("工具")]
    [InlineData("tools")]
    public async Task Any_identifier_is_fine(string property)
    {
        var sources = Sources.Of($$"""[GlmToolSet(Property = "{{property}}")] public class Tools { [GlmTool(Description = "d")] public int A() => 1; }""");
        (await Analyzed.From(sources)).AssertClean();
        Assert.Equal("1", await Generated.From(sources).Tools("Tools", property).Call("a"));
    }
}
