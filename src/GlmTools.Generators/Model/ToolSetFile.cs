namespace GlmTools.Generators.Model;

/// <summary>A type with tools, with names of its own: one generated file.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Number">What sets its classes apart from others of nearly the same name; empty for nearly all.</param>
/// <param name="Set">The type.</param>
internal sealed record ToolSetFile(string Name, string Number, ToolSetModel Set)
{
    /// <summary>The files, in the order of the names of their types: that in which they are found depends on edits made long ago.</summary>
    public static IEnumerable<ToolSetFile> Of(IEnumerable<ToolSetModel> sets)
        => FileNames.Number(sets.OrderBy(static set => set.Name, StringComparer.Ordinal), static set => set.Name)
            .Select(static numbered => new ToolSetFile($"{numbered.Item.Name}{(numbered.Number.Length > 0 ? "." : "")}{numbered.Number}.g.cs", numbered.Number, numbered.Item));
}
