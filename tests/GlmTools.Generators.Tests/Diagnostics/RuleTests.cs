using System.Reflection;
using System.Text.RegularExpressions;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Diagnostics;

/// <summary>That every rule is found by its id in every place it has to be: analyzer, release notes, page, tests.</summary>
public class RuleTests
{
    private static readonly DiagnosticDescriptor[] All = [.. typeof(GlmToolAnalyzer).Assembly.GetType("GlmTools.Generators.Diagnostics.Rules")!
        .GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>()];

    private static readonly string Root = TestFolder.Repository;

    public static TheoryData<string> Ids => [.. All.Select(static rule => rule.Id)];

    [Fact]
    public void Every_rule_is_supported_once()
        => Assert.Equal(All.Select(static rule => rule.Id).Order(), new GlmToolAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id).Order());

    [Fact]
    public void Every_rule_is_in_the_release_notes_as_it_is()
    {
        var notes = File.ReadLines(Path.Combine(Root, "src/GlmTools.Generators/AnalyzerReleases.Unshipped.md"))
            .Concat(File.ReadLines(Path.Combine(Root, "src/GlmTools.Generators/AnalyzerReleases.Shipped.md")))
            .Where(static line => line.StartsWith("GLM", StringComparison.Ordinal))
            .Select(static line => string.Join("|", line.Split('|').Select(static cell => cell.Trim())));
        Assert.Equal(All.Select(static rule => $"{rule.Id}|{rule.Category}|{rule.DefaultSeverity}|{rule.Title}").Order(), notes.Order());
    }

    [Fact]
    public void Every_rule_has_a_row_in_the_index_of_its_pages()
    {
        var rows = File.ReadLines(Path.Combine(Root, "docs/diagnostics/README.md")).Where(static line => line.StartsWith("| [GLM", StringComparison.Ordinal));
        Assert.Equal(
            All.Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} | {rule.Title} |").Order(),
            rows.Order());
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_rule_has_a_test_class_of_its_id(string id)
        => Assert.Single(typeof(RuleTests).Assembly.GetTypes(), type => type.Name.StartsWith($"{id}_", StringComparison.Ordinal) && type.Name.EndsWith("Tests", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Ids))]
    public async Task Its_page_shows_what_is_reported_and_what_is_not(string id)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root, "docs/diagnostics", $"{id}.md"));
        var rule = All.Single(rule => rule.Id == id);
        Assert.StartsWith($"# {id}: {rule.Title}\n\n*{rule.DefaultSeverity.ToString().ToLowerInvariant()}*\n", page, StringComparison.Ordinal);
        var (bad, good) = (Examples(page, "Bad"), Examples(page, "Good"));
        Assert.Equal(bad.Length, good.Length);
        foreach (var example in bad)
        {
            Assert.Contains(id, (await Analyze(example)).Select(static finding => finding.Id));
        }

        foreach (var example in good)
        {
            Assert.Empty(await Analyze(example));
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_message_is_one_sentence_that_names_a_symbol(string id)
    {
        var message = All.Single(rule => rule.Id == id).MessageFormat.ToString();
        Assert.Contains("'{", message, StringComparison.Ordinal);
        Assert.False(message.EndsWith('.'), message);
        Assert.Contains("; ", message, StringComparison.Ordinal);
    }

    private static string[] Examples(string page, string heading)
        => [.. Regex.Matches(page, $@"## {heading}\n(?:(?!\n## ).)*", RegexOptions.Singleline)
            .SelectMany(static section => Regex.Matches(section.Value, "```cs\n(.*?)```", RegexOptions.Singleline))
            .Select(static block => block.Groups[1].Value)];

    // Members stand in a class of their own; types can stand in it, too.
    private static async Task<IReadOnlyList<Finding>> Analyze(string example)
        => (await Analyzed.From(Sources.Of($$"""
            using System.ComponentModel.DataAnnotations;
            public class Page
            {
            {{example}}
            }
            """))).Findings;
}
