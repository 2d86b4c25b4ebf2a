using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GlmTools.Generators.Tests.Compiling;

/// <summary>What the analyzer says about sources, and that the generator agrees.</summary>
internal sealed class Analyzed
{
    // Hints about style, which most tests have no mind to meet.
    private static readonly string[] Hints = ["GLM016", "GLM019"];

    private readonly GeneratorRun _run;

    private Analyzed(GeneratorRun run, IReadOnlyList<Finding> findings)
    {
        _run = run;
        Findings = findings;
    }

    /// <summary>The diagnostics, in the order of the source.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Analyses a class <c>Case</c> with some members, beside a tool <c>fine</c> with which nothing is wrong.</summary>
    public static Task<Analyzed> Members(string members, string types = "", bool hints = false) => From(hints: hints, sources: Sources.Of($$"""
        using System.ComponentModel.DataAnnotations;
        namespace Demo;
        {{types}}
        public class Case
        {
            [GlmTool(Description = "Always works.")] public string Fine() => "fine";
            {{members}}
        }
        """));

    /// <param name="sources">What is analysed, with the code the generator adds.</param>
    /// <param name="hints">Whether hints about style are of interest, too.</param>
    public static async Task<Analyzed> From(Sources sources, bool hints = false)
    {
        var compilation = sources.Compile();
        var run = GeneratorRun.Of(compilation);
        run.Then(sources.Compile()).AssertNothingNew();
        var found = (await Analyze((CSharpCompilation)run.Output)).Where(d => hints || !Hints.Contains(d.Id));
        return new(run, [.. found.OrderBy(static d => d.Location.SourceSpan.Start).Select(Finding.Of)]);
    }

    /// <summary>Runs the analyzer; an exception of it fails the test.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Analyze(CSharpCompilation compilation)
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new([]), (exception, _, _) => thrown = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await new CompilationWithAnalyzers(compilation, [new GlmToolAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Null(thrown);
        return found;
    }

    /// <summary>Nothing is reported, and the result compiles.</summary>
    public void AssertClean()
    {
        Assert.Empty(Findings);
        AssertCompiles();
    }

    /// <summary>One thing is reported; the generator has no code for the tool, and all other tools of the class work.</summary>
    public async Task AssertError(string id, string squiggle, string message)
    {
        AssertReported(id, squiggle, message);
        AssertCompiles();
        Assert.Equal("fine", await Generated.Of(_run).Tools("Demo.Case").Call("fine"));
        Assert.Equal(["fine"], Generated.Of(_run).Tools("Demo.Case").Set.Select(static tool => tool.Name));
    }

    /// <summary>One thing is reported.</summary>
    public void AssertReported(string id, string squiggle, string message)
        => Assert.Equal(new Finding(id, squiggle, message), Assert.Single(Findings));

    /// <summary>The generator writes nothing at all.</summary>
    public void AssertNoCode() => Assert.Empty(_run.Files);

    private void AssertCompiles()
        => Assert.Empty(_run.Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning));
}
