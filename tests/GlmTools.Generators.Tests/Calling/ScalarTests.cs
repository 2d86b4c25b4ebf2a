using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>Every type that compares by value, in every place it can stand in.</summary>
public class ScalarTests
{
    // A type, a value as a model writes it and as GlmTools does, and the same value in C#.
    private static readonly (string Type, string Json, string CSharp)[] Scalars =
    [
        ("string", "\"\"", "\"\""),
        ("string", "\"北京 \\\"x\\\" \\\\ \\n\"", "\"北京 \\\"x\\\" \\\\ \\n\""),
        ("char", "\"京\"", "'京'"),
        ("bool", "true", "true"),
        ("bool", "false", "false"),
        ("sbyte", "-128", "sbyte.MinValue"),
        ("byte", "255", "byte.MaxValue"),
        ("short", "-32768", "short.MinValue"),
        ("ushort", "65535", "ushort.MaxValue"),
        ("int", "-2147483648", "int.MinValue"),
        ("uint", "4294967295", "uint.MaxValue"),
        ("long", "-9223372036854775808", "long.MinValue"),
        ("long", "9223372036854775807", "long.MaxValue"),
        ("ulong", "18446744073709551615", "ulong.MaxValue"),
        ("float", "-1.5", "-1.5F"),
        ("double", "1E-07", "1E-07"),
        ("decimal", "79228162514264337593543950335", "decimal.MaxValue"),
        ("decimal", "0.10", "0.10M"),
        ("Unit", "\"Fahrenheit\"", "Unit.Fahrenheit"),
        ("Speed", "\"metres per second\"", "Speed.MetresPerSecond"),
        ("DateTime", "\"2026-01-31T09:30:00Z\"", "new DateTime(2026, 1, 31, 9, 30, 0, DateTimeKind.Utc)"),
        ("DateTimeOffset", "\"2026-01-31T09:30:00.5+08:00\"", "new DateTimeOffset(2026, 1, 31, 9, 30, 0, 500, TimeSpan.FromHours(8))"),
        ("DateOnly", "\"2026-01-31\"", "new DateOnly(2026, 1, 31)"),
        ("TimeOnly", "\"09:30:00\"", "new TimeOnly(9, 30)"),
        ("TimeOnly", "\"23:59:59.9999999\"", "TimeOnly.MaxValue"),
        ("TimeSpan", "\"P1DT1H30M\"", "new TimeSpan(1, 1, 30, 0)"),
        ("Guid", "\"123e4567-e89b-12d3-a456-426614174000\"", "new Guid(\"123e4567-e89b-12d3-a456-426614174000\")"),
        ("Half", "-0.5", "(Half)(-0.5)"),
        ("Int128", "-170141183460469231731687303715884105728", "Int128.MinValue"),
        ("UInt128", "340282366920938463463374607431768211455", "UInt128.MaxValue"),
        ("System.Numerics.BigInteger", "-1000000000000000000000000000000000000000000", "-System.Numerics.BigInteger.Pow(10, 42)"),
        ("Version", "\"1.2.3\"", "new Version(1, 2, 3)"),
        ("Rights", "[\"Read\",\"Write\"]", "Rights.Read | Rights.Write"),
        ("Rights", "[]", "default(Rights)"),
        ("(int X, string Name)", "{\"x\":1,\"name\":\"a\"}", "(1, \"a\")"),
        ("Uri", "\"https://example.com/北京?q=1#a\"", "new Uri(\"https://example.com/北京?q=1#a\")"),
    ];

    private static readonly Lazy<Tools> Tools = new(() => Generated.From(Source()).Tools("Demo.Scalars"));

    public static TheoryData<int, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string, string>();
            foreach (var (i, scalar) in Scalars.Index())
            {
                cases.Add(i, scalar.Type, scalar.Json);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task It_binds_as_a_parameter(int i, string type, string json)
        => Assert.Equal("true", await Call($"is_{i}", $$"""{"value":{{json}}}""", type));

    [Theory, MemberData(nameof(Cases))]
    public async Task It_binds_as_a_nullable_parameter(int i, string type, string json)
    {
        Assert.Equal("the value", await Call($"maybe_{i}", $$"""{"value":{{json}}}""", type));
        Assert.Equal("null", await Call($"maybe_{i}", """{"value":null}""", type));
        Assert.Equal("null", await Call($"maybe_{i}", "{}", type));
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task It_binds_as_a_member_of_a_record(int i, string type, string json)
    {
        Assert.Equal("true", await Call($"member_{i}", $$$"""{"holder":{"maybe":{{{json}}},"value":{{{json}}}}}""", type));
        Assert.Equal("false", await Call($"member_{i}", $$$"""{"holder":{"value":{{{json}}}}}""", type));
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task It_binds_as_an_element(int i, string type, string json)
    {
        Assert.Equal("true", await Call($"array_{i}", $$"""{"values":[{{json}},{{json}}]}""", type));
        Assert.Equal("true", await Call($"list_{i}", $$"""{"values":[{{json}},null]}""", type));
        Assert.Equal("true", await Call($"dictionary_{i}", $$$"""{"values":{"a":{{{json}}},"":{{{json}}}}}""", type));
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task It_is_written_as_a_result(int i, string type, string json)
    {
        // A text is returned as it is; everything else is JSON.
        var expected = type == "string" ? System.Text.Json.JsonDocument.Parse(json).RootElement.GetString() : json;
        Assert.Equal(expected, await Call($"return_{i}", "", type));
        Assert.Equal(expected, await Call($"return_maybe_{i}", """{"some":true}""", type));
        Assert.Equal("null", await Call($"return_maybe_{i}", """{"some":false}""", type));
        Assert.Equal($$"""{"value":{{json}},"maybe":{{json}}}""", await Call($"return_member_{i}", "", type));
        Assert.Equal($"[{json},null]", await Call($"return_list_{i}", "", type));
        Assert.Equal($$"""{"北京":{{json}}}""", await Call($"return_dictionary_{i}", "", type));
    }

    private static Task<string> Call(string name, string arguments, string type)
    {
        Assert.NotEmpty(type);
        return Tools.Value.Call(name, arguments);
    }

    private static string Source() => $$"""
        namespace Demo;
        public enum Unit { Celsius, Fahrenheit }
        [Flags] public enum Rights { None, Read = 1, Write = 2, All = 3 }
        public enum Speed { [JsonStringEnumMemberName("metres per second")] MetresPerSecond, Knots }
        public static class Scalars
        {
        {{string.Concat(Scalars.Select((scalar, i) => Members(i, scalar.Type, scalar.CSharp)))}}
        }
        """;

    // An array of bytes is no list of numbers to a model, so the tools take a list of those.
    private static string ArrayOf(string type) => type == "byte" ? "List<byte>" : $"{type}[]";

    private static string Members(int i, string type, string value) => $$"""
            public record Holder{{i}}({{type}} Value, {{type}}? Maybe = null);
            [GlmTool("is_{{i}}")] public static bool Is{{i}}({{type}} value) => Equals(value, {{value}});
            [GlmTool("maybe_{{i}}")] public static string Maybe{{i}}({{type}}? value) => value is null ? "null" : Equals(value, {{value}}) ? "the value" : "another value";
            [GlmTool("member_{{i}}")] public static bool Member{{i}}(Holder{{i}} holder) => holder == new Holder{{i}}({{value}}, {{value}});
            [GlmTool("array_{{i}}")] public static bool Array{{i}}({{ArrayOf(type)}} values) => values.SequenceEqual([{{value}}, {{value}}]);
            [GlmTool("list_{{i}}")] public static bool List{{i}}(List<{{type}}?> values) => values.SequenceEqual([{{value}}, null]);
            [GlmTool("dictionary_{{i}}")] public static bool Dictionary{{i}}(Dictionary<string, {{type}}> values) => values.Count == 2 && Equals(values["a"], {{value}}) && Equals(values[""], {{value}});
            [GlmTool("return_{{i}}")] public static {{type}} Return{{i}}() => {{value}};
            [GlmTool("return_maybe_{{i}}")] public static {{type}}? ReturnMaybe{{i}}(bool some) => some ? {{value}} : null;
            [GlmTool("return_member_{{i}}")] public static Holder{{i}} ReturnMember{{i}}() => new({{value}}, {{value}});
            [GlmTool("return_list_{{i}}")] public static List<{{type}}?> ReturnList{{i}}() => [{{value}}, null];
            [GlmTool("return_dictionary_{{i}}")] public static Dictionary<string, {{type}}> ReturnDictionary{{i}}() => new() { ["北京"] = {{value}} };

        """;
}
