using GlmTools.Binding;

namespace GlmTools.Cli.Loading;

/// <summary>The tools a command was pointed at.</summary>
/// <param name="assembly">Where they are.</param>
/// <param name="sets">Those that were asked for.</param>
internal sealed class ToolCatalog(ToolAssembly assembly, IReadOnlyList<FoundSet> sets)
{
    public ToolAssembly Assembly => assembly;

    public IReadOnlyList<FoundSet> Sets => sets;

    /// <summary>The sets of an assembly, or the one of a name.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="set">The type, with or without its namespace; <see langword="null"/> for all.</param>
    /// <exception cref="CliException">There is none, or several.</exception>
    public static ToolCatalog Of(ToolAssembly assembly, string? set)
    {
        var sets = assembly.Sets.Where(found => set is null || found.Name == set).ToArray();
        if (sets.Length == 0)
        {
            sets = [.. assembly.Sets.Where(found => SimpleName(found) == set)];
        }

        return sets switch
        {
            [] => throw new CliException($"{assembly.Path} has no type '{set}' with tools; {Proposal(set!, assembly.Sets.Select(SimpleName))}"),
            [_, _, ..] when set is not null => throw new CliException($"'{set}' is the name of several types; name one: {string.Join(", ", sets.Select(static found => found.Name))}."),
            _ => new(assembly, sets),
        };
    }

    /// <summary>All tools together, as a request would offer them.</summary>
    /// <exception cref="CliException">Two sets have a tool of the same name.</exception>
    public GlmToolSet All() => Join(sets.Select(static set => set.Tools));

    /// <summary>The set with the tool of a name.</summary>
    /// <exception cref="CliException">There is none, or several.</exception>
    public FoundSet SetOf(string tool)
        => sets.Where(set => set.Tools.Find(tool) is not null).ToArray() switch
        {
            [var only] => only,
            [] => throw new CliException($"there is no tool '{tool}'; {Proposal(tool, sets.SelectMany(static set => set.Tools).Select(static each => each.Name))}"),
            var several => throw new CliException($"several types have a tool '{tool}'; choose one with --set: {string.Join(", ", several.Select(static set => set.Name))}."),
        };

    /// <summary>Joins sets.</summary>
    /// <exception cref="CliException">Two have a tool of the same name.</exception>
    public static GlmToolSet Join(IEnumerable<GlmToolSet> sets)
    {
        var tools = sets.SelectMany(static set => set).ToArray();
        return tools.GroupBy(static tool => tool.Name).FirstOrDefault(static same => same.Count() > 1) is { } twice
            ? throw new CliException($"two types have a tool '{twice.Key}', which one request cannot offer; choose one with --set.")
            : new(tools);
    }

    private static string SimpleName(FoundSet set) => set.Name[(set.Name.LastIndexOfAny(['.', '+']) + 1)..];

    private static string Proposal(string given, IEnumerable<string> names)
    {
        var known = names.ToArray();
        return NearestName.To(given, known) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", known)}.";
    }
}
