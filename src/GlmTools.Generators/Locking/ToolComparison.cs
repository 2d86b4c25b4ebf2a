using GlmTools.Generators.Json;

namespace GlmTools.Generators.Locking;

/// <summary>
/// Finds what changed about a tool. A change is breaking when arguments that were right before are refused now: a model that
/// learned the tool from a prompt, or a stored transcript, still sends those.
/// </summary>
internal sealed class ToolComparison
{
    private const string Nothing = "nothing";
    private const int MaxShown = 60;

    // Looked at one by one; any other keyword is a facet, which two schemas either share or not.
    private static readonly HashSet<string> Structure = new(StringComparer.Ordinal)
    {
        "type", "description", "default", "properties", "required", "items", "additionalProperties", "propertyNames", "anyOf", "enum", "not", "$ref", "$defs",
    };

    private static readonly HashSet<string> Bounds = new(SchemaBound.All.SelectMany(static bound => new[] { bound.Keyword, bound.Exclusive ?? bound.Keyword }), StringComparer.Ordinal);

    private readonly JsonValue _before;
    private readonly JsonValue _after;
    private readonly HashSet<(string, string)> _references = [];
    private readonly List<LockedChange> _changes = [];

    private ToolComparison(JsonValue before, JsonValue after)
    {
        _before = before;
        _after = after;
    }

    public static IReadOnlyList<LockedChange> Of(LockedTool before, LockedTool after)
    {
        var comparison = new ToolComparison(before.Parameters, after.Parameters);
        if (before.Description != after.Description)
        {
            comparison.Add(LockedChangeKind.DescriptionChanged, "itself", Quoted(before.Description), Quoted(after.Description));
        }

        if (before.Schema != after.Schema || before.Descriptions != after.Descriptions)
        {
            comparison.Compare("", before.Parameters, after.Parameters);
        }

        return comparison._changes;
    }

    private void Compare(string path, JsonValue before, JsonValue after)
    {
        // What contains itself is compared once, at the first place it is found.
        if (before["$ref"] is { } old && after["$ref"] is { } now && !_references.Add((old.Text, now.Text)))
        {
            return;
        }

        CompareDescriptions(path, before["description"]?.Text, after["description"]?.Text);
        before = ToolSchema.Resolve(_before, before);
        after = ToolSchema.Resolve(_after, after);
        var (kind, newKind) = (SchemaKind.Of(before), SchemaKind.Of(after));
        if (kind != newKind)
        {
            Add(SchemaKind.IsWithin(kind, newKind) ? LockedChangeKind.ParameterWidened : LockedChangeKind.ParameterNarrowed, path, kind, newKind);
            return;
        }

        CompareValues(path, before, after);
        CompareBounds(path, before, after);
        CompareFacets(path, before, after);
        CompareMembers(path, before, after);
        CompareElements(path, before, after);
        CompareCases(path, before, after);
    }

    private void CompareDescriptions(string path, string? before, string? after)
    {
        if (before != after)
        {
            Add(LockedChangeKind.DescriptionChanged, path, Quoted(before), Quoted(after));
        }
    }

    private void CompareDefaults(string path, JsonValue before, JsonValue after)
    {
        var (old, now) = (before["default"]?.ToString(), after["default"]?.ToString());
        if (old != now)
        {
            Add(LockedChangeKind.DefaultChanged, path, Shortened(old ?? Nothing), Shortened(now ?? Nothing));
        }
    }

    private void CompareValues(string path, JsonValue before, JsonValue after)
    {
        var (old, now) = (before["enum"], after["enum"]);
        if (old is null || now is null)
        {
            AddIfChanged(path, old is null ? null : $"one of {Listed(old.Items)}", now is null ? null : $"one of {Listed(now.Items)}", "any value");
        }
        else
        {
            CompareTaken(path, old.Items, now.Items);
        }

        // A value that is not denied any more is one more to take.
        CompareTaken(path, after["not"]?["enum"]?.Items ?? [], before["not"]?["enum"]?.Items ?? []);
    }

    private void CompareTaken(string path, IReadOnlyList<JsonValue> before, IReadOnlyList<JsonValue> after)
    {
        var (lost, gained) = (Without(before, after), Without(after, before));
        if (lost.Count > 0)
        {
            Add(LockedChangeKind.ParameterNarrowed, path, Listed(lost), Nothing);
        }

        if (gained.Count > 0)
        {
            Add(LockedChangeKind.ParameterWidened, path, Nothing, Listed(gained));
        }
    }

    private void CompareBounds(string path, JsonValue before, JsonValue after)
    {
        foreach (var bound in SchemaBound.All)
        {
            var tightening = bound.Tightening(before, after);
            if (tightening != 0)
            {
                Add(tightening > 0 ? LockedChangeKind.ParameterNarrowed : LockedChangeKind.ParameterWidened, path, bound.Describe(before), bound.Describe(after));
            }
        }
    }

    // Whether one pattern takes all that another one does cannot be told: a different one counts as taking less.
    private void CompareFacets(string path, JsonValue before, JsonValue after)
    {
        foreach (var keyword in before.Members.Concat(after.Members).Select(static member => member.Key).Distinct().Where(static key => !Structure.Contains(key) && !Bounds.Contains(key)))
        {
            var (old, now) = (before[keyword]?.ToString(), after[keyword]?.ToString());
            AddIfChanged(path, old is null ? null : $"{keyword} {old}", now is null ? null : $"{keyword} {now}", $"any {keyword}");
        }
    }

    private void CompareElements(string path, JsonValue before, JsonValue after)
    {
        foreach (var (keyword, element) in new[] { ("items", "*"), ("additionalProperties", "*"), ("propertyNames", "{key}") })
        {
            var (old, now) = (before[keyword], after[keyword]);
            if (old is not null && now is not null)
            {
                Compare($"{path}/{element}", old, now);
            }
            else
            {
                AddIfChanged($"{path}/{element}", old?.ToString(), now?.ToString(), "any key");
            }
        }
    }

    private void CompareMembers(string path, JsonValue before, JsonValue after)
    {
        var (old, now) = (before["properties"], after["properties"]);
        if (old is null || now is null)
        {
            return;
        }

        var renamed = Renamed(old, now);
        foreach (var member in old.Members)
        {
            var name = renamed.TryGetValue(member.Key, out var other) ? other : member.Key;
            if (now[name] is { } same)
            {
                CompareMember(path, member.Key, name, member.Value, same, ToolSchema.IsRequired(before, member.Key), ToolSchema.IsRequired(after, name));
            }
            else
            {
                Add(LockedChangeKind.ParameterRemoved, ToolSchema.PathOf(path, member.Key), Summary(_before, member.Value), Nothing);
            }
        }

        foreach (var member in now.Members.Where(member => old[member.Key] is null && !renamed.ContainsValue(member.Key)))
        {
            var isRequired = ToolSchema.IsRequired(after, member.Key);
            Add(isRequired ? LockedChangeKind.ParameterRequired : LockedChangeKind.ParameterWidened, ToolSchema.PathOf(path, member.Key), Nothing, Summary(_after, member.Value));
        }
    }

    private void CompareMember(string path, string name, string newName, JsonValue before, JsonValue after, bool wasRequired, bool isRequired)
    {
        if (name != newName)
        {
            Add(LockedChangeKind.ParameterRenamed, ToolSchema.PathOf(path, name), Quoted(name), Quoted(newName));
        }

        path = ToolSchema.PathOf(path, newName);
        if (wasRequired != isRequired)
        {
            Add(isRequired ? LockedChangeKind.ParameterRequired : LockedChangeKind.ParameterWidened, path, wasRequired ? "required" : "optional", isRequired ? "required" : "optional");
        }
        else
        {
            // A default comes and goes with being optional.
            CompareDefaults(path, before, after);
        }

        Compare(path, before, after);
    }

    private void CompareCases(string path, JsonValue before, JsonValue after)
    {
        var (old, now) = (ToolSchema.Discriminator(before), ToolSchema.Discriminator(after));
        if (old is null || now is null || old != now)
        {
            AddIfChanged(path, old is null ? null : $"discriminator {Quoted(old)}", now is null ? null : $"discriminator {Quoted(now)}", "no discriminator");
            return;
        }

        var (cases, newCases) = (ToolSchema.Cases(before, old), ToolSchema.Cases(after, now));
        foreach (var each in cases)
        {
            if (newCases.TryGetValue(each.Key, out var same))
            {
                Compare($"{path}[{each.Key}]", each.Value, same);
            }
            else
            {
                Add(LockedChangeKind.ParameterNarrowed, path, Quoted(each.Key), Nothing);
            }
        }

        foreach (var each in newCases.Keys.Where(name => !cases.ContainsKey(name)))
        {
            Add(LockedChangeKind.ParameterWidened, path, Nothing, Quoted(each));
        }
    }

    // A name that went and a name that came are one and the same where nothing else could be meant.
    private static Dictionary<string, string> Renamed(JsonValue before, JsonValue after)
    {
        var came = after.Members.Where(member => before[member.Key] is null).ToLookup(static member => Meaning(member.Value), static member => member.Key);
        return before.Members.Where(member => after[member.Key] is null)
            .GroupBy(static member => Meaning(member.Value))
            .Where(went => went.Count() == 1 && came[went.Key].Count() == 1)
            .ToDictionary(static went => went.Single().Key, went => came[went.Key].Single());
    }

    private static string Meaning(JsonValue schema) => ToolSchema.Canonical(schema, withDescriptions: false).ToString();

    private static string Summary(JsonValue root, JsonValue schema)
    {
        var resolved = ToolSchema.Resolve(root, schema);
        return resolved["enum"] is { } values ? $"one of {Listed(values.Items)}" : SchemaKind.Of(resolved);
    }

    private static List<JsonValue> Without(IReadOnlyList<JsonValue> values, IReadOnlyList<JsonValue> others)
    {
        var texts = new HashSet<string>(others.Select(static other => other.ToString()), StringComparer.Ordinal);
        return [.. values.Where(value => !texts.Contains(value.ToString()))];
    }

    private static string Listed(IEnumerable<JsonValue> values) => Shortened(string.Join(", ", values));

    private static string Quoted(string? text) => text is null ? Nothing : JsonValue.String(Shortened(text)).ToString();

    private static string Shortened(string text) => text.Length > MaxShown ? text.Substring(0, MaxShown - 3) + "..." : text;

    // What is not there lets everything through.
    private void AddIfChanged(string path, string? before, string? after, string everything)
    {
        if (before != after)
        {
            Add(after is null ? LockedChangeKind.ParameterWidened : LockedChangeKind.ParameterNarrowed, path, before ?? everything, after ?? everything);
        }
    }

    private void Add(LockedChangeKind kind, string path, string before, string after) => _changes.Add(new(kind, path, before, after));
}
