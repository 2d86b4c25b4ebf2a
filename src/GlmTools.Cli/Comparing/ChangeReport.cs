using System.Text;
using System.Text.Json.Nodes;
using GlmTools.Testing;

namespace GlmTools.Cli.Comparing;

/// <summary>What changed, breaking changes first, in the words of the diagnostics.</summary>
/// <param name="changes">The changes.</param>
internal sealed class ChangeReport(IReadOnlyList<ToolChange> changes)
{
    public IReadOnlyList<ToolChange> Changes => changes;

    public bool IsBreaking => changes.Any(static change => change.IsBreaking);

    /// <summary>Compares two texts with definitions.</summary>
    /// <exception cref="CliException">One of them holds none.</exception>
    public static ChangeReport Between(string before, string after, string nameBefore, string nameAfter)
    {
        try
        {
            return new(ToolChanges.Between(before, after));
        }
        catch (ArgumentException none)
        {
            throw new CliException($"{(none.ParamName == "before" ? nameBefore : nameAfter)}: {none.Message}");
        }
    }

    /// <summary>Prints it, in the form that was asked for.</summary>
    public void Show(Shell shell)
    {
        foreach (var change in changes)
        {
            var mark = change.IsBreaking ? "breaking" : "";
            shell.Out.WriteLine($"{(shell.HasColours && change.IsBreaking ? $"\e[31m{mark}\e[39m" : mark.PadRight("breaking".Length))}  {change.Id}  {Shell.Harmless(change.Text)}");
        }

        shell.Out.WriteLine(Summary);
    }

    /// <summary>The report as a comment of a pull request.</summary>
    public string Markdown()
    {
        var text = new StringBuilder().Append("### Tools: ").Append(Summary).Append('\n');
        foreach (var (title, group) in new[] { ("Breaking", changes.Where(static change => change.IsBreaking)), ("Not breaking", changes.Where(static change => !change.IsBreaking)) })
        {
            if (group.Any())
            {
                text.Append("\n**").Append(title).Append("**\n\n");
                foreach (var change in group)
                {
                    text.Append("- ").Append(Escaped(change.Text)).Append(" (").Append(change.Id).Append(")\n");
                }
            }
        }

        return text.ToString();
    }

    public JsonArray Json() => new([.. changes.Select(static change => new JsonObject
    {
        ["breaking"] = change.IsBreaking,
        ["id"] = change.Id,
        ["kind"] = change.Kind.ToString(),
        ["tool"] = change.Tool,
        ["set"] = change.Set,
        ["path"] = change.Path,
        ["before"] = change.Before,
        ["after"] = change.After,
        ["text"] = change.Text,
    })]);

    private string Summary
    {
        get
        {
            var breaking = changes.Count(static change => change.IsBreaking);
            var others = changes.Count - breaking;
            return (breaking, others) switch
            {
                (0, 0) => "no changes",
                (0, _) => $"{Count(others)}, none breaking",
                (_, 0) => $"{Count(breaking)}, {(breaking == 1 ? "breaking" : "all breaking")}",
                _ => $"{Count(changes.Count)}, {breaking} breaking",
            };
        }
    }

    private static string Count(int number) => $"{number} {(number == 1 ? "change" : "changes")}";

    private static string Escaped(string text) => string.Concat(text.Select(static c => c is '*' or '<' or '`' or '[' or '\\' ? $"\\{c}" : c.ToString())).ReplaceLineEndings(" ");
}
