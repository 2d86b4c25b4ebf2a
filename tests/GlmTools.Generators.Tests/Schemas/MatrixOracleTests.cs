using System.Text.Json;
using GlmTools.Generators.Tests.Compiling;
using NJsonSchema;

namespace GlmTools.Generators.Tests.Schemas;

/// <summary>
/// The types and constraints beyond the common ones, each as the only parameter of a tool, judged by NJsonSchema and by the binder
/// over one pool of values: whatever kind, whatever neighbour of a limit, whatever is nearly of a format.
/// </summary>
public class MatrixOracleTests
{
    private const string Types = """
        using System.Collections.Concurrent; using System.Collections.Frozen; using System.Collections.Immutable; using System.ComponentModel.DataAnnotations; using System.Numerics; using System.Text.Json; using System.Text.Json.Nodes;
        namespace Demo;
        [Flags] public enum Days { None = 0, Mon = 1, Tue = 2, Both = 3 }
        public enum Fruit { Apple, Pear }
        public abstract record Shape { public sealed record Circle(double Radius) : Shape; public sealed record Square(int Side, string? Note = null) : Shape; }
        public record Node(string Name, List<Node> Children);
        public record Page<T>(T First, IReadOnlyList<T> Rest);
        public struct Cell { public int X; public int Y { get; set; } }
        public static class Matrix
        {

        """;

    // The types, with their attributes, and values that are nearly right for one of them.
    private static readonly string[] Parameters =
    [
        "Days", "Half", "Version", "byte[]", "ReadOnlyMemory<byte>", "JsonObject", "JsonArray", "Cell", "(int X, string Y)", "Page<int>", "Shape", "Node",
        "HashSet<int>", "ImmutableArray<string>", "FrozenSet<Fruit>", "Queue<bool>", "SortedSet<string>", "ReadOnlyMemory<int>", "Fruit[][]",
        "Dictionary<Fruit, int>", "IReadOnlyDictionary<int, string>", "ImmutableDictionary<string, int[]>", "FrozenDictionary<long, Fruit>", "Dictionary<string, Cell>",
        "[Range(1, 3)] int", "[Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)] double", "[Range(typeof(decimal), \"0.1\", \"7.5\")] decimal",
        "[StringLength(5, MinimumLength = 2)] string", "[Length(1, 2)] List<int>", "[MinLength(1)] Dictionary<string, int>", "[RegularExpression(\"[a-c]{2}|\\\\d+\")] string",
        "[EmailAddress] string", "[AllowedValues(\"text\", \"x\")] string", "[DeniedValues(\"text\", \"x\")] string", "[AllowedValues(1, 7)] int", "[DeniedValues(7)] long", "[Base64String] string",
    ];

    private static readonly string[] Pool =
    [
        "\"text\"", "\"\"", "\"x\"", "\"7\"", "\"ab\"", "\"abc\"", "\"abcdef\"", "\"7\\n\"", "\"true\"", "\"北京\"", "\"Apple\"", "\"1.2\"", "\"1.2.3.4\"", "\"1.2.3.4.5\"", "\"aGk=\"", "\"aGk\"", "\"a@b.cd\"", "\"a@@b\"",
        "0", "1", "2", "3", "4", "7", "-1", "0.1", "0.05", "0.5", "1.5", "7.5", "7.6", "70000", "true", "false", "null",
        "[]", "[1]", "[1,2]", "[1,2,3]", "[1,1]", "[\"Mon\"]", "[\"Mon\",\"Tue\"]", "[\"None\"]", "[\"Apple\"]", "[[\"Apple\"],[]]", "[[1]]", "[true]", "[null]", "[\"a\",\"b\"]", "[{}]",
        "{}", "{\"Apple\":1}", "{\"Apple\":\"x\"}", "{\"Plum\":1}", "{\"1\":\"a\"}", "{\"1\":\"Pear\"}", "{\"-2\":\"a\"}", "{\"x\":\"a\"}", "{\"1.5\":\"a\"}", "{\"a\":[1]}", "{\"a\":{\"x\":1,\"y\":2}}", "{\"a\":1}",
        "{\"x\":1,\"y\":2}", "{\"x\":1}", "{\"x\":1,\"y\":\"b\"}", "{\"x\":\"a\",\"y\":1}", "{\"first\":1,\"rest\":[2]}", "{\"first\":1}", "{\"first\":\"a\",\"rest\":[]}",
        "{\"$type\":\"Circle\",\"radius\":1.5}", "{\"radius\":1.5,\"$type\":\"Circle\"}", "{\"$type\":\"Circle\"}", "{\"$type\":\"Square\",\"side\":1,\"note\":\"n\"}", "{\"$type\":\"Square\",\"side\":1.5}", "{\"$type\":\"Hexagon\",\"side\":1}", "{\"side\":1}",
        "{\"name\":\"a\",\"children\":[]}", "{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[]}]}", "{\"name\":\"a\",\"children\":[{\"name\":\"b\"}]}", "{\"name\":\"a\"}",
    ];

    /// <summary>Where the two may differ, and why.</summary>
    private static readonly Dictionary<string, Func<string, string, JsonElement, GlmToolResult, bool>> Justified = new()
    {
        ["a key the schema does not have is ignored and counted, or refused as a slip of the pen"] = static (_, _, _, result)
            => result.Repairs.Any(static r => r.EndsWith("the schema has no such key", StringComparison.Ordinal)) || Rules(result).Contains("properties"),
        ["a number beyond its CLR type: the schema does not repeat the ranges of types"] = static (type, value, _, result)
            => type is "Half" && value is "70000" && result.IsError,
        ["NJsonSchema does not know contentEncoding, propertyNames and 'not' over enum, which the binder enforces as they are advertised"] = static (type, _, schema, result)
            => result.IsError && (schema.GetRawText() is var text)
                && ((text.Contains("contentEncoding", StringComparison.Ordinal) && Rules(result).SequenceEqual(["format"]))
                    || (text.Contains("propertyNames", StringComparison.Ordinal) && Rules(result).Contains("propertyNames"))),
        ["$ matches in front of a line break in .NET, and only at the end in JSON Schema"] = static (_, value, _, result) => value == "\"7\\n\"" && Rules(result).SequenceEqual(["pattern"]),
    };

    private static readonly Lazy<Tools> Tools = new(() => Generated.From(
        Types + string.Concat(Parameters.Select(static (type, i) => $"    [GlmTool(\"t{i}\")] public static void T{i}({type} value) {{ }}\n")) + "}\n").Tools("Demo.Matrix"));

    /// <summary>The tools.</summary>
    internal static GlmToolSet Set => Tools.Value.Set;

    public static IEnumerable<object[]> Rows => Parameters.Select(static (type, i) => new object[] { i, type });

    [Theory, MemberData(nameof(Rows))]
    public async Task Oracle_and_binder_agree(int i, string type)
    {
        var (agreed, differed) = await Judge(i);
        var unexplained = differed.Where(d => !Justified.Values.Any(explains => explains(type, d.Value, Schema(i), d.Result)));

        Assert.True(!unexplained.Any(), $"{Schema(i)}\n{string.Join("\n", unexplained.Select(static d => $"{d.Value}: binder {d.Result.Text} {string.Join("; ", d.Result.Repairs)}"))}");
        Assert.True(agreed.Accepted > 0 && agreed.Refused > 10, $"{agreed}");
    }

    [Fact]
    public async Task Every_justification_is_needed()
    {
        var differed = new List<(string Type, JsonElement Schema, string Value, GlmToolResult Result)>();
        for (var i = 0; i < Parameters.Length; i++)
        {
            differed.AddRange((await Judge(i)).Differed.Select(d => (Parameters[i], Schema(i), d.Value, d.Result)));
        }

        Assert.All(Justified, reason => Assert.True(differed.Exists(d => reason.Value(d.Type, d.Value, d.Schema, d.Result)), reason.Key));
    }

    private static async Task<((int Accepted, int Refused) Agreed, List<(string Value, GlmToolResult Result)> Differed)> Judge(int i)
    {
        // NJsonSchema 10 looks for shared schemas where older drafts had them.
        var oracle = await JsonSchema.FromJsonAsync(Schema(i).GetRawText().Replace("$defs", "definitions", StringComparison.Ordinal));
        var (accepted, refused, differed) = (0, 0, new List<(string, GlmToolResult)>());
        foreach (var value in Pool)
        {
            var arguments = $"{{\"value\":{value}}}";
            var result = await Tools.Value.Invoke($"t{i}", arguments);
            switch (oracle.Validate(arguments).Count == 0, !result.IsError && result.Repairs.Count == 0)
            {
                case (true, true): accepted++; break;
                case (false, false): refused++; break;
                default: differed.Add((value, result)); break;
            }
        }

        return ((accepted, refused), differed);
    }

    private static JsonElement Schema(int i) => Tools.Value[$"t{i}"].JsonSchema;

    private static IEnumerable<string> Rules(GlmToolResult result) => result.Error?.Problems.Select(static problem => problem.Rule) ?? [];
}
