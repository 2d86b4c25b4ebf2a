using System.Text.RegularExpressions;

namespace GlmTools.Generators.Tests.Documentation;

/// <summary>Every program of docs/from-python.md compiles without a warning, runs, and prints what stands under it.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed partial class FromPythonTests
{
    private const string Document = "docs/from-python.md";

    public static TheoryData<string> Headings => [.. Programs.Keys];

    private static Dictionary<string, (string Code, string Output)> Programs => ProgramPattern().Matches(Readme.Text(Document))
        .ToDictionary(static match => match.Groups["heading"].Value, static match => (match.Groups["code"].Value, match.Groups["output"].Value));

    [Theory]
    [MemberData(nameof(Headings))]
    public async Task Its_programs_print_what_it_says(string heading)
    {
        var (code, output) = Programs[heading];

        Assert.Equal(output.TrimEnd(), (await DocumentedProgram.RunAsync(code)).TrimEnd());
    }

    [Fact]
    public void Every_block_of_code_is_among_them()
    {
        Assert.Equal(Readme.Blocks(Document, "csharp").Count, Programs.Count);
        Assert.All(Programs.Values, static program => Assert.NotEqual("", program.Output.Trim()));
    }

    [GeneratedRegex(@"^### (?<heading>[^\n]+)\n(?:(?!#|```)[^\n]*\n)*```csharp\n(?<code>(?:(?!```)[^\n]*\n)*)```\n\n```text\n(?<output>(?:(?!```)[^\n]*\n)*)```", RegexOptions.Multiline)]
    private static partial Regex ProgramPattern();
}
