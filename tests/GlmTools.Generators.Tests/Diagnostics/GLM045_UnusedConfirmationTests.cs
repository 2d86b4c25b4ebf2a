using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM045_UnusedConfirmationTests
{
    [Theory]
    [InlineData("")]
    [InlineData(", RequiresApproval = false")]
    public async Task A_confirmation_nobody_is_shown_is_a_warning(string more)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\", Confirmation = \"Sure?\"{more})] public void Bad() {{ }}"))
            .AssertReported("GLM045", "Bad", "Nobody is asked before 'bad' is called, so that its confirmation is never shown; add RequiresApproval = true");

    [Theory]
    [InlineData("RequiresApproval = true, Confirmation = \"Sure?\"")]
    [InlineData("Confirmation = null")]
    public async Task A_confirmation_that_is_shown_is_fine(string arguments)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\", {arguments})] public void Good() {{ }}")).AssertClean();
}
