using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM007_AsyncVoidTests
{
    [Fact]
    public async Task An_async_void_method_is_an_error()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public async void Bad() => await Task.Yield();"))
            .AssertError("GLM007", "Bad", "Nobody can await 'Bad' or see it fail; return Task");

    [Theory]
    [InlineData("async Task")]
    [InlineData("async ValueTask")]
    public async Task A_method_that_can_be_awaited_is_fine(string type)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\")] public {type} Good() => await Task.Yield(); [GlmTool(Description = \"e\")] public void Sync() {{ }}")).AssertClean();
}
