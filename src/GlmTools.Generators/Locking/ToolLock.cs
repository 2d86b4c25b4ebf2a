using GlmTools.Generators.Emitting;
using GlmTools.Generators.Json;
using GlmTools.Generators.Model;

namespace GlmTools.Generators.Locking;

/// <summary>The lock file: what models were told about the tools of a project when somebody last agreed to it.</summary>
internal sealed class ToolLock
{
    public const string FileName = "glmtools.lock.json";

    private const string Version = "1";

    private readonly ILookup<string, LockedTool> _sets;
    private readonly HashSet<string> _typeNames;

    private ToolLock(IEnumerable<LockedTool> tools)
    {
        _sets = tools.ToLookup(static tool => tool.Set, StringComparer.Ordinal);
        _typeNames = new(_sets.Select(static set => set.Key.Substring(set.Key.LastIndexOfAny(['.', '+']) + 1)), StringComparer.Ordinal);
    }

    /// <summary>Its tools by the names of their types.</summary>
    public IEnumerable<IGrouping<string, LockedTool>> Sets => _sets;

    /// <exception cref="JsonSyntaxException">The text is no lock file.</exception>
    public static ToolLock Parse(string text)
    {
        var json = JsonParser.Parse(text);
        var version = LockedTool.Member(json, "version", JsonKind.Literal);
        if (version.Text != Version)
        {
            throw new JsonSyntaxException($"version {version.Text} is not known to this version of GlmTools", version.Position);
        }

        var names = new HashSet<(string, string)>();
        var tools = LockedTool.Member(json, "tools", JsonKind.Array).Items.Select(LockedTool.Read).ToArray();
        return tools.FirstOrDefault(tool => !names.Add((tool.Set, tool.Name))) is { } twice
            ? throw new JsonSyntaxException($"tool '{twice.Name}' of '{twice.Set}' is there twice", twice.Position)
            : new(tools);
    }

    /// <summary>The text of the file: the same for the same tools, whatever order they come in.</summary>
    public static string Write(IEnumerable<ToolSetModel> sets)
    {
        var tools = sets.SelectMany(static set => set.Tools, static (set, tool) => LockedTool.Of(set.Name, SchemaEmitter.Definition(tool)))
            .OrderBy(static tool => tool.Set, StringComparer.Ordinal)
            .ThenBy(static tool => tool.Name, StringComparer.Ordinal);
        var json = JsonValue.Object(
        [
            new("version", JsonValue.Literal(Version)),
            new("tools", JsonValue.Array([.. tools.Select(static tool => tool.ToJson())])),
        ]);
        return json.ToIndentedString() + "\n";
    }

    /// <summary>The locked tools of a type, by name.</summary>
    public IReadOnlyDictionary<string, LockedTool> Of(string set) => _sets[set].ToDictionary(static tool => tool.Name, StringComparer.Ordinal);

    /// <summary>Whether a type of the simple name had tools: a quick no for most types.</summary>
    public bool Mentions(string typeName) => _typeNames.Contains(typeName);
}
