using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GlmTools.Generators.Tests.Documentation;

/// <summary>The fenced blocks of a document in the repository.</summary>
internal static class Readme
{
    public static IReadOnlyList<string> Blocks(string document, string language)
        => [.. Regex.Matches(Text(document), $"^```{language}\\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(static match => match.Groups[1].Value)];

    public static string Text(string document) => File.ReadAllText(PathOf(document)).ReplaceLineEndings("\n");

    public static string PathOf(string document, [CallerFilePath] string here = "")
        => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", document);
}
