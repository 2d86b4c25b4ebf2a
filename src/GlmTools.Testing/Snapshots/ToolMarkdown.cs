using System.Text;
using GlmTools.Generators.Json;
using GlmTools.Generators.Locking;

namespace GlmTools.Testing;

/// <summary>Writes what models are told about tools as a page for people: a section each, with a table of all arguments at every depth.</summary>
public static class ToolMarkdown
{
    /// <summary>The page of some tools, in Markdown with <c>\n</c>.</summary>
    /// <param name="set">The tools.</param>
    public static string Render(GlmToolSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Render(set.ToJson());
    }

    /// <summary>The page of some definitions, in Markdown with <c>\n</c>.</summary>
    /// <param name="definitions">The definitions as JSON, in any form that <see cref="ToolChanges.Between"/> takes.</param>
    /// <exception cref="ArgumentException">They are not of these forms.</exception>
    public static string Render(string definitions)
    {
        var page = new StringBuilder("# Tools\n");
        foreach (var tool in ToolDefinitions.Read(definitions, nameof(definitions)))
        {
            page.Append($"\n## `{tool.Name}`\n");
            page.Append(tool.Description.Length > 0 ? $"\n{tool.Description.ReplaceLineEndings("\n").Trim()}\n" : "");
            var rows = ArgumentRow.Of(tool.Parameters).ToArray();
            page.Append(rows.Length > 0 ? "\n| argument | type | required | description |\n| --- | --- | --- | --- |\n" : "\nIt takes no arguments.\n");
            foreach (var row in rows)
            {
                page.Append($"| `{Cell(row.Path)}` | {Cell(row.Type)} | {(row.IsRequired is { } required ? required ? "yes" : "no" : "")} | {Cell(row.Description)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
