using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GlmTools.Testing.Tests.Documentation;

/// <summary>docs/testing.md shows code that is compiled and run as it stands there.</summary>
public class TestingPageTests
{
    [Fact]
    public void Every_snippet_is_a_test_that_runs()
    {
        var here = Here();
        var files = Directory.GetFiles(here, "*.cs").Select(File.ReadAllText).ToArray();
        var snippets = Regex.Matches(File.ReadAllText(Path.Combine(here, "..", "..", "..", "docs", "testing.md")), "```csharp\n(.*?)```", RegexOptions.Singleline);
        Assert.Equal(3, snippets.Count);
        Assert.All(snippets, snippet => Assert.Contains(files, file => file.EndsWith($"Pages;\n\n{snippet.Groups[1].Value}", StringComparison.Ordinal)));
    }

    private static string Here([CallerFilePath] string path = "") => SourceDirectory.Of(path);
}
