using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM044_UnpairedBraceTests
{
    [Theory]
    [InlineData("Send {amount", "{")]
    [InlineData("Send amount}", "}")]
    [InlineData("Send {{amount}", "}")]
    [InlineData("Send {a{amount}", "{")]
    [InlineData("{", "{")]
    public async Task A_brace_without_another_is_an_error(string template, string brace)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\", RequiresApproval = true, Confirmation = \"{template}\")] public void Bad(int amount) {{ }}"))
            .AssertError("GLM044", "Bad", $"The confirmation of 'Bad' has an unpaired '{brace}'; pair it, or write '{brace}{brace}' for the brace itself");

    [Theory]
    [InlineData("{{{amount}}}")]
    [InlineData("}}{{")]
    [InlineData("")]
    public async Task Braces_in_pairs_are_fine(string template)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\", RequiresApproval = true, Confirmation = \"{template}\")] public void Good(int amount) {{ }}")).AssertClean();
}
