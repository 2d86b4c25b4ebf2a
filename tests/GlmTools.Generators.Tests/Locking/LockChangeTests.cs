using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Tests.Compiling;
using GlmTools.Testing;

namespace GlmTools.Generators.Tests.Locking;

/// <summary>What is said about each kind of change between the lock file and the code.</summary>
public class LockChangeTests
{
    private const string Accept = "; accept it with: dotnet build -t:GlmToolsLock";

    // What the parameters are before, what they are now, and what is said about that, without the name of the tool.
    public static TheoryData<string, string, string[]> Changes => new()
    {
        // Parameters that come, go and change their names.
        { "string city, int days", "string city", ["GLM032 warning does not take '/days' any more: integer -> nothing"] },
        { "Unit unit", "", ["GLM032 warning does not take '/unit' any more: one of \"C\", \"F\" -> nothing"] },
        { "string city", "string town", ["GLM033 warning takes '/city' under another name: \"city\" -> \"town\""] },
        { "string city, int days", "string town, int count", ["GLM033 warning takes '/city' under another name: \"city\" -> \"town\"", "GLM033 warning takes '/days' under another name: \"days\" -> \"count\""] },
        { "string city", "string? town = null", ["GLM033 warning takes '/city' under another name: \"city\" -> \"town\"", "GLM036 info takes more as '/town': required -> optional"] },
        { "string a, string b", "string c", ["GLM032 warning does not take '/a' any more: string -> nothing", "GLM032 warning does not take '/b' any more: string -> nothing", "GLM034 warning now needs '/c': nothing -> string"] },
        { "string a", "string b, string c", ["GLM032 warning does not take '/a' any more: string -> nothing", "GLM034 warning now needs '/b': nothing -> string", "GLM034 warning now needs '/c': nothing -> string"] },
        { "string city", "int town", ["GLM032 warning does not take '/city' any more: string -> nothing", "GLM034 warning now needs '/town': nothing -> integer"] },
        { "string city", "string city, int days", ["GLM034 warning now needs '/days': nothing -> integer"] },
        { "string city", "string city, int days = 1", ["GLM036 info takes more as '/days': nothing -> integer"] },
        { "string city, int days = 1", "string city, int days", ["GLM034 warning now needs '/days': optional -> required"] },
        { "string city", "string? city", ["GLM036 info takes more as '/city': required -> optional"] },

        // Types.
        { "int value", "string value", ["GLM035 warning takes less as '/value': integer -> string"] },
        { "double value", "int value", ["GLM035 warning takes less as '/value': number -> integer"] },
        { "int value", "double value", ["GLM036 info takes more as '/value': integer -> number"] },
        { "int value", "long value", [] },
        { "string value", "System.Text.Json.JsonElement value", ["GLM036 info takes more as '/value': string -> anything"] },
        { "System.Text.Json.JsonElement value", "int[] value", ["GLM035 warning takes less as '/value': anything -> array"] },
        { "int[] value", "string[] value", ["GLM035 warning takes less as '/value/*': integer -> string"] },
        { "Order value", "Dictionary<string, int> value", ["GLM035 warning takes less as '/value': object -> dictionary"] },
        { "string value", "Guid value", ["GLM035 warning takes less as '/value': any format -> format \"uuid\""] },
        { "Guid value", "string value", ["GLM036 info takes more as '/value': format \"uuid\" -> any format"] },
        { "DateOnly value", "Guid value", ["GLM035 warning takes less as '/value': format \"date\" -> format \"uuid\""] },

        // Enums and lists of values.
        { "Unit value", "More value", ["GLM036 info takes more as '/value': nothing -> \"K\""] },
        { "More value", "Unit value", ["GLM035 warning takes less as '/value': \"K\" -> nothing"] },
        { "More value", "Other value", ["GLM035 warning takes less as '/value': \"C\", \"F\" -> nothing", "GLM036 info takes more as '/value': nothing -> \"R\""] },
        { "string value", "Unit value", ["GLM035 warning takes less as '/value': any value -> one of \"C\", \"F\""] },
        { "Unit value", "string value", ["GLM036 info takes more as '/value': one of \"C\", \"F\" -> any value"] },
        { "Unit[] value", "More[] value", ["GLM036 info takes more as '/value/*': nothing -> \"K\""] },
        { "[DeniedValues(\"a\")] string value", "[DeniedValues(\"a\", \"b\")] string value", ["GLM035 warning takes less as '/value': \"b\" -> nothing"] },
        { "[DeniedValues(\"a\")] string value", "string value", ["GLM036 info takes more as '/value': nothing -> \"a\""] },

        // Bounds and patterns.
        { "[Range(0, 9)] int value", "[Range(1, 9)] int value", ["GLM035 warning takes less as '/value': minimum 0 -> minimum 1"] },
        { "[Range(0, 9)] int value", "[Range(0, 10)] int value", ["GLM036 info takes more as '/value': maximum 9 -> maximum 10"] },
        { "[Range(0, 9)] int value", "[Range(1, 10)] int value", ["GLM035 warning takes less as '/value': minimum 0 -> minimum 1", "GLM036 info takes more as '/value': maximum 9 -> maximum 10"] },
        { "[Range(0.0, 9.0)] double value", "[Range(0.0, 9.0, MinimumIsExclusive = true)] double value", ["GLM035 warning takes less as '/value': minimum 0 -> exclusiveMinimum 0"] },
        { "int value", "[Range(1, 9)] int value", ["GLM035 warning takes less as '/value': no maximum -> maximum 9", "GLM035 warning takes less as '/value': no minimum -> minimum 1"] },
        { "[MaxLength(9)] string value", "[MaxLength(8)] string value", ["GLM035 warning takes less as '/value': maxLength 9 -> maxLength 8"] },
        { "[MinLength(2)] int[] value", "[MinLength(1)] int[] value", ["GLM036 info takes more as '/value': minItems 2 -> minItems 1"] },
        { "[MaxLength(9)] Dictionary<string, int> value", "[MaxLength(8)] Dictionary<string, int> value", ["GLM035 warning takes less as '/value': maxProperties 9 -> maxProperties 8"] },
        { "string value", "[RegularExpression(\"a+\")] string value", ["GLM035 warning takes less as '/value': any pattern -> pattern \"^a+$\""] },

        // Defaults.
        { "int value = 1", "int value = 2", ["GLM038 info has another default for '/value': 1 -> 2"] },
        { "Unit value = Unit.C", "Unit? value = null", ["GLM038 info has another default for '/value': \"C\" -> nothing"] },

        // Nested.
        { "Order order", "Priced order", ["GLM034 warning now needs '/order/price': nothing -> number"] },
        { "Order[] orders", "Priced[] orders", ["GLM034 warning now needs '/orders/*/price': nothing -> number"] },
        { "Dictionary<string, Order> orders", "Dictionary<string, Priced> orders", ["GLM034 warning now needs '/orders/*/price': nothing -> number"] },
        { "Dictionary<Unit, int> value", "Dictionary<More, int> value", ["GLM036 info takes more as '/value/{key}': nothing -> \"K\""] },
        { "Dictionary<string, int> value", "Dictionary<int, int> value", ["GLM035 warning takes less as '/value/{key}': any key -> {\"type\":\"string\",\"pattern\":\"^-?[0-9]+$\"}"] },
        { "Shape shape", "Figure shape", ["GLM034 warning now needs '/shape[Circle]/colour': nothing -> string", "GLM035 warning takes less as '/shape': \"Square\" -> nothing", "GLM036 info takes more as '/shape': nothing -> \"Line\""] },
        { "Node node", "Leaf node", ["GLM035 warning takes less as '/node/value': integer -> string"] },
    };

    [Theory, MemberData(nameof(Changes))]
    public async Task A_change_is_told_by_its_kind(string before, string after, string[] expected)
    {
        var found = await Project.Changed(Source(before), Source(after)).Analyze(new GlmToolLockAnalyzer());
        Assert.Equal(
            expected.Select(static e => $"{e[..e.IndexOf(' ', 7)]} 'Measure': Tool 'measure' of 'Demo.Gauge' {e[(e.IndexOf(' ', 7) + 1)..]}{Accept}"),
            found);
    }

    [Theory, MemberData(nameof(Changes))]
    public void A_test_tells_a_change_in_the_same_words(string before, string after, string[] expected)
    {
        var changes = ToolChanges.Between(Project.Of(Source(before)).WriteLock(), Project.Of(Source(after)).WriteLock());
        Assert.Equal(
            expected.Select(static e => $"{e[..e.IndexOf(' ', 7)]} Tool 'measure' of 'Demo.Gauge' {e[(e.IndexOf(' ', 7) + 1)..]}").Order(StringComparer.Ordinal),
            changes.Select(static change => $"{change.Id} {(change.IsBreaking ? "warning" : "info")} {change.Text}").Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task What_is_accepted_is_told_no_more(string before, string after, string[] expected)
    {
        Assert.NotEqual(before, after);
        Assert.NotNull(expected);
        var project = Project.Changed(Source(before), Source(after));
        Assert.Empty(await (project with { Lock = project.WriteLock() }).Analyze(new GlmToolLockAnalyzer()));
    }

    [Fact]
    public async Task A_new_tool_is_told_at_its_method()
        => Assert.Equal(
            [$"GLM031 info 'Weigh': Tool 'weigh' of 'Demo.Gauge' is new: nothing -> in the code{Accept}"],
            await Project.Changed(Source(""), Source("", more: "[GlmTool] public static void Weigh() { }")).Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task A_tool_that_is_gone_is_told_at_its_type()
        => Assert.Equal(
            [$"GLM030 warning 'Gauge': Tool 'weigh' of 'Demo.Gauge' is gone, and stored transcripts may call it: in the lock file -> nothing{Accept}"],
            await Project.Changed(Source("", more: "[GlmTool] public static void Weigh() { }"), Source("")).Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task The_last_tool_of_a_type_is_missed_too()
        => Assert.Equal(
            [$"GLM030 warning 'Gauge': Tool 'measure' of 'Demo.Gauge' is gone, and stored transcripts may call it: in the lock file -> nothing{Accept}"],
            await Project.Changed(Source(""), "namespace Demo; public static class Gauge;").Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task A_type_that_is_gone_is_told_in_the_lock_file()
        => Assert.Equal(
            [$"GLM030 warning line 4 '{{': Tool 'measure' of 'Demo.Gauge' is gone, and stored transcripts may call it: in the lock file -> nothing{Accept}"],
            await Project.Changed(Source(""), "namespace Demo; public class Gauge<T>;").Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task A_nested_type_is_found_again()
        => Assert.Empty(await Project.Changed(
            "namespace Demo.@event; public class Outer { public static class Inner { [GlmTool] public static void Run() { } } }",
            "namespace Demo.@event { public class Outer { public static class Inner { [GlmTool] public static void Run() { } } } }").Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task A_tool_that_cannot_be_generated_is_not_gone()
        => Assert.Empty(await Project.Changed(Source("int value"), Source("object value")).Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task An_inherited_tool_is_told_at_the_type_that_inherits_it()
        => Assert.Equal(
            [
                $"GLM035 warning 'Run': Tool 'run' of 'Base' takes less as '/value': integer -> string{Accept}",
                $"GLM035 warning 'Derived': Tool 'run' of 'Derived' takes less as '/value': integer -> string{Accept}",
            ],
            await Project.Changed(
                "public class Base { [GlmTool] public void Run(int value) { } } [GlmToolSet] public class Derived : Base;",
                "public class Base { [GlmTool] public void Run(string value) { } } [GlmToolSet] public class Derived : Base;").Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task A_closed_generic_type_is_told_at_its_method()
        => Assert.Equal(
            [$"GLM035 warning 'Put': Tool 'put' of 'Store{{Int32}}' takes less as '/value': number -> integer{Accept}"],
            await Project.Changed(
                "[assembly: GlmToolSet(typeof(Store<int>))] public class Store<T> { [GlmTool] public void Put(double value) { } }",
                "[assembly: GlmToolSet(typeof(Store<int>))] public class Store<T> { [GlmTool] public void Put(T value) { } }").Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task A_closed_generic_type_that_is_named_no_more_is_told_in_the_lock_file()
        => Assert.Equal(
            [$"GLM030 warning line 4 '{{': Tool 'put' of 'Store{{Int32}}' is gone, and stored transcripts may call it: in the lock file -> nothing{Accept}"],
            await Project.Changed(
                "[assembly: GlmToolSet(typeof(Store<int>))] public class Store<T> { [GlmTool] public void Put(T value) { } }",
                "public class Store<T> { [GlmTool] public void Put(T value) { } }").Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task Other_words_are_told_with_both()
        => Assert.Equal(
            [
                $"GLM037 info 'Measure': Tool 'measure' of 'Demo.Gauge' describes /more in other words: nothing -> \"{new string('x', 57)}...\"{Accept}",
                $"GLM037 info 'Measure': Tool 'measure' of 'Demo.Gauge' describes /value in other words: \"In cm\" -> \"In mm\"{Accept}",
                $"GLM037 info 'Measure': Tool 'measure' of 'Demo.Gauge' describes itself in other words: \"Measures.\" -> \"量一量\"{Accept}",
            ],
            await Project.Changed(
                Source("[Description(\"In cm\")] int value, int more", description: "Measures."),
                Source($"[Description(\"In mm\")] int value, [Description(\"{new string('x', 80)}\")] int more", description: "量一量")).Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task The_order_of_parameters_means_nothing()
        => Assert.Empty(await Project.Changed(Source("int a, string b, Unit c"), Source("Unit c, string b, int a")).Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task Without_a_lock_file_nothing_is_told()
        => Assert.Empty(await Project.Of(Source("int value")).Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task While_the_lock_file_is_written_nothing_is_told()
        => Assert.Empty(await Project.Changed(Source("int value"), Source("string value")).With("GlmToolsLockUpdate", "true").Analyze(new GlmToolLockAnalyzer()));

    [Fact]
    public async Task Half_written_code_is_compared_as_far_as_it_goes()
    {
        var source = Source("[Range(0, 9)] int value = 1, Shape? shape = null, Dictionary<Unit, Node>? nodes = null");
        var locked = Project.Of(source).WriteLock();
        for (var length = source.Length; length > 0; length -= 23)
        {
            Assert.All(await (Project.Of(source[..length]) with { Lock = locked }).Analyze(new GlmToolLockAnalyzer()), static found => Assert.StartsWith("GLM03", found, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task It_can_be_silenced()
        => Assert.Empty(await Project.Changed(Source("int value"), $"#pragma warning disable GLM035\n{Source("string value")}").Analyze(new GlmToolLockAnalyzer()));

    private static string Source(string parameters, string description = "Measures.", string more = "") => $$"""
        using System.ComponentModel.DataAnnotations;
        namespace Demo;
        public enum Unit { C, F }
        public enum More { C, F, K }
        public enum Other { K, R }
        public record Order(string Id);
        public record Priced(string Id, decimal Price);
        public abstract record Shape { public sealed record Circle(double Radius) : Shape; public sealed record Square(double Side) : Shape; }
        public abstract record Figure { public sealed record Circle(double Radius, string Colour) : Figure; public sealed record Line(double Length) : Figure; }
        public record Node(int Value, Node? Next);
        public record Leaf(string Value, Leaf? Next);
        public static class Gauge
        {
            [GlmTool, Description("{{description}}")] public static void Measure({{parameters}}) { }
            {{more}}
        }
        """;
}
