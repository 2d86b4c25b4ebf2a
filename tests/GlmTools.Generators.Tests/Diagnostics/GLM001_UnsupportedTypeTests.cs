using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM001_UnsupportedTypeTests
{
    private const string Types = """
        public interface IThing { string Name { get; } }
        public abstract class Abstract { public string Name { get; set; } = ""; }
        public class Empty { public string ReadOnly => ""; }
        public class Ambiguous { public Ambiguous(int a) { } public Ambiguous(string b) { } }
        public class ByReference { public ByReference(ref int a) { } }
        public record Outer(string Name, Outer.Part[] Parts) { public record Part(Dictionary<string, object> Bag); }
        public record Node(string Name, Node[] Children);
        public class Growing<T> { public Growing<Growing<T>>? Next { get; set; } }
        public class Wide { {MANY} }
        public class Init<T> { public T? Value { get; init; } }
        public record Ignored([property: JsonIgnore] string Name, int Count);
        public class RequiredIgnored { [JsonIgnore] public required string Name { get; init; } public int Count { get; set; } }
        public class RequiredField { public required string Name; public int Count { get; set; } }
        public record Twice(int A, int a);
        public class Renamed { [JsonPropertyName("b")] public int A { get; set; } public int B { get; set; } }
        public class Unnamed { [JsonPropertyName("")] public int A { get; set; } }
        public class Broken { [JsonPropertyName("a\nb")] public int A { get; set; } }
        public enum None { }
        [Flags] public enum Flags { A = 1, B = 2 }
        public enum Same { [JsonStringEnumMemberName("x")] A, [JsonStringEnumMemberName("x")] B }
        public ref struct Stack { public int A { get; set; } }
        """;

    private static readonly string AllTypes = Types.Replace("{MANY}", string.Concat(Enumerable.Range(0, 65).Select(static i => $"public int P{i} {{ get; set; }} ")), StringComparison.Ordinal);

    [Theory]
    [InlineData("object", "object", "use a record with the members the model should see, or a string")]
    [InlineData("dynamic", "dynamic", "use a record with the members the model should see, or a string")]
    [InlineData("(int A, int B)", "(int A, int B)", "use a record, whose members have names")]
    [InlineData("IThing", "IThing", "use a class, record or struct that says what to send")]
    [InlineData("Abstract", "Abstract", "use a class, record or struct that says what to send")]
    [InlineData("Func<int>", "Func<int>", "a model cannot send code")]
    [InlineData("System.IO.Stream", "Stream", "use a class, record or struct that says what to send")]
    [InlineData("Exception", "Exception", "use a record with the members the model should see, or a string")]
    [InlineData("nint", "nint", "use a record with the members the model should see, or a string")]
    [InlineData("byte[]", "byte[]", "take a string and decode it")]
    [InlineData("int[,]", "int[*,*]", "take an array of arrays")]
    [InlineData("HashSet<int>", "HashSet<int>", "use a record with the members the model should see, or a string")]
    [InlineData("Dictionary<int, string>", "Dictionary<int, string>", "use string keys")]
    [InlineData("Flags", "Flags", "take an array of an enum without [Flags]")]
    [InlineData("None", "None", "give the enum a member")]
    [InlineData("Same", "Same", "two of its members are named \"x\" on the wire: name one of them differently")]
    [InlineData("Empty", "Empty", "it has nothing a model could set")]
    [InlineData("Ambiguous", "Ambiguous", "give it one public constructor, or mark one with [JsonConstructor]")]
    [InlineData("Wide", "Wide", "it has more than 64 members: group them")]
    [InlineData("RequiredIgnored", "RequiredIgnored", "its required 'Name' cannot be set: make it a public property that is not ignored")]
    [InlineData("RequiredField", "RequiredField", "its required 'Name' cannot be set: make it a public property that is not ignored")]
    [InlineData("Twice", "Twice", "two of its members are named \"a\" on the wire: name one of them differently")]
    [InlineData("Renamed", "Renamed", "two of its members are named \"b\" on the wire: name one of them differently")]
    [InlineData("Unnamed", "Unnamed", "a member has no name on the wire, or one with a line break")]
    [InlineData("Broken", "Broken", "a member has no name on the wire, or one with a line break")]
    public async Task A_parameter_a_model_cannot_fill_is_an_error(string type, string shown, string remedy)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({type} value) {{ }}", AllTypes))
            .AssertError("GLM001", "value", $"'value' is of type '{shown}', which GlmTools cannot describe to a model; {remedy}");

    [Theory]
    [InlineData("List<object?>", "value[]", "object")]
    [InlineData("Dictionary<string, object>", "value{}", "object")]
    [InlineData("Outer", "value.Parts[].Bag{}", "object")]
    public async Task The_place_within_a_type_is_named(string type, string place, string shown)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({type} value) {{ }}", AllTypes))
            .AssertError("GLM001", "value", $"'{place}' is of type '{shown}', which GlmTools cannot describe to a model; use a record with the members the model should see, or a string");

    [Theory]
    [InlineData("Node", "value.Children[]", "Node", "it contains itself, which is not supported yet: refer to the inner one by an id")]
    [InlineData("ByReference", "value.a", "int", "the constructor takes it by reference: take it by value")]
    [InlineData("Ignored", "value.Name", "string", "the constructor needs it although it is ignored: give the parameter a default")]
    [InlineData("Init<int>", "value.Value", "int", "give it a setter or make it required: generated code cannot set an init property of the generic 'Init' later")]
    public async Task A_member_that_cannot_be_set_is_an_error(string type, string place, string shown, string remedy)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({type} value) {{ }}", AllTypes))
            .AssertError("GLM001", "value", $"'{place}' is of type '{shown}', which GlmTools cannot describe to a model; {remedy}");

    [Fact]
    public async Task A_type_that_grows_without_end_is_an_error()
    {
        var found = Assert.Single((await Analyzed.Members("[GlmTool(Description = \"d\")] public void Bad(Growing<int> value) { }", AllTypes)).Findings);
        Assert.Equal(("GLM001", "value"), (found.Id, found.Squiggle));
        Assert.EndsWith("it contains itself, which is not supported yet: refer to the inner one by an id", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("object", "object", "use a record with the members the model should see, or a string")]
    [InlineData("Task<object>", "object", "use a record with the members the model should see, or a string")]
    [InlineData("IThing", "IThing", "use a class, record or struct that says what to send")]
    [InlineData("Renamed", "Renamed", "two of its members are named \"b\" on the wire: name one of them differently")]
    [InlineData("Span<int>", "Span<int>", "use a record with the members the model should see, or a string")]
    public async Task A_result_that_cannot_be_shown_is_an_error(string type, string shown, string remedy)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public {type} Bad() => throw new NotSupportedException();", AllTypes))
            .AssertError("GLM001", "Bad", $"'the result of Bad' is of type '{shown}', which GlmTools cannot describe to a model; {remedy}");

    [Fact]
    public async Task Types_a_model_can_fill_are_fine()
        => (await Analyzed.Members(
            """
            [GlmTool(Description = "d")] public Abstract Good(Point point, Pair[] pairs, Dictionary<string, Pair?> byName, Shade shade) => throw new NotSupportedException();
            [GlmTool(Description = "d")] public Empty Shown() => new();
            """,
            AllTypes + """
            public record struct Point(int X, int Y);
            public class Pair { public required Point A { get; init; } public Point? B { get; set; } }
            public enum Shade { Light, Dark }
            """)).AssertClean();

    [Fact]
    public async Task More_than_64_parameters_are_an_error()
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({string.Join(", ", Enumerable.Range(0, 65).Select(static i => $"int p{i}"))}) {{ }}"))
            .AssertError("GLM001", "Bad", "'Bad' is of type 'method with 65 parameters', which GlmTools cannot describe to a model; take at most 64: group them in a record");

    // The compiler says it already, and better.
    [Fact]
    public async Task A_type_that_does_not_exist_is_left_to_the_compiler()
        => Assert.Empty((await Analyzed.Members("[GlmTool(Description = \"d\")] public Task<Missing> Bad(Nowhere a, List<Lost> b, Dictionary<string, Gone[]>? c) => throw new NotSupportedException();")).Findings);
}
