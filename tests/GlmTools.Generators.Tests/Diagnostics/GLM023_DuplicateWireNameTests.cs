using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM023_DuplicateWireNameTests
{
    private const string Types = """
        public enum Speed { [JsonStringEnumMemberName("fast")] Quick, [JsonStringEnumMemberName("fast")] Rapid }
        public enum Alias { A = 1, B = 1 }
        public record Renamed([property: JsonPropertyName("b")] int A, int B);
        public class Cased { public int Id { get; set; } public int id { get; set; } }
        [JsonDerivedType(typeof(Circle), "circle"), JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")] public abstract record Shape;
        public sealed record Circle(string Kind) : Shape;
        """;

    [Theory]
    [InlineData("Speed", "value", "Speed", "Quick", "Rapid", "fast")]
    [InlineData("Speed?[]", "value[]", "Speed", "Quick", "Rapid", "fast")]
    [InlineData("Dictionary<Speed, int>", "value.Keys", "Speed", "Quick", "Rapid", "fast")]
    [InlineData("Renamed", "value", "Renamed", "A", "B", "b")]
    [InlineData("Cased", "value", "Cased", "Id", "id", "id")]
    [InlineData("(int A, int a)", "value", "(int A, int a)", "A", "a", "a")]
    [InlineData("Shape", "value", "Circle", "kind", "Kind", "kind")]
    public async Task Two_members_of_one_name_are_an_error(string type, string place, string shown, string first, string second, string name)
        => await (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({type} value) {{ }}", Types)).AssertError(
            "GLM023", "value", $"'{place}' is of type '{shown}', where both '{first}' and '{second}' are named '{name}' on the wire; name one of them differently");

    [Fact]
    public async Task A_result_has_to_be_clear_too()
        => await (await Analyzed.Members("[GlmTool(Description = \"d\")] public Renamed Bad() => new(1, 2);", Types)).AssertError(
            "GLM023", "Bad", "'the result of Bad' is of type 'Renamed', where both 'A' and 'B' are named 'b' on the wire; name one of them differently");

    [Fact]
    public async Task Two_names_of_one_value_are_fine()
        => (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Good(Alias value) { }", Types)).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM023\n[GlmTool(Description = \"d\")] public void Bad(Speed value) { }", Types)).AssertClean();
}
