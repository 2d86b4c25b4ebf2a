using System.Text;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Tests.Robustness;

/// <summary>What is generated compiles without a warning whatever the project it lands in is set to.</summary>
public class ProjectSettingsTests
{
    private const string Tools = """
        using System.ComponentModel.DataAnnotations;
        namespace Demo;
        [Flags] public enum Days { Mon = 1, Tue = 2 }
        public abstract record Shape { public sealed record Circle(double Radius) : Shape; public sealed record Square(int Side) : Shape; }
        public class Node { public string Name { get; init; } = "n"; public List<Node> Children { get; set; } = new(); }
        public class Shop
        {
            [GlmTool] public Shape Draw(Shape shape, [Range(1, 5)] int times = 1, Days days = Days.Mon, byte small = 3) => shape;
            [GlmTool] public async Task<Dictionary<Days, Node>> Grow(Node root, (int X, string Y) at, long? limit = null) { await Task.Yield(); return new(); }
            [GlmTool] public static string Name(string text, char letter = 'x') => text + letter;
        }
        """;

    public static TheoryData<string> Settings => ["nullable off", "nullable warnings", "checked", "preview", "documentation file", "release", "unsafe off", "console program"];

    [Theory, MemberData(nameof(Settings))]
    public void It_compiles_without_a_warning(string setting)
    {
        var sources = Sources.Of(Tools);
        sources = setting switch
        {
            "preview" => sources with { Language = LanguageVersion.Preview },
            "documentation file" => sources with { Documentation = DocumentationMode.Diagnose },
            _ => sources,
        };
        var compilation = sources.Compile();
        var options = compilation.Options;
        var run = GeneratorRun.Of(compilation.WithOptions(setting switch
        {
            "nullable off" => options.WithNullableContextOptions(NullableContextOptions.Disable),
            "nullable warnings" => options.WithNullableContextOptions(NullableContextOptions.Warnings),
            "checked" => options.WithOverflowChecks(true),
            "release" => options.WithOptimizationLevel(OptimizationLevel.Release),
            "unsafe off" => options.WithAllowUnsafe(false),
            "console program" => options.WithOutputKind(OutputKind.ConsoleApplication),
            _ => options,
        }));

        // The program has no Main, and its own types no docs: neither is about what is generated.
        var complaints = run.Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not "CS5001" and not "CS1591");
        Assert.Empty(complaints);
        Assert.Single(run.Files);
    }

    [Fact]
    public void An_enum_of_a_referenced_project_is_followed()
    {
        var tools = Sources.Of("namespace Demo; public class Painter { [GlmTool] public void Paint(Shared.Colour colour) { } }");
        var before = GeneratorRun.Of(tools.Compile(Library("Red, Green")));
        var edited = tools.Compile(Library("Red, Green, Blue"));
        var after = before.Then(edited);

        Assert.Contains("Blue", after.Files.Values.Single(), StringComparison.Ordinal);
        Assert.Equal(GeneratorRun.Of(tools.Compile(Library("Red, Green, Blue"))).Files, after.Files);
        after.Then(tools.Compile(Library("Red, Green, Blue"))).AssertNothingNew();
    }

    private static MetadataReference Library(string colours)
    {
        var tree = CSharpSyntaxTree.ParseText($"namespace Shared; public enum Colour {{ {colours} }}", encoding: Encoding.UTF8);
        return CSharpCompilation.Create("Shared", [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
    }
}
