using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM015_ConfusableNameTests
{
    [Theory]
    [InlineData("getOrder")]
    [InlineData("Get_Order")]
    [InlineData("get-order")]
    [InlineData("getorder")]
    public async Task Names_that_differ_only_in_case_or_separators_are_a_warning(string name)
        => (await Analyzed.Members($"[GlmTool(Description = \"a\")] public void GetOrder() {{ }} [GlmTool(\"{name}\", Description = \"b\")] public void Bad() {{ }}"))
            .AssertReported("GLM015", "Bad", $"'{name}' and 'get_order' differ only in case or separators, and a model will mix them up; name one of them differently: [GlmTool(\"...\")]");

    [Fact]
    public async Task It_is_told_of_an_inherited_tool_where_the_second_one_is_declared()
        => (await Analyzed.From(Sources.Of("""
            public class Base { [GlmTool(Description = "a")] public void GetOrder() { } }
            public class Derived : Base { [GlmTool("getOrder", Description = "b")] public void Bad() { } }
            [GlmToolSet] public class Last : Derived;
            """))).AssertReported("GLM015", "Bad", "'getOrder' and 'get_order' differ only in case or separators, and a model will mix them up; name one of them differently: [GlmTool(\"...\")]");

    [Fact]
    public async Task Sets_that_are_joined_are_compared_too()
        => (await Analyzed.From(Sources.Of("""
            public static class A { [GlmTool(Description = "a")] public static void GetOrder() { } }
            public static class B { [GlmTool("getOrder", Description = "b")] public static void Get() { } }
            public static class All { public static GlmToolSet Tools => A.Tools + B.Tools; }
            """))).AssertReported("GLM015", "B.Tools", "'getOrder' and 'get_order' differ only in case or separators, and a model will mix them up; name one of them differently: [GlmTool(\"...\")]");

    [Theory]
    [InlineData("get_orders")]
    [InlineData("get_order_2")]
    public async Task Other_names_are_fine(string name)
        => (await Analyzed.Members($"[GlmTool(Description = \"a\")] public void GetOrder() {{ }} [GlmTool(\"{name}\", Description = \"b\")] public void Good() {{ }}")).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("[GlmTool(Description = \"a\")] public void GetOrder() { }\n#pragma warning disable GLM015\n[GlmTool(\"getOrder\", Description = \"b\")] public void Bad() { }")).AssertClean();
}
