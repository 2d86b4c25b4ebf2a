using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM009_PropertyClashTests
{
    [Theory]
    [InlineData("public string[] Tools => [];")]
    [InlineData("public static int Tools;")]
    [InlineData("public void Tools() { }")]
    [InlineData("private string? Tools { get; set; }")]
    [InlineData("public class Tools { }")]
    public async Task A_member_of_the_name_is_an_error(string member)
    {
        var analyzed = await Analyzed.Members($"#pragma warning disable CS0649, CS0169\n{member}");
        analyzed.AssertReported("GLM009", "Case", "'Case' has a member 'Tools' of its own, which hides the generated one; add [GlmToolSet(Property = \"...\")] to the type");
        analyzed.AssertNoCode();
    }

    [Fact]
    public async Task An_inherited_member_of_the_name_is_an_error()
    {
        var analyzed = await Analyzed.From(Sources.Of("""
            public class Base { public int Kit => 1; }
            [GlmToolSet(Property = "Kit")] public class Derived : Base { [GlmTool(Description = "d")] public int A() => 1; }
            """));
        analyzed.AssertReported("GLM009", "Derived", "'Derived' has a member 'Kit' of its own, which hides the generated one; add [GlmToolSet(Property = \"...\")] to the type");
        analyzed.AssertNoCode();
    }

    [Fact]
    public async Task Another_name_for_the_property_is_fine()
    {
        var sources = Sources.Of("""[GlmToolSet(Property = "Kit")] public class Case { public int Tools => 1; [GlmTool(Description = "d")] public int A() => Tools; }""");
        (await Analyzed.From(sources)).AssertClean();
        Assert.Equal("1", await Generated.From(sources).Tools("Case", "Kit").Call("a"));
    }
}
