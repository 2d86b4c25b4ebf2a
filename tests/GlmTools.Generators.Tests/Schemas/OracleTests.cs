using NJsonSchema;

namespace GlmTools.Generators.Tests.Schemas;

/// <summary>
/// NJsonSchema, which knows nothing of the generator, judges arguments by the schema that is sent to the model; the binder has to
/// judge alike. What is advertised is what is enforced.
/// </summary>
public class OracleTests
{
    // The places whose C# type is nullable; nowhere else may null be taken as it is. Arguments that are null as a whole are {}.
    private static readonly HashSet<string> Nullable =
    [
        "", "optionals/text", "optionals/letter", "optionals/flag", "optionals/i32", "optionals/u64", "optionals/f64", "optionals/unit", "optionals/moment",
        "optionals/time", "optionals/id", "optionals/link", "lists/units", "lists/flags", "lists/flags/1", "dictionaries/points", "person/at",
        "person/person/work", "person/person/others", "person/person/home/number", "person/person/work/number", "person/person/others/b/number",
        "others/pair/name", "others/shape/unit", "others/shapes/1/unit",
    ];

    private static readonly Disagreement[] Disagreements =
    [
        new(
            "7.0 is an integer",
            "JSON Schema goes by the value (validation, 6.1.1), NJsonSchema 10 by how it is written.",
            static v => v is { OracleAccepts: false, BinderAccepts: true, Type: "integer", Probe.Value: "7.0" or "7e0" }),
        new(
            "a number beyond its CLR type",
            "The schema does not repeat the ranges of types, which mean nothing to a model and abort some engines (protocol sheet 17); the refusal names the range.",
            static v => v is { OracleAccepts: true, Result.IsError: true, Type: "integer" or "number" } && v.Rules.SequenceEqual(["type"])),
        new(
            "null for what is nullable",
            "Absent and null are the same to a nullable parameter. The schema says neither: a type array with null makes GLM answer badly (protocol sheet 12.1).",
            static v => v is { OracleAccepts: false, BinderAccepts: true, Probe.Value: "null" or "[null]" } && Nullable.Contains(v.Probe.Place.Length == 0 ? "" : v.Tool + v.Probe.Place)),
        new(
            "a key that is not in the schema",
            "The schema does not forbid it, and GLM adds some (protocol sheet 4.5); but it is counted, and a slip of the pen is refused.",
            static v => v is { OracleAccepts: true, Probe.Value: "" or "{\"a\":1}" } && (v.Rules.Contains("properties") || v.Result.Repairs.Any(static r => r.EndsWith("the schema has no such key", StringComparison.Ordinal)))),
        new(
            "a key that comes twice",
            "Valid JSON of unpredictable meaning (RFC 8259, 4), and NJsonSchema sees the last one only.",
            static v => v.OracleAccepts && v.Rules.SequenceEqual(["uniqueKeys"])),
        new(
            "a key that is not of its kind",
            "NJsonSchema 10 does not know propertyNames.",
            static v => v.OracleAccepts && v.Has("propertyNames") && v.Rules.SequenceEqual(["propertyNames"])),
        new(
            "a text that is not of its format",
            "NJsonSchema takes what .NET can read for a date-time or a URI, and does not know durations; the binder goes by RFC 3339 and 3986.",
            static v => v.OracleAccepts && v.Has("format") && (v.Rules.SequenceEqual(["format"]) || v.Result.Repairs.Count > 0)),
        new(
            "a character of two code units",
            "JSON Schema counts characters (validation, 6.3), NJsonSchema UTF-16 code units.",
            static v => v is { OracleAccepts: true, Probe.Value: "\"😀\"" } && v.Rules.SequenceEqual(["minLength"])),
    ];

    public static TheoryData<string> Names => [.. SchemaTools.All.Set.Select(static tool => tool.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Good_arguments_fit_for_both(string name)
    {
        var tool = SchemaTools.All[name];
        var oracle = await JsonSchema.FromJsonAsync(tool.JsonSchema.GetRawText());
        foreach (var arguments in ArgumentCorpus.Good(tool.JsonSchema))
        {
            Assert.Empty(oracle.Validate(arguments));
            Assert.Equal("ok", await SchemaTools.All.Call(name, arguments));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Oracle_and_binder_agree(string name)
    {
        var unexplained = (await Judge(name)).Where(static verdict => verdict.OracleAccepts != verdict.BinderAccepts && Disagreements.Count(d => d.Explains(verdict)) != 1).ToArray();
        Assert.True(unexplained.Length == 0, $"{unexplained.Length} disagreements that no class explains, or more than one:\n{string.Join("\n", unexplained.Take(40).AsEnumerable())}");
    }

    // A class that explains nothing any more has to go, and one that explains agreement is no class.
    [Fact]
    public async Task Every_class_of_disagreement_is_met()
    {
        var verdicts = (await Task.WhenAll(SchemaTools.All.Set.Select(static tool => Judge(tool.Name)))).SelectMany(static verdict => verdict).ToArray();
        Assert.Equal(Disagreements.Select(static d => d.Name), Disagreements.Where(d => verdicts.Any(d.Explains)).Select(static d => d.Name));
        Assert.True(verdicts.Length > 3000, $"{verdicts.Length} probes");
        Assert.True(verdicts.Count(static v => v.OracleAccepts && v.BinderAccepts) > 200);
        Assert.True(verdicts.Count(static v => !v.OracleAccepts && !v.BinderAccepts) > 1500);
    }

    // The judge itself has to be able to say no.
    [Theory]
    [InlineData("get_current_weather", """{"unit":"Celsius"}""")]
    [InlineData("get_current_weather", """{"location":7}""")]
    [InlineData("get_current_weather", """{"location":"a","unit":"Kelvin"}""")]
    [InlineData("person", """{"person":{"name":"a","home":{"street":"a"}}}""")]
    [InlineData("lists", """{"numbers":"1"}""")]
    public async Task The_oracle_refuses_what_is_wrong(string name, string arguments)
        => Assert.NotEmpty((await JsonSchema.FromJsonAsync(SchemaTools.All[name].JsonSchema.GetRawText())).Validate(arguments));

    private static async Task<IReadOnlyList<Verdict>> Judge(string name)
    {
        var tool = SchemaTools.All[name];
        var oracle = await JsonSchema.FromJsonAsync(tool.JsonSchema.GetRawText());
        var verdicts = new List<Verdict>();
        foreach (var probe in ArgumentCorpus.Probes(tool.JsonSchema))
        {
            var complaints = oracle.Validate(probe.Arguments).Select(static error => $"{error.Path}: {error.Kind}").ToArray();
            verdicts.Add(new(name, probe, complaints, await SchemaTools.All.Invoke(name, probe.Arguments)));
        }

        return verdicts;
    }
}
