using System.Text.RegularExpressions;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GlmTools.Generators.Tests.Documentation;

/// <summary>The pages about the lock file and about budgets show what is really said.</summary>
public class LockPageTests
{
    private static readonly DiagnosticAnalyzer[] Analyzers = [new GlmToolLockAnalyzer(), new GlmToolBudgetAnalyzer()];

    public static TheoryData<string> Ids => [.. Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id)];

    [Fact]
    public void The_page_about_the_lock_file_has_a_row_for_every_rule()
        => Assert.Equal(
            new GlmToolLockAnalyzer().SupportedDiagnostics.Select(static rule => $"| [{rule.Id}](diagnostics/{rule.Id}.md) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |"),
            Regex.Matches(Readme.Text("docs/lock-file.md"), @"^\| \[GLM.*?\|.*?\|", RegexOptions.Multiline).Select(static row => row.Value));

    [Theory, MemberData(nameof(Ids))]
    public async Task What_its_page_shows_as_bad_is_reported(string id)
    {
        var found = await Analyze(Shown(id, "Bad"));
        Assert.Contains(found, finding => finding.StartsWith(id, StringComparison.Ordinal));
        Assert.All(found, finding => Assert.True(finding.StartsWith(id, StringComparison.Ordinal) || finding.Contains(" info ", StringComparison.Ordinal), finding));
    }

    [Theory, MemberData(nameof(Ids))]
    public async Task What_its_page_shows_as_good_is_fine(string id)
    {
        // Accepting a change is good too.
        var accepted = Block(id, "Good") is ("sh", "dotnet build -t:GlmToolsLock");
        var bad = Shown(id, "Bad");
        var found = await Analyze(accepted ? bad with { Lock = bad.WriteLock() } : Shown(id, "Good"));
        Assert.All(found, finding => Assert.True(!finding.StartsWith(id, StringComparison.Ordinal) && finding.Contains(" info ", StringComparison.Ordinal), finding));
        Assert.True(!accepted || found.Count == 0);
    }

    [Fact]
    public void The_format_is_as_shown()
        => Assert.Equal(
            Project.Of("""
                namespace Demo;
                public static class Weather
                {
                    /// <summary>Shows the weather of a city.</summary>
                    /// <param name="city">Its name, in any language</param>
                    [GlmTool] public static string GetWeather(string city) => city;
                }
                """).WriteLock(),
            Blocks(Readme.Text("docs/lock-file.md"), "The format").Single(static block => block.Language == "json").Text + "\n");

    private static Project Shown(string id, string heading)
    {
        var locked = Block(id, "Locked") is { } before ? Project.Of(Code(before.Text)).WriteLock() : null;
        var shown = Block(id, heading)!.Value;
        var code = shown.Language == "cs" ? shown.Text : (Block(id, "Locked") ?? ("cs", "")).Text;
        var project = Project.Of(Code(code)) with { Lock = shown.Language == "json" ? shown.Text : locked };
        var property = shown.Language == "xml" ? shown : Block(id, "Budget") ?? default;
        return Regex.Match(property.Text ?? "", "^<(.*)>(.*)</.*>$") is { Success: true } set ? project.With(set.Groups[1].Value, set.Groups[2].Value) : project;
    }

    private static string Code(string members) => $"public class Page\n{{\n{members}\n}}";

    private static async Task<IReadOnlyList<string>> Analyze(Project project)
    {
        var found = new List<string>();
        foreach (var analyzer in Analyzers)
        {
            found.AddRange(await project.Analyze(analyzer));
        }

        return found;
    }

    private static (string Language, string Text)? Block(string id, string heading)
        => Blocks(Page(id), heading).Select(static block => ((string, string)?)block).SingleOrDefault();

    private static IEnumerable<(string Language, string Text)> Blocks(string page, string heading)
        => Regex.Match(page, $"## {heading}\n(.*?)(\n## |\\z)", RegexOptions.Singleline) is { Success: true } section
            ? Regex.Matches(section.Groups[1].Value, "```(\\w+)\n(.*?)\n```", RegexOptions.Singleline).Select(static block => (block.Groups[1].Value, block.Groups[2].Value))
            : [];

    private static string Page(string id) => Readme.Text($"docs/diagnostics/{id}.md");
}
