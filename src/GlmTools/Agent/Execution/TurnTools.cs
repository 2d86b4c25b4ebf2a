using GlmTools.Binding;

namespace GlmTools;

/// <summary>The tools of one turn.</summary>
/// <param name="Set">What the model may call.</param>
/// <param name="Last">Why this is the last turn, so that the model is not given its tools any more; <see langword="null"/> where it is not.</param>
internal sealed record TurnTools(GlmToolSet Set, GlmStopReason? Last)
{
    /// <summary>More names than this help no model; the nearest one is named in any case.</summary>
    private const int MaxNames = 20;

    public GlmTool? Find(string name) => Set.Find(name);

    /// <summary>What the model is told about a name that is none.</summary>
    public string Unknown(string name)
    {
        var names = Set.Select(static tool => tool.Name);
        var meant = NearestName.To(name, names) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";
        var listed = string.Join(", ", names.Take(MaxNames)) + (Set.Count > MaxNames ? ", ..." : "");
        return $"Error: there is no tool named \"{Excerpt.Of(name)}\"; nothing was executed.{meant} The tools are: {(listed.Length == 0 ? "none" : listed)}.";
    }
}
