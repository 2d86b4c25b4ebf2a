using System.Security.Cryptography;
using System.Text;
using GlmTools.Generators.Json;

namespace GlmTools.Generators.Locking;

/// <summary>A tool as the lock file keeps it: what a model is told about it, in one order, and the fingerprints of that.</summary>
internal sealed class LockedTool
{
    private LockedTool(string set, string name, string description, JsonValue parameters, int position)
    {
        Set = set;
        Name = name;
        Description = description;
        Parameters = ToolSchema.Canonical(parameters, withDescriptions: true);
        Position = position;
        Schema = Fingerprint(ToolSchema.Canonical(Parameters, withDescriptions: false));
        Descriptions = Fingerprint(JsonValue.Object(
            [.. AllDescriptions().Select(static each => new KeyValuePair<string, JsonValue>(each.Key, JsonValue.String(each.Value)))]));
    }

    /// <summary>The name of its type.</summary>
    public string Set { get; }

    /// <summary>Its name on the wire.</summary>
    public string Name { get; }

    public string Description { get; }

    /// <summary>The schema of its arguments.</summary>
    public JsonValue Parameters { get; }

    /// <summary>The fingerprint of the schema without its descriptions.</summary>
    public string Schema { get; }

    /// <summary>The fingerprint of all descriptions.</summary>
    public string Descriptions { get; }

    /// <summary>Where it is in the lock file, in characters.</summary>
    public int Position { get; }

    /// <summary>A tool as it goes over the wire, so that the lock cannot say something else.</summary>
    /// <exception cref="JsonSyntaxException">The definition is none.</exception>
    public static LockedTool Of(string set, string definition) => OfFunction(set, Member(JsonParser.Parse(definition), "function", JsonKind.Object));

    /// <summary>The same of the <c>function</c> in a definition.</summary>
    /// <exception cref="JsonSyntaxException">It is none.</exception>
    public static LockedTool OfFunction(string set, JsonValue function) => new(
        set,
        Member(function, "name", JsonKind.String).Text,
        function["description"]?.Text ?? "",
        Member(function, "parameters", JsonKind.Object),
        function.Position);

    /// <summary>A tool as the lock file has it.</summary>
    /// <exception cref="JsonSyntaxException">The entry is none, or was changed by hand.</exception>
    public static LockedTool Read(JsonValue entry)
    {
        var tool = new LockedTool(
            Member(entry, "set", JsonKind.String).Text,
            Member(entry, "name", JsonKind.String).Text,
            Member(entry, "description", JsonKind.String).Text,
            Member(entry, "parameters", JsonKind.Object),
            entry.Position);
        if (Member(entry, "schema", JsonKind.String).Text != tool.Schema || Member(entry, "descriptions", JsonKind.String).Text != tool.Descriptions)
        {
            throw new JsonSyntaxException($"the fingerprints of '{tool.Name}' belong to something else, as after an edit or a merge by hand", entry.Position);
        }

        return tool;
    }

    public JsonValue ToJson() => JsonValue.Object(
    [
        new("set", JsonValue.String(Set)),
        new("name", JsonValue.String(Name)),
        new("schema", JsonValue.String(Schema)),
        new("descriptions", JsonValue.String(Descriptions)),
        new("description", JsonValue.String(Description)),
        new("parameters", Parameters),
    ]);

    /// <summary>Everything a model reads about it, by path; the empty path is the tool's own description.</summary>
    public IEnumerable<KeyValuePair<string, string>> AllDescriptions()
        => ToolSchema.Descriptions(Parameters).Prepend(new("", Description));

    /// <exception cref="JsonSyntaxException">There is no such member.</exception>
    public static JsonValue Member(JsonValue json, string name, JsonKind kind)
        => json[name] is { } member && member.Kind == kind
            ? member
            : throw new JsonSyntaxException($"\"{name}\" has to be there, as {(kind == JsonKind.Array ? "an" : "a")} {kind.ToString().ToLowerInvariant()}", json.Position);

    // Half of a SHA-256 is more than enough to notice a change.
    private static string Fingerprint(JsonValue value)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(value.ToString())).Take(16).Select(static b => b.ToString("x2")));
    }
}
