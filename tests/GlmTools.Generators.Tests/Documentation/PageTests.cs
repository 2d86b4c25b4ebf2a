using System.Text.RegularExpressions;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GlmTools.Generators.Tests.Documentation;

/// <summary>
/// Every block of C# of the pages compiles without a warning. A block stands alone but for <see cref="Given"/>; one that cannot has a comment above it,
/// <c>not compiled</c> and why. The programs of from-python.md are run besides, and the tests of the testing pages where they are tests.
/// </summary>
public sealed partial class PageTests
{
    private static readonly string[] Pages = ["agents", "chat", "cli", "conversation-store", "emulator", "extensions-ai", "hosting", "legacy-v3", "local-servers", "platform", "prices", "qingyan", "telemetry"];

    private static readonly string[] RunElsewhere = ["from-python", "testing", "testing-agents"];

    public static TheoryData<string, int> Blocks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var (page, line, _) in Pages.SelectMany(BlocksOf))
            {
                data.Add(page, line);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Its_code_compiles_without_a_warning(string page, int line)
    {
        var code = BlocksOf(page).Single(block => block.Line == line).Code;
        var compilation = Sources.Of(code, Given.Usings, Given.Names).Compile([.. HostReferences.All]);
        var isProgram = compilation.SyntaxTrees.Any(static tree => tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());

        var run = GeneratorRun.Of(compilation.WithOptions(compilation.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)));

        Assert.Empty(run.Output.GetDiagnostics().Where(static found => found.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Every_page_with_code_is_among_them()
    {
        var folder = Path.GetDirectoryName(Readme.PathOf("docs/agents.md"))!;
        var pages = Directory.GetFiles(folder, "*.md").Where(static path => Fence().IsMatch(File.ReadAllText(path))).Select(static path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(Pages, pages.Except(RunElsewhere).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Page, int Line, string Code)> BlocksOf(string page)
    {
        var text = Readme.Text($"docs/{page}.md");
        return Fence().Matches(text)
            .Where(static block => !block.Groups["reason"].Success)
            .Select(block => (page, text.AsSpan(0, block.Groups["code"].Index).Count('\n') + 1, block.Groups["code"].Value));
    }

    [GeneratedRegex(@"(?:^[ ]*<!-- not compiled: (?<reason>[^\n]+?) -->\r?\n)?^(?<indent>[ ]*)```csharp\r?\n(?<code>.*?)^\k<indent>```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
