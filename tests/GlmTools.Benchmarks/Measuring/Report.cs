using System.Text.Encodings.Web;
using System.Text.Json;

namespace GlmTools.Benchmarks.Measuring;

/// <summary>Shows tables as they are measured, and keeps them.</summary>
/// <param name="markdown">Whether they are shown as Markdown.</param>
internal sealed class Report(bool markdown)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Table> _tables = [];

    public void Add(Table table)
    {
        _tables.Add(table);
        Console.WriteLine();
        Console.WriteLine(markdown ? $"**{table.Title}**{Environment.NewLine}" : table.Title);
        string[][] lines = [["", .. table.Rows[0].Figures.Select(static figure => figure.Name)], .. table.Rows.Select(static row => (string[])[row.Name, .. row.Figures.Select(static figure => figure.Text)])];
        if (markdown)
        {
            WriteMarkdown(lines);
        }
        else
        {
            WriteColumns(lines);
        }
    }

    /// <summary>Writes all tables, and what they were measured on.</summary>
    public async Task WriteJsonAsync(string path, CancellationToken cancellationToken)
    {
        var file = new { Date = DateTimeOffset.UtcNow, Machine = Machine.Description, Tables = _tables };
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(file, Indented), cancellationToken);
    }

    private static void WriteMarkdown(string[][] lines)
    {
        Console.WriteLine($"| {string.Join(" | ", lines[0])} |");
        Console.WriteLine($"| --- |{string.Concat(lines[0].Skip(1).Select(static _ => " ---: |"))}");
        foreach (var line in lines.Skip(1))
        {
            Console.WriteLine($"| {string.Join(" | ", line)} |");
        }
    }

    private static void WriteColumns(string[][] lines)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        foreach (var line in lines)
        {
            Console.WriteLine($"  {line[0].PadRight(widths[0])}{string.Concat(line.Zip(widths).Skip(1).Select(static cell => "  " + cell.First.PadLeft(cell.Second)))}");
        }
    }
}
