using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Scenarios;

/// <summary>Reads a scenario and checks all of it at once, so that no mistake waits for the question that meets it.</summary>
internal sealed partial class ScenarioReader
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    private readonly Dictionary<string, string> _patterns = [];

    public static ScenarioModel Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return new ScenarioReader().ReadScenario(new(document.RootElement, ""));
        }
        catch (JsonException exception)
        {
            throw new ScenarioException($"The scenario is no valid JSON: {exception.Message}", exception);
        }
    }

    private ScenarioModel ReadScenario(ScenarioNode scenario)
    {
        scenario.RequireOnly("patterns", "rules", "fallback");
        if (scenario.Find("patterns") is { } patterns)
        {
            foreach (var (name, pattern) in patterns.Members())
            {
                _patterns.Add(name, InsertPatterns(pattern));
            }
        }

        var rules = scenario.Find("rules") ?? throw scenario.Complain("must have 'rules', an array");
        var fallback = scenario.Find("fallback") ?? throw scenario.Complain("must have a 'fallback', the text to say where no rule fits");
        return new([.. rules.Items().Select(rule => ReadRule(rule, ScenarioNames.None))], fallback.Text());
    }

    private ScenarioRule ReadRule(ScenarioNode node, ScenarioNames outer)
    {
        node.RequireOnly("last", "user", "tools", "results", "reasoning", "say", "calls", "rules");
        if (node.Find("last") is { } last && last.Text() is not ("user" or "tool"))
        {
            throw last.Complain("must be 'user' or 'tool'");
        }

        var rule = new ScenarioRule
        {
            Place = node.Place,
            Last = node.Find("last")?.Text(),
            User = node.Find("user") is { } user ? ReadPattern(user) : null,
            Tools = node.Texts("tools"),
            Results = node.Texts("results"),
        };
        var names = outer.With(rule);
        return (node.Find("say"), node.Find("calls"), node.Find("rules")) switch
        {
            ({ } say, null, null) => rule with { Answer = new() { Reasoning = ReadReasoning(node, names), Say = ReadText(say, names) } },
            (null, { } calls, null) => rule with { Answer = new() { Reasoning = ReadReasoning(node, names), Calls = [.. calls.Items().Select(call => ReadCall(call, names))] } },
            (null, null, { } rules) when node.Find("reasoning") is null => rule with { Rules = [.. rules.Items().Select(inner => ReadRule(inner, names))] },
            _ => throw node.Complain("must have exactly one of 'say', 'calls' and 'rules'; 'reasoning' goes with 'say' or 'calls'"),
        };
    }

    private Regex ReadPattern(ScenarioNode node)
    {
        try
        {
            return new(InsertPatterns(node), RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (ArgumentException exception)
        {
            throw node.Complain($"is no valid .NET regular expression: {exception.Message}", exception);
        }
    }

    /// <summary>The text with each <c>${name}</c> replaced by the pattern of that name.</summary>
    private string InsertPatterns(ScenarioNode node) => PatternReference().Replace(node.Text(), match =>
        _patterns.TryGetValue(match.Groups[1].Value, out var pattern)
            ? $"(?:{pattern})"
            : throw node.Complain($"refers to the pattern '{match.Groups[1].Value}', which is not defined in 'patterns' before it"));

    private static Template? ReadReasoning(ScenarioNode rule, ScenarioNames names) => rule.Find("reasoning") is { } reasoning ? ReadText(reasoning, names) : null;

    private static Template ReadText(ScenarioNode node, ScenarioNames names) => Check(Template.OfText(node.Text()), node, names);

    private static ScenarioCall ReadCall(ScenarioNode node, ScenarioNames names)
    {
        node.RequireOnly("name", "arguments");
        var name = node.Find("name") ?? throw node.Complain("must have a 'name', the tool to call");
        var arguments = node.Find("arguments") ?? throw node.Complain("must have 'arguments', an object, or a string to send verbatim");
        return new(name.Text(), arguments.Json.ValueKind switch
        {
            JsonValueKind.Object => Check(Template.OfJson(Encoding.UTF8.GetString(StrictJson.Write(arguments.Json.WriteTo))), arguments, names),
            JsonValueKind.String => ReadText(arguments, names),
            _ => throw arguments.Complain("must be an object, or a string to send verbatim"),
        });
    }

    private static Template Check(Template template, ScenarioNode node, ScenarioNames names)
    {
        foreach (var placeholder in template.Placeholders)
        {
            if (placeholder is null)
            {
                throw node.Complain("has a malformed placeholder; write ${capture}, ${tool}, ${tool.member}, ${tool[1].member}, each also with :number");
            }

            if (names.Refuse(placeholder) is { } problem)
            {
                throw node.Complain(problem);
            }
        }

        return template;
    }

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex PatternReference();
}
