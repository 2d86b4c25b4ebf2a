using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM026_TooManyToolsTests
{
    [Fact]
    public async Task More_tools_than_a_request_takes_are_a_warning()
        => (await Analyzed.From(Of(129))).AssertReported(
            "GLM026", "Case", "'Case' has 129 tools, and GLM refuses a request with more than 128; split the type, or send some of them: Tools.Where(...)");

    [Fact]
    public async Task As_many_as_it_takes_are_fine() => (await Analyzed.From(Of(128))).AssertClean();

    [Fact]
    public async Task It_can_be_silenced() => (await Analyzed.From(Of(129, "#pragma warning disable GLM026"))).AssertClean();

    private static Sources Of(int tools, string first = "") => Sources.Of($$"""
        {{first}}
        public class Case
        {
            {{string.Concat(Enumerable.Range(1, tools).Select(static i => $"[GlmTool(Description = \"Does {i}.\")] public void Do{i}() {{ }} "))}}
        }
        """);
}
