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
        public class Growing<T> { public Growing<Growing<T>>? Next { get; set; } }
        public class Wide { {MANY} }
        public class Init<T> { public T? Value { get; init; } }
        public record Ignored([property: JsonIgnore] string Name, int Count);
        public class RequiredIgnored { [JsonIgnore] public required string Name { get; init; } public int Count { get; set; } }
        public class RequiredField { public required string Name; public int Count { get; set; } }
        public class Unnamed { [JsonPropertyName("")] public int A { get; set; } }
        public class Broken { [JsonPropertyName("a\nb")] public int A { get; set; } }
        public enum None { }
        public ref struct Stack { public int A { get; set; } }
        """;

    private static readonly string AllTypes = Types.Replace("{MANY}", string.Concat(Enumerable.Range(0, 65).Select(static i => $"public int P{i} {{ get; set; }} ")), StringComparison.Ordinal);

    [Theory]
    [InlineData("object", "object", "use a record that says what to send, or JsonElement for anything at all")]
    [InlineData("dynamic", "dynamic", "use a record that says what to send, or JsonElement for anything at all")]
    [InlineData("IThing", "IThing", "use a type that can be made, or add sealed types that derive from it beside it")]
    [InlineData("Abstract", "Abstract", "use a type that can be made, or add sealed types that derive from it beside it")]
    [InlineData("Func<int>", "Func<int>", "a model cannot send code")]
    [InlineData("System.IO.Stream", "Stream", "use a class, record or struct that says what to send")]
    [InlineData("Exception", "Exception", "use a record with the members the model should see, or a string")]
    [InlineData("nint", "nint", "use a record with the members the model should see, or a string")]
    [InlineData("int[,]", "int[*,*]", "take an array of arrays")]
    [InlineData("None", "None", "give the enum a member")]
    [InlineData("Empty", "Empty", "it has nothing a model could set")]
    [InlineData("Ambiguous", "Ambiguous", "give it one public constructor, or mark one with [JsonConstructor]")]
    [InlineData("Wide", "Wide", "it has more than 64 members: group them")]
    [InlineData("RequiredIgnored", "RequiredIgnored", "its required 'Name' cannot be set: make it a public property that is not ignored")]
    [InlineData("RequiredField", "RequiredField", "its required 'Name' cannot be set: make it a public property that is not ignored")]
    [InlineData("Unnamed", "Unnamed", "give its members names on the wire that are not empty and have no line break")]
    [InlineData("Broken", "Broken", "give its members names on the wire that are not empty and have no line break")]
    public async Task A_parameter_a_model_cannot_fill_is_an_error(string type, string shown, string remedy)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({type} value) {{ }}", AllTypes))
            .AssertError("GLM001", "value", $"'value' is of type '{shown}', which GlmTools cannot describe to a model; {remedy}");

    [Theory]
    [InlineData("List<object?>", "value[]", "object")]
    [InlineData("Dictionary<string, object>", "value{}", "object")]
    [InlineData("Outer", "value.Parts[].Bag{}", "object")]
    public async Task The_place_within_a_type_is_named(string type, string place, string shown)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({type} value) {{ }}", AllTypes))
            .AssertError("GLM001", "value", $"'{place}' is of type '{shown}', which GlmTools cannot describe to a model; use a record that says what to send, or JsonElement for anything at all");

    [Theory]
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
        Assert.EndsWith("it contains itself in ever new forms: use a type that does not grow", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("object", "object", "use a record that says what to send, or JsonElement for anything at all")]
    [InlineData("Task<object>", "object", "use a record that says what to send, or JsonElement for anything at all")]
    [InlineData("Span<int>", "Span<int>", "use a record with the members the model should see, or a string")]
    public async Task A_result_that_cannot_be_shown_is_an_error(string type, string shown, string remedy)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public {type} Bad() => throw new NotSupportedException();", AllTypes))
            .AssertError("GLM001", "Bad", $"'the result of Bad' is of type '{shown}', which GlmTools cannot describe to a model; {remedy}");

    [Fact]
    public async Task Types_a_model_can_fill_are_fine()
        => (await Analyzed.Members(
            """
            [GlmTool(Description = "d")] public Abstract Good(Point point, Pair[] pairs, Dictionary<string, Pair?> byName, Shade shade) => throw new NotSupportedException();
            [GlmTool(Description = "e")] public Empty Shown() => new();
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
