using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GlmTools.Generators.Tests.Diagnostics;

/// <summary>Each rule is where a developer looks for it, and its page shows what the analyzer really says.</summary>
public class PageTests
{
    private const string Usings = "using System.ComponentModel.DataAnnotations;";

    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    public static TheoryData<string> Ids => [.. Rules.All.Select(static rule => rule.Id)];

    /// <summary>The rules about code alone; those about a lock file or a budget have tests of their own.</summary>
    public static TheoryData<string> CodeIds => [.. new GlmToolAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id)];

    [Fact]
    public void The_analyzers_support_every_rule_once()
    {
        var fields = typeof(Rules).GetFields().Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
        DiagnosticAnalyzer[] analyzers = [new GlmToolAnalyzer(), new GlmToolLockAnalyzer(), new GlmToolBudgetAnalyzer()];
        Assert.Equal(fields.Select(static rule => rule.Id), analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Order());
        Assert.Equal(Rules.All.Length, Rules.All.Select(static rule => rule.Id).Distinct().Count());
    }

    [Fact]
    public void The_release_notes_and_the_index_have_a_row_for_every_rule()
    {
        Assert.Equal(
            Rules.All.Select(static rule => $"{rule.Id}|{rule.Category}|{rule.DefaultSeverity}|{rule.Title}").Order(),
            Rows("src/GlmTools.Generators/AnalyzerReleases.Unshipped.md", "GLM").Select(static row => Regex.Replace(row, @"\s*\|\s*", "|")));
        Assert.Equal(
            Rules.All.Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {Severity(rule)} | {rule.Title} |").Order(),
            Rows("docs/diagnostics/README.md", "| [GLM"));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Its_page_is_where_its_link_leads(string id)
    {
        var rule = Rule(id);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {rule.Title}\n\n*{Severity(rule)}*\n\n", Page(id), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(CodeIds))]
    public async Task Its_page_shows_what_is_reported(string id)
        => Assert.Equal([id], (await Analyze(Example(id, "Bad"))).Findings.Select(static finding => finding.Id).Distinct());

    [Theory, MemberData(nameof(CodeIds))]
    public async Task Its_page_shows_what_is_fine(string id) => (await Analyze(Example(id, "Good"))).AssertClean();

    private static DiagnosticDescriptor Rule(string id) => Rules.All.Single(rule => rule.Id == id);

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString().ToLowerInvariant();

    private static string Page(string id) => File.ReadAllText(Path.Combine(Root, $"docs/diagnostics/{id}.md"));

    private static IEnumerable<string> Rows(string path, string start)
        => File.ReadLines(Path.Combine(Root, path)).Where(line => line.StartsWith(start, StringComparison.Ordinal)).Order();

    // The only block under a heading: C#, or a setting of the project.
    private static (string Language, string Text) Example(string id, string heading)
    {
        var block = Regex.Match(Page(id), $"## {heading}\n\n```(cs|xml)\n(.*?)\n```\n", RegexOptions.Singleline);
        Assert.True(block.Success, $"The page of {id} has nothing under '{heading}'.");
        return (block.Groups[1].Value, block.Groups[2].Value);
    }

    private static Task<Analyzed> Analyze((string Language, string Text) example) => Analyzed.From(
        hints: true,
        sources: example.Language == "xml"
            ? Sources.Of("public class Page { [GlmTool(Description = \"Any.\")] public void Any() { } }") with { Language = LanguageOf(example.Text) }
            : Sources.Of($"{Usings}\npublic class Page\n{{\n{Repeated(example.Text)}\n}}"));

    private static LanguageVersion LanguageOf(string project)
        => LanguageVersionFacts.TryParse(Regex.Match(project, "<LangVersion>(.*)</LangVersion>").Groups[1].Value, out var version) ? version : LanguageVersion.CSharp14;

    // "and so on, to Thing129" stands for the members that a reader would not want to see.
    private static string Repeated(string example)
        => Regex.Replace(example, @"(?<member> *///(?:(?!\n\n).)*1(?:(?!\n\n).)*)\n\n *// \.\.\. and so on, to \D+(?<last>\d+)", static match => string.Join(
            "\n", Enumerable.Range(1, int.Parse(match.Groups["last"].Value)).Select(i => match.Groups["member"].Value.Replace("1", $"{i}", StringComparison.Ordinal))), RegexOptions.Singleline);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
