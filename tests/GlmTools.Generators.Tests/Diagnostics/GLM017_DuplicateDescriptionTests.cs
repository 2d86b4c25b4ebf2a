using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM017_DuplicateDescriptionTests
{
    [Fact]
    public async Task Two_tools_of_one_description_are_a_warning()
        => (await Analyzed.Members("/// <summary>Gets it.</summary>\n[GlmTool] public void A() { }\n[GlmTool, Description(\"Gets it.\")] public void B() { }"))
            .AssertReported("GLM017", "B", "'b' is described like 'a', and a model can only guess between them; say what sets it apart");

    [Fact]
    public async Task Different_descriptions_are_fine()
        => (await Analyzed.Members("/// <summary>Gets it.</summary>\n[GlmTool] public void A() { }\n/// <summary>Gets it all.</summary>\n[GlmTool] public void B() { }")).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("[GlmTool(Description = \"d\")] public void A() { }\n#pragma warning disable GLM017\n[GlmTool(Description = \"d\")] public void B() { }")).AssertClean();
}
