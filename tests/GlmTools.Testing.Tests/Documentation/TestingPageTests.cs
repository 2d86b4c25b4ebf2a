using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GlmTools.Testing.Tests.Documentation;

/// <summary>docs/testing.md, and the README where it is about tests, show code that is compiled and run as it stands there.</summary>
public class TestingPageTests
{
    [Theory]
    [InlineData("docs/testing.md", "csharp", 3)]
    [InlineData("README.md", "cs", 1)]
    public void Every_snippet_is_a_test_that_runs(string page, string language, int count)
    {
        var here = Here();
        var files = Directory.GetFiles(here, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
        var snippets = Regex.Matches(File.ReadAllText(Path.Combine(here, "..", "..", "..", page)), $"```{language}\n(.*?)```", RegexOptions.Singleline);
        Assert.Equal(count, snippets.Count);
        Assert.All(snippets, snippet => Assert.Contains(files, file => file.EndsWith($"Pages;\n\n{snippet.Groups[1].Value}", StringComparison.Ordinal)));
    }

    private static string Here([CallerFilePath] string path = "") => SourceDirectory.Of(path);
}
