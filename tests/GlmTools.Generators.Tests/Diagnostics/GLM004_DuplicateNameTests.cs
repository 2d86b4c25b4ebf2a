using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM004_DuplicateNameTests
{
    [Fact]
    public async Task A_second_tool_of_a_name_is_an_error()
        => await (await Analyzed.Members("[GlmTool(\"fine\", Description = \"d\")] public int Bad() => 1;"))
            .AssertError("GLM004", "Bad", "'Case' has another tool named 'fine'; name one of them differently: [GlmTool(\"...\")]");

    [Fact]
    public async Task An_overload_without_a_name_of_its_own_is_an_error()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public int Fine(int a) => a;"))
            .AssertError("GLM004", "Fine", "'Case' has another tool named 'fine'; name one of them differently: [GlmTool(\"...\")]");

    [Fact]
    public async Task Another_name_is_fine()
        => (await Analyzed.Members("[GlmTool(\"good\", Description = \"d\")] public int Fine(int a) => a;")).AssertClean();
}
