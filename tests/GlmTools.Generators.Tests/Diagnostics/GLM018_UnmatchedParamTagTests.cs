using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM018_UnmatchedParamTagTests
{
    private const string Message = "'time' is no parameter of 'Wait', so that the model never reads this; rename or remove it";

    [Theory]
    [InlineData("/// <summary>Waits.</summary>\n/// <param name=\"time\">How long.</param>\n[GlmTool] public void Wait(int seconds) { }")]
    [InlineData("/// <summary>Waits.</summary>\n/// <param\tname = 'time' />\n[GlmTool] public void Wait() { }")]
    [InlineData("/** <summary>Waits.</summary>\n * <param name=\"time\">How long.</param> */\n[GlmTool] public void Wait(int Time) { }")]
    public async Task A_tag_without_a_parameter_is_a_warning(string member)
        => (await Analyzed.Members(member)).AssertReported("GLM018", "time", Message);

    [Fact]
    public async Task It_is_found_where_the_compiler_parses_docs_too()
    {
        var sources = Sources.Of("public class C {\n/// <summary>Waits.</summary>\n/// <param name=\"time\">How long.</param>\n[GlmTool] public void Wait() { }\n}");
        var found = Assert.Single(await Analyzed.Analyze((sources with { Documentation = Microsoft.CodeAnalysis.DocumentationMode.Diagnose }).Compile()));
        Assert.Equal(new Finding("GLM018", "time", Message), Finding.Of(found));
    }

    [Fact]
    public async Task Tags_of_parameters_and_of_methods_that_are_no_tools_are_fine()
        => (await Analyzed.Members("""
            /// <summary>Waits.</summary>
            /// <param name="class">How long.</param>
            /// <param name="cancellationToken">Ends it.</param>
            /// <typeparam name="T">None.</typeparam>
            [GlmTool] public void Wait(int @class, CancellationToken cancellationToken) { }

            /// <param name="time">How long.</param>
            public void Other() { }
            """)).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM018\n/// <summary>Waits.</summary>\n/// <param name=\"time\">How long.</param>\n[GlmTool] public void Wait() { }")).AssertClean();
}
