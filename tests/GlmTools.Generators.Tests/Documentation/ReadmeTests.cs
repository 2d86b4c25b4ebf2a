using System.Text;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Documentation;

/// <summary>What the READMEs say is so.</summary>
public sealed class ReadmeTests
{
    public static TheoryData<string> Documents => ["README.md", "README.zh-CN.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    [InlineData("src/GlmTools/README.md")]
    public void Its_programs_compile_without_a_warning(string document)
    {
        var programs = Readme.Blocks(document, "csharp");

        Assert.NotEmpty(programs);
        Assert.All(programs, static program =>
        {
            var compilation = Sources.Of(program).Compile();
            var run = GeneratorRun.Of(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)));
            Assert.NotEmpty(run.Files);
            Assert.Empty(run.Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning));
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Its_first_program_stands_above_line_20(string document)
        => Assert.InRange(Array.IndexOf(Readme.Text(document).Split('\n'), "```csharp"), 0, 18);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Its_definition_is_the_one_that_is_generated(string document)
        => Assert.Equal(Readme.Blocks(document, "json")[0].TrimEnd(), WeatherTools(document).ToJson());

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Its_error_is_the_one_the_model_reads(string document)
    {
        var arguments = Encoding.UTF8.GetBytes("""{"Location":"北京","unit":"kelvin"}""");

        var result = await WeatherTools(document)[0].InvokeAsync(arguments);

        Assert.Equal(Assert.Single(Readme.Blocks(document, "text"), static block => block.StartsWith("Error", StringComparison.Ordinal)).TrimEnd(), result.Text);
    }

    [Fact]
    public void Its_generated_code_is_the_one_that_is_generated()
    {
        var shown = Readme.Blocks("README.md", "text").First(static block => block.StartsWith("// WeatherTools", StringComparison.Ordinal));
        var generated = Types("README.md").Files.Single().Value.Replace("global::System.Threading.Tasks.", "").Replace("global::GlmTools.Binding.", "").Replace("global::", "");

        Assert.Contains(string.Concat(shown.TrimEnd().Split('\n').Select(static line => line.Length > 0 ? $"        {line}\n" : "\n")), generated);
    }

    private static GlmToolSet WeatherTools(string document) => Types(document).Tools("WeatherTools").Set;

    // The types of the first program, without the program.
    private static Generated Types(string document)
    {
        var program = Readme.Blocks(document, "csharp")[0];
        return Generated.From(program[program.IndexOf("public enum", StringComparison.Ordinal)..]);
    }
}
