using GlmTools.Cli.Loading;

namespace GlmTools.Cli.Page.Serving;

/// <summary>The tools the page shows. Each set keeps one object, so that what one call leaves there the next one finds.</summary>
/// <param name="catalog">The tools.</param>
/// <param name="objects">Makes the objects.</param>
internal sealed class InspectedTools(ToolCatalog catalog, ToolObjects objects)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, GlmToolSet> _made = [];

    public IReadOnlyList<FoundSet> Sets => catalog.Sets;

    public IServiceProvider Services => objects.Services;

    /// <summary>The tools of a set, to be called.</summary>
    /// <exception cref="CliException">No object of its type can be made.</exception>
    public GlmToolSet ToolsOf(int set)
    {
        lock (_gate)
        {
            return _made.TryGetValue(set, out var tools) ? tools : _made[set] = objects.ToolsOf(Sets[set]);
        }
    }

    /// <summary>All tools that one chat can offer, and why the others are left out.</summary>
    public (GlmToolSet Tools, IReadOnlyList<string> LeftOut) ForChat()
    {
        var tools = new Dictionary<string, GlmTool>();
        var leftOut = new List<string>();
        for (var i = 0; i < Sets.Count; i++)
        {
            try
            {
                foreach (var tool in ToolsOf(i).Where(tool => !tools.TryAdd(tool.Name, tool)))
                {
                    leftOut.Add($"{Sets[i].Name}: another type has a tool '{tool.Name}' too; choose one with --set.");
                }
            }
            catch (CliException failure)
            {
                leftOut.Add(failure.Message);
            }
        }

        return (new(tools.Values), leftOut);
    }
}
