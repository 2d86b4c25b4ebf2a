using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM016_UndescribedParameterTests
{
    [Theory]
    [InlineData("/// <summary>Waits.</summary>\n[GlmTool] public void Bad(int seconds) { }")]
    [InlineData("/// <summary>Waits.</summary>\n/// <param name=\"seconds\"> </param>\n[GlmTool] public void Bad(int seconds) { }")]
    [InlineData("[GlmTool(Description = \"Waits.\")] public void Bad([Description(\"\")] int seconds) { }")]
    public async Task A_parameter_the_model_fills_without_a_word_about_it_is_a_hint(string member)
        => (await Analyzed.Members(member, hints: true))
            .AssertReported("GLM016", "seconds", "The model fills 'seconds' by its name alone; add <param name=\"seconds\"> or [Description(\"...\")]");

    [Theory]
    [InlineData("/// <summary>Waits.</summary>\n/// <param name=\"seconds\">How long.</param>\n[GlmTool] public void Good(int seconds) { }")]
    [InlineData("[GlmTool(Description = \"Waits.\")] public void Good([Description(\"How long.\")] int seconds) { }")]
    [InlineData("[GlmTool(Description = \"Waits.\")] public void Good(CancellationToken token, GlmToolContext context, IServiceProvider services) { }")]
    public async Task A_described_parameter_and_one_the_host_fills_are_fine(string member) => (await Analyzed.Members(member, hints: true)).AssertClean();

    [Fact]
    public async Task A_tool_without_a_description_is_told_so_first()
        => Assert.Equal(["GLM008"], (await Analyzed.Members("[GlmTool] public void Bad(int seconds, int minutes) { }", hints: true)).Findings.Select(static f => f.Id));

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM016\n/// <summary>Waits.</summary>\n[GlmTool] public void Bad(int seconds) { }", hints: true)).AssertClean();
}
