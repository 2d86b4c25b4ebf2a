using System.Runtime.CompilerServices;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Output;

/// <summary>What generated files look like: one small class per feature.</summary>
public class OutputTests
{
    [Fact]
    public void Instance_tools() => Check("""
        namespace Demo;
        public sealed class Weather
        {
            /// <summary>获取指定城市的天气信息</summary>
            /// <param name="location">城市, 如: 北京</param>
            /// <param name="days">How many days to look ahead.</param>
            [GlmTool("get_current_weather")]
            public Task<string> GetAsync(string location, int days = 1, CancellationToken cancellationToken = default) => Task.FromResult(location);
            /// <summary>Lists the cities.</summary>
            [GlmTool] public string[] ListCities() => [];
        }
        """);

    [Fact]
    public void A_static_class() => Check("""
        namespace Demo;
        internal static class Calculator
        {
            /// <summary>Adds.</summary>
            [GlmTool] public static double Add(double a, double b) => a + b;
            /// <summary>Resets.</summary>
            [GlmTool] public static void Reset() { }
        }
        """);

    [Fact]
    public void Instance_and_static_tools() => Check("""
        namespace Demo;
        public class Mixed
        {
            /// <summary>Needs an object.</summary>
            [GlmTool] public string One() => "";
            /// <summary>Needs none.</summary>
            [GlmTool] public static string Two() => "";
        }
        """);

    [Fact]
    public void A_nested_record() => Check("""
        namespace Demo;
        /// <param name="Street">The street.</param>
        public record Address(string Street, int? Number = null)
        {
            /// <summary>Two letters.</summary>
            public string Country { get; init; } = "CN";
            [JsonPropertyName("post_code")] public required string PostCode { get; init; }
            public List<string> Notes { get; set; } = [];
        }
        public static class Post
        {
            /// <summary>Sends a parcel.</summary>
            [GlmTool] public static Address Send(Address to, Dictionary<string, Address[]>? copies = null) => to;
        }
        """);

    [Fact]
    public void An_enum() => Check("""
        namespace Demo;
        public enum Unit { Celsius, [JsonStringEnumMemberName("°F")] Fahrenheit, @default }
        public static class Units
        {
            /// <summary>The other unit.</summary>
            [GlmTool] public static Unit Other(Unit unit = Unit.Fahrenheit, Unit? than = null) => unit;
        }
        """);

    [Fact]
    public void A_policy() => Check("""
        namespace Demo;
        public static class Files
        {
            /// <summary>Deletes a file.</summary>
            [GlmTool(Effect = GlmToolEffect.Destructive, RequiresApproval = true, TimeoutSeconds = 2.5, Exclusive = "files \"x\"", MaxResultLength = 100)]
            public static void Delete(string path) { }
            /// <summary>Lists files.</summary>
            [GlmTool] public static string[] List() => [];
            /// <summary>Reads a file.</summary>
            [GlmTool(Effect = GlmToolEffect.ReadOnly)] public static string Read(string path) => path;
        }
        """);

    [Fact]
    public void A_class_in_a_class_in_no_namespace() => Check("""
        public class Outer
        {
            public struct Inner
            {
                /// <summary>Counts.</summary>
                [GlmTool] public int Count(GlmToolContext context) => 1;
            }
        }
        """);

    [Fact]
    public void An_answer() => Check("""
        namespace Demo;
        public enum Unit { Celsius, Fahrenheit }
        /// <summary>The weather of a city.</summary>
        /// <param name="City">The city.</param>
        [GlmSchema] public record Weather(string City, double Degrees, Unit Unit = Unit.Celsius);
        [GlmSchema] public class Topic { public required string Name { get; init; } public Topic[]? Parts { get; set; } }
        public static class Uses { internal static object Units => GlmSchema<List<Unit>>.Default; }
        """);

    [Fact]
    public void The_same_source_makes_the_same_bytes_wherever_it_comes_from()
    {
        var one = Sources.Of("namespace A; public class B { [GlmTool] public int C(string d) => 1; [GlmTool] public int E() => 2; }");
        var reordered = Sources.Of("// moved\r\nnamespace A\r\n{\r\n    public class B { [GlmTool] public int E() => 2;\r\n\r\n [GlmTool] public int C(string d) => 1; }\r\n}\r\n");
        Assert.Equal(Generated.From(one).Files, Generated.From(reordered).Files);
    }

    [Fact]
    public void A_class_without_tools_has_no_file()
        => Assert.Empty(Generated.From("public class A { public int B() => 1; }", "public class C { [Description(\"x\")] public void D() { } }").Files);

    [Fact]
    public void Two_classes_have_two_files()
        => Assert.Equal(["A.B.g.cs", "C.g.cs"], Generated.From("namespace A { public class B { [GlmTool] public void D() { } } } public class C { [GlmTool] public void D() { } }").Files.Keys);

    // A project with a documentation file wants every public member documented, generated or not.
    private static void Check(string source, [CallerMemberName] string test = "")
    {
        var sources = Sources.Of(source);
        var files = Generated.From(sources).Files;
        Baseline.AssertMatches(files, test);
        Assert.All(files.Values, static text =>
        {
            Assert.DoesNotContain('\r', text);
            Assert.All(text.Split('\n'), static line => Assert.Equal(line.TrimEnd(), line));
        });
        var documented = GeneratorRun.Of((sources with { Documentation = DocumentationMode.Diagnose }).Compile());
        Assert.Equal(files, documented.Files);
        Assert.Empty(documented.Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning && d.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) is true));
    }
}
