using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM005_ByReferenceTests
{
    [Theory]
    [InlineData("ref int value")]
    [InlineData("in int value")]
    [InlineData("ref readonly int value")]
    [InlineData("Span<int> value")]
    [InlineData("params ReadOnlySpan<string> value")]
    [InlineData("in CancellationToken value")]
    public async Task A_parameter_by_reference_is_an_error(string parameter)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({parameter}) {{ }}"))
            .AssertError("GLM005", "value", "Parameter 'value' is passed by reference; a model can only send values, so take it by value");

    [Fact]
    public async Task An_out_parameter_is_an_error()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Bad(int a, out int b) => b = a;"))
            .AssertError("GLM005", "b", "Parameter 'b' is passed by reference; a model can only send values, so take it by value");

    [Fact]
    public async Task A_parameter_by_value_is_fine()
        => (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Good(int value, CancellationToken cancellationToken, params string[] more) { }")).AssertClean();
}
