using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM006_GenericTests
{
    [Fact]
    public async Task A_generic_method_is_an_error()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public int Bad<T>(T value) => 1;"))
            .AssertError("GLM006", "Bad", "'Case.Bad<T>(T)' is generic, and a schema needs a closed type; write a method for the types it is called with");

    [Fact]
    public async Task A_closed_generic_parameter_is_fine()
        => (await Analyzed.Members("public record Page<T>(T[] Items); [GlmTool(Description = \"d\")] public int Good(Page<int> page, Page<string?>? more = null) => 1;")).AssertClean();
}
