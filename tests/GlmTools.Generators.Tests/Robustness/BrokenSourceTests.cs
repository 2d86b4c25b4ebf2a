using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Tests.Robustness;

/// <summary>Half-typed and garbled sources: neither generator nor analyzer throws, and what they accept compiles.</summary>
public class BrokenSourceTests
{
    private const string Source = """
        using System.ComponentModel.DataAnnotations;
        namespace Demo.Sub
        {
            /// <summary>A unit. <see cref="Order"/></summary>
            public enum Unit : long { [JsonStringEnumMemberName("c\"")] C = -1, F = C + 5, @class }
            /// <param name="Name">The <c>name</c>.</param>
            public record Order(string Name, [property: JsonIgnore] int Hidden = 3, params Line[] Lines) : Base<int>(7)
            {
                [JsonPropertyName("the note")] public string? Note { get; init; } = "n";
                public required List<Dictionary<string, Unit?>> Bags { get; set; }
            }
            public record Base<T>(T Value) where T : struct { public T? Maybe { get; set; } }
            public readonly record struct Line([Range(1, 5)] int Count, decimal Price = 1.5M, Order? Parent = null);
            /** <summary>Docs with <b>tags</b></summary> */
            [GlmToolSet(Property = "Kit")]
            public sealed partial class Shop(string name)
            {
                /// <summary>Places an order.</summary>
                /// <param name="order">The order.</param>
                [GlmTool("place", Effect = GlmToolEffect.Destructive, TimeoutSeconds = 1e3, Exclusive = "k"), Description("d")]
                public async Task<Base<int>> PlaceAsync(Order order, Unit unit = Unit.F, (int, string)? pair = null, CancellationToken token = default)
                {
                    await Task.Yield();
                    return new(order.Lines.Length + name.Length);
                }
                [GlmTool] public static ValueTask<IReadOnlyDictionary<string, Line[]>?> ListAsync(int[][] ids, DateTime? since = null, string s = "a\u2028", char c = '\'', double d = double.NaN) => default;
                [GlmTool] internal partial void Part<T>(ref T value, in Span<byte> bytes);
                internal partial void Part<T>(ref T value, in Span<byte> bytes) { }
            }
        }
        """;

    [Fact]
    public async Task A_source_cut_off_anywhere_is_survived()
    {
        for (var length = 0; length <= Source.Length; length += 13)
        {
            await Survive(Source[..length], length % 2 == 0);
        }
    }

    [Fact]
    public async Task A_source_with_tokens_lost_doubled_and_swapped_is_survived()
    {
        var tokens = CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens().Select(static token => token.ToFullString()).ToArray();
        var random = new Random(14);
        for (var i = 0; i < 150; i++)
        {
            var garbled = tokens.ToList();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var (at, other) = (random.Next(garbled.Count), random.Next(garbled.Count));
                switch (random.Next(4))
                {
                    case 0: garbled.RemoveAt(at); break;
                    case 1: garbled.Insert(at, garbled[other]); break;
                    case 2: garbled[at] = garbled[other]; break;
                    default: (garbled[at], garbled[other]) = (garbled[other], garbled[at]); break;
                }
            }

            await Survive(string.Concat(garbled), i % 2 == 0);
        }
    }

    // One edit that leaves a correct program, over and over: what the analyzer has no error for has to compile.
    [Fact]
    public async Task What_the_analyzer_accepts_compiles()
    {
        string[] types = ["int", "string", "string?", "Unit", "Unit?", "P", "P?", "S", "S?", "C", "I", "A", "int[]", "List<P?>", "Dictionary<string, S>", "IEnumerable<C>?", "object", "(int, int)", "G<int>", "G<G<string>>", "R", "Uri", "DateTime?", "H", "Half", "byte[]"];
        string[] results = [.. types, "void", "Task", "ValueTask", "Task<P>", "ValueTask<int?>", "Task<List<S>>", "IAsyncEnumerable<int>"];
        var random = new Random(2026);
        var accepted = 0;
        for (var i = 0; i < 30; i++)
        {
            var tools = Enumerable.Range(0, 8).Select(n =>
            {
                var isStatic = random.Next(2) == 0 ? "static " : "";
                var parameters = Enumerable.Range(0, random.Next(4)).Select(p => $"{types[random.Next(types.Length)]} p{p}").ToArray();
                return $"[GlmTool(\"t{n}\", Description = \"d\")] public {isStatic}{results[random.Next(results.Length)]} M{random.Next(3)}_{n}({string.Join(", ", parameters)}) => throw new NotSupportedException();";
            });
            var sources = Sources.Of($$"""
                public enum Unit { A, B }
                public record P(int X, string? Y = null) { public Unit Z { get; init; } }
                public struct S { public int X { get; set; } public required string Y { get; init; } }
                public class C { public C(int x) => X = x; public int X { get; } public List<P> Ps { get; set; } = []; }
                public interface I { int X { get; } }
                public abstract class A { public int X { get; set; } }
                public class G<T> { public required T Value { get; set; } }
                public record R(string Name, R[] Children);
                public class H { public string Name { get; private set; } = ""; }
                public {{(random.Next(3) == 0 ? "struct" : "class")}} Case
                {
                    {{string.Join("\n    ", tools)}}
                }
                """);
            var compilation = sources.Compile();
            Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
            var run = GeneratorRun.Of(compilation);
            Assert.Empty(run.Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning));
            var errors = (await Analyzed.Analyze(compilation)).Where(static d => d.DefaultSeverity == DiagnosticSeverity.Error).Select(static d => d.Location.SourceSpan.Start).ToArray();
            var lines = sources.Files[0].Text.Split('\n');
            foreach (var n in Enumerable.Range(0, 8))
            {
                var line = Array.FindIndex(lines, line => line.Contains($"\"t{n}\"", StringComparison.Ordinal));
                var (start, end) = (lines.Take(line).Sum(static l => l.Length + 1), lines.Take(line + 1).Sum(static l => l.Length + 1));
                var refused = errors.Any(at => at >= start && at < end);
                var written = run.Files.Values.Any(text => text.Contains($"\"name\":\"t{n}\"", StringComparison.Ordinal));
                Assert.True(refused != written, $"{lines[line]}\nis {(written ? "written although refused" : "not written although not refused")}");
                accepted += written ? 1 : 0;
            }
        }

        Assert.InRange(accepted, 60, 200);
    }

    private static async Task Survive(string source, bool documented)
    {
        var sources = Sources.Of(source) with { Documentation = documented ? DocumentationMode.Parse : DocumentationMode.None };
        var compilation = sources.Compile();
        var run = GeneratorRun.Of(compilation);
        var refused = await Analyzed.Analyze(compilation);
        if (!refused.Any(static d => d.DefaultSeverity == DiagnosticSeverity.Error) && !HasErrors(compilation))
        {
            Assert.False(HasErrors(run.Output), source);
        }
    }

    private static bool HasErrors(Compilation compilation)
        => compilation.GetDiagnostics().Any(static d => d.DefaultSeverity == DiagnosticSeverity.Error);
}
