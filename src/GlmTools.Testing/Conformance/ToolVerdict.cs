using System.Text.Json.Nodes;

namespace GlmTools.Testing;

/// <summary>What schema and binder say of some arguments.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Violations">What the schema does not allow of them.</param>
/// <param name="Bound">What the binder made of them.</param>
internal sealed record ToolVerdict(GlmTool Tool, SchemaNode Schema, JsonNode? Arguments, IReadOnlyList<SchemaViolation> Violations, GlmToolArguments Bound)
{
    // The reach of the smallest integer there is without a sign and with one: nothing within it is beyond a type.
    private const double SmallestReach = 127;

    public bool IsAllowed => Violations.Count == 0;

    /// <summary>Whether the two agree, or differ as it is documented.</summary>
    public bool IsExplained => (IsAllowed, Bound.IsValid) switch
    {
        (true, true) => true,
        (true, false) => Bound.Error!.Problems.All(IsStricter),
        (false, true) => IsRepaired,
        (false, false) => Bound.Error!.Problems.Any(problem => IsStricter(problem) || Violations.Any(violation => IsOneWay(problem.Path, violation.Path))),
    };

    /// <summary>What the two disagree about, so that arguments which show the same count once.</summary>
    public string Subject => Bound.IsValid
        ? $"looser {Violations[0].Path} {Violations[0].Keyword}"
        : $"stricter {Bound.Error!.Problems[0].Path} {Bound.Error.Problems[0].Rule}";

    // What the method gets has to fit the schema: a repair is no licence.
    private bool IsRepaired => SchemaJudge.Judge(Schema, JsonNode.Parse(Bound.Utf8.Span)).All(left
        => left.IsNullOfOptional || Bound.Repairs.Any(line => line.StartsWith($"{(left.Path.Length == 0 ? "arguments" : left.Path)}: ", StringComparison.Ordinal)));

    public static ToolVerdict Of(GlmTool tool, SchemaNode schema, JsonNode? arguments)
        => new(tool, schema, arguments, SchemaJudge.Judge(schema, arguments), tool.Validate(ArgumentText.Utf8(arguments)));

    public ToolDisagreement Told() => new(
        Tool.Name,
        ArgumentText.Of(Arguments),
        IsAllowed ? "allows them" : $"refuses {string.Join("; ", Violations)}",
        Bound.IsValid ? $"accepts them{(Bound.Repairs.Count == 0 ? "" : $", repaired ({string.Join("; ", Bound.Repairs)}) as {Bound}")}" : $"refuses {string.Join("; ", Bound.Error!.Problems)}");

    // The documented cases in which a binder refuses what the schema allows.
    private bool IsStricter(GlmToolProblem problem) => problem.Rule switch
    {
        "properties" => true,
        "exact" => Tool.Policy.Effect == GlmToolEffect.Destructive,
        "type" => At(problem.Path) is JsonValue value && value.TryGetValue(out double number) && number is < 0 or > SmallestReach,
        "maxLength" => At(problem.Path) is JsonValue value && value.TryGetValue(out string? text) && text is { Length: 2 } && char.IsSurrogatePair(text, 0),
        _ => false,
    };

    private JsonNode? At(string path)
    {
        var at = Arguments;
        foreach (var name in path.Split('/').Skip(1).Select(static part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            at = at switch
            {
                JsonObject members => members[name],
                JsonArray items when int.TryParse(name, out var i) && i < items.Count => items[i],
                _ => null,
            };
        }

        return at;
    }

    // The one may speak of an object, and the other of what is in it.
    private static bool IsOneWay(string path, string other)
        => path == other || path.StartsWith($"{other}/", StringComparison.Ordinal) || other.StartsWith($"{path}/", StringComparison.Ordinal);
}
