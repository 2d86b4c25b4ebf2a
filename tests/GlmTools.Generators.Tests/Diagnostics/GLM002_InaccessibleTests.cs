using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM002_InaccessibleTests
{
    [Theory]
    [InlineData("private")]
    [InlineData("")]
    [InlineData("protected")]
    [InlineData("private protected")]
    public async Task A_method_that_generated_code_cannot_call_is_an_error(string access)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] {access} int Bad() => 1;"))
            .AssertError("GLM002", "Bad", "Generated code cannot reach 'Case.Bad()'; make it public or internal");

    [Fact]
    public async Task A_tool_in_a_private_class_is_an_error()
    {
        var analyzed = await Analyzed.From(Sources.Of("public class Outer { private class Inner { [GlmTool(Description = \"d\")] public int Bad() => 1; } }"));
        analyzed.AssertReported("GLM002", "Bad", "Generated code cannot reach 'Outer.Inner.Bad()'; make it public or internal");
        analyzed.AssertNoCode();
    }

    [Fact]
    public async Task A_tool_in_a_file_local_class_is_an_error()
    {
        var analyzed = await Analyzed.From(Sources.Of("file class Local { [GlmTool(Description = \"d\")] public int Bad() => 1; }"));
        analyzed.AssertReported("GLM002", "Bad", "Generated code cannot reach 'Local.Bad()'; make it public or internal");
        analyzed.AssertNoCode();
    }

    [Fact]
    public async Task A_tool_in_a_ref_struct_is_an_error()
    {
        var analyzed = await Analyzed.From(Sources.Of("public ref struct Fast { [GlmTool(Description = \"d\")] public int Bad() => 1; }"));
        analyzed.AssertReported("GLM002", "Bad", "Generated code cannot reach 'Fast.Bad()'; make it public or internal");
        analyzed.AssertNoCode();
    }

    [Fact]
    public async Task A_static_abstract_method_is_an_error()
    {
        var analyzed = await Analyzed.From(Sources.Of("public interface IAbstract { [GlmTool(Description = \"d\")] static abstract int Bad(); }"));
        analyzed.AssertReported("GLM002", "Bad", "Generated code cannot reach 'IAbstract.Bad()'; make it public or internal");
        analyzed.AssertNoCode();
    }

    [Fact]
    public async Task A_method_in_an_extension_block_is_an_error()
    {
        var analyzed = await Analyzed.From(Sources.Of("public static class Extensions { extension(string text) { [GlmTool(Description = \"d\")] public int Bad() => text.Length; } }"));
        Assert.Equal("GLM002", Assert.Single(analyzed.Findings).Id);
        analyzed.AssertNoCode();
    }

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("protected internal")]
    [InlineData("public static")]
    public async Task A_method_that_generated_code_can_call_is_fine(string access)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\")] {access} int Good() => 1;")).AssertClean();
}
