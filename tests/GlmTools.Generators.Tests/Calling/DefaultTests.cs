using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>What a parameter is when it is left out, and how the schema says so.</summary>
public class DefaultTests
{
    // A parameter with its default, and the default in the schema; null where the schema says nothing.
    private static readonly (string Parameter, string? Schema)[] Defaults =
    [
        ("int value = -5", "-5"),
        ("int value = int.MinValue", "-2147483648"),
        ("long value = long.MinValue", "-9223372036854775808"),
        ("ulong value = ulong.MaxValue", "18446744073709551615"),
        ("uint value = uint.MaxValue", "4294967295"),
        ("byte value = 255", "255"),
        ("sbyte value = -128", "-128"),
        ("short value = -32768", "-32768"),
        ("float value = -0.1F", "-0.1"),
        ("float value = float.MaxValue", "3.4028235E+38"),
        ("float value = float.NaN", null),
        ("double value = 1e300", "1E+300"),
        ("double value = double.NegativeInfinity", null),
        ("double value = double.Epsilon", "5E-324"),
        ("decimal value = -1.50M", "-1.50"),
        ("decimal value = decimal.MaxValue", "79228162514264337593543950335"),
        ("char value = '\\''", "\"'\""),
        ("char value = '\\n'", "\"\\n\""),
        ("char value = '北'", "\"北\""),
        ("bool value = true", "true"),
        ("bool? value = false", "false"),
        ("string value = \"\"", "\"\""),
        ("string value = \"say \\\"hi\\\"\\r\\n\\t\\\\ 北京 😀 \\u2028 {0} \\0\"", "\"say \\\"hi\\\"\\r\\n\\t\\\\ 北京 😀 \\u2028 {0} \\u0000\""),
        ("string? value = \"x\"", "\"x\""),
        ("string? value = null", null),
        ("int? value = 3", "3"),
        ("int? value = null", null),
        ("Unit value = Unit.F", "\"F\""),
        ("Unit value = Unit.Alias", "\"C\""),
        ("Unit? value = Unit.F", "\"F\""),
        ("Unit value = (Unit)(-7)", null),
        ("Unit value = default", "\"C\""),
        ("Speed value = Speed.Knots", "\"in knots\""),
        ("Huge value = Huge.Most", "\"Most\""),
        ("DateTime value = default", null),
        ("DateOnly? value = default", null),
        ("TimeSpan value = default", null),
        ("Guid value = default", null),
        ("Point value = default", null),
        ("Point? value = null", null),
        ("Uri? value = null", null),
        ("int[]? value = null", null),
        ("int value = Constants.Elsewhere + 1", "42"),
        ("string value = nameof(Constants)", "\"Constants\""),
    ];

    private static readonly Lazy<Tools> Tools = new(() => Generated.From($$"""
        namespace Demo;
        public enum Unit { C, F, Alias = C }
        public enum Speed { [JsonStringEnumMemberName("in knots")] Knots = 5, Metres }
        public enum Huge : ulong { None, Most = ulong.MaxValue }
        public record struct Point(int X, int Y = 2);
        public static class Constants { public const int Elsewhere = 41; }
        public record Member(string Name, Unit Unit = Unit.F, decimal Price = 9.90M, string Note = "a\"b", char Sign = '+', int? Count = 4);
        public static class Defaults
        {
            [GlmTool] public static string UseMember(Member member) => $"{member.Name},{member.Unit},{member.Price.ToString(System.Globalization.CultureInfo.InvariantCulture)},{member.Note},{member.Sign},{member.Count}";
        {{string.Concat(Defaults.Select((test, i) => $$"""
                // What C# itself passes for a parameter that is left out.
                private static object? Direct{{i}}({{test.Parameter}}) => value;
                [GlmTool("default_{{i}}")] public static bool Default{{i}}({{test.Parameter}}) => Equals(value, Direct{{i}}());

            """))}}
        }
        """).Tools("Demo.Defaults"));

    public static TheoryData<int, string, string?> Cases
    {
        get
        {
            var cases = new TheoryData<int, string, string?>();
            foreach (var (i, (parameter, schema)) in Defaults.Index())
            {
                cases.Add(i, parameter, schema);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_parameter_that_is_left_out_has_its_default(int i, string parameter, string? schema)
    {
        Assert.Equal("true", await Tools.Value.Call($"default_{i}"));
        var advertised = Tools.Value[$"default_{i}"].JsonSchema.GetProperty("properties").GetProperty("value").TryGetProperty("default", out var constant);
        Assert.Equal(schema, advertised ? constant.GetRawText() : null);
        Assert.False(Tools.Value[$"default_{i}"].JsonSchema.TryGetProperty("required", out _));
        Assert.NotEmpty(parameter);
    }

    [Theory]
    [InlineData("""{"name":"n"}""", "n,F,9.90,a\"b,+,4")]
    [InlineData("""{"name":"n","unit":"C","price":1,"note":"","sign":"-","count":null}""", "n,C,1,,-,")]
    public async Task A_member_of_a_positional_record_has_its_default(string member, string expected)
        => Assert.Equal(expected, await Tools.Value.Call("use_member", $$"""{"member":{{member}}}"""));

    [Fact]
    public void A_member_of_a_positional_record_shows_its_default()
        => Assert.Equal(
            """none "F" 9.90 "a\"b" "+" 4""",
            string.Join(" ", Tools.Value["use_member"].JsonSchema.GetProperty("properties").GetProperty("member").GetProperty("properties")
                .EnumerateObject().Select(static member => member.Value.TryGetProperty("default", out var constant) ? constant.GetRawText() : "none")));
}
