using GlmTools.Generators.Json;
using GlmTools.Generators.Locking;

namespace GlmTools.Testing;

/// <summary>
/// Compares what models were told about tools with what they are told now: by structure, not as text, and by the rules of the lock
/// file, so that the order of members means nothing.
/// </summary>
public static class ToolChanges
{
    /// <summary>What changed from some definitions to others; breaking changes first, then in the order of names.</summary>
    /// <param name="before">
    /// The definitions as they were, as JSON: a <c>tools</c> array as <see cref="GlmToolSet.ToJson"/> writes it, one definition, or an
    /// object with such a <c>tools</c> array, which a request and a lock file are.
    /// </param>
    /// <param name="after">The definitions as they are, in any of the same forms.</param>
    /// <exception cref="ArgumentException">One of them is not of these forms.</exception>
    public static IReadOnlyList<ToolChange> Between(string before, string after)
    {
        var (old, now) = (ToolDefinitions.Read(before, nameof(before)), ToolDefinitions.Read(after, nameof(after)));
        var gone = old.Where(tool => Counterpart(tool, now) is null).Select(static tool => Whole(tool, ToolChangeKind.ToolRemoved));
        var rest = now.SelectMany(tool => Counterpart(tool, old) is { } known
            ? ToolComparison.Of(known, tool).Select(change => Of(tool, change))
            : [Whole(tool, ToolChangeKind.ToolAdded)]);
        return [.. gone.Concat(rest).OrderBy(static change => !change.IsBreaking).ThenBy(static change => change.Tool, StringComparer.Ordinal)];
    }

    // The wire does not say to which type a tool belongs, and has each name once.
    private static LockedTool? Counterpart(LockedTool tool, IReadOnlyList<LockedTool> others)
        => others.FirstOrDefault(other => other.Name == tool.Name && other.Set == tool.Set)
            ?? others.FirstOrDefault(other => other.Name == tool.Name && (other.Set.Length == 0 || tool.Set.Length == 0));

    private static ToolChange Whole(LockedTool tool, ToolChangeKind kind) => Of(tool, new((LockedChangeKind)kind, "", "", ""));

    private static ToolChange Of(LockedTool tool, LockedChange change)
        => new(tool.Name, tool.Set.Length == 0 ? null : tool.Set, (ToolChangeKind)change.Kind, change.Path, change.Before, change.After);
}
