using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GlmTools.Testing.Tests.Documentation;

/// <summary>docs/testing-agents.md shows code that compiles and runs.</summary>
public partial class TestingAgentsPageTests
{
    [Fact]
    public void Every_snippet_is_a_test()
    {
        var shown = CSharp().Matches(File.ReadAllText(Path.Combine(Folder(), "../../../docs/testing-agents.md"))).Select(static match => match.Groups[1].Value);
        var tested = Marked().Matches(File.ReadAllText(Path.Combine(Folder(), "TestingAgentsPage.cs"))).Select(static match => WithoutMargin(match.Groups[1].Value));
        Assert.Equal(tested.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    private static string WithoutMargin(string code) => code.StartsWith("    ", StringComparison.Ordinal) ? Margin().Replace(code, "") : code;

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(" *// page: [a-z]+\n(.*?) *// end\n", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex("^    ", RegexOptions.Multiline)]
    private static partial Regex Margin();
}
