using CsvAnalyst.Guest;
using GlmTools;

namespace CsvAnalyst;

/// <summary>What the model can do with a table.</summary>
internal sealed class AnalystTools(string csv, Sandbox sandbox)
{
    private const int Sample = 3;

    /// <summary>Tells the columns of the table, how many lines it has, and the first of them.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public TableSummary DescribeTable()
    {
        var lines = Csv.Parse(File.ReadAllText(csv));
        return lines.Count > 0 ? new(lines[0], lines.Count - 1, [.. lines.Skip(1).Take(Sample)]) : throw new GlmToolException("the file is empty");
    }

    /// <summary>
    /// Runs a C# program of top-level statements over the table and returns what it prints. Data.Rows are the lines, row["column"] is the text in a column and
    /// row.Number("column") the number. Console.WriteLine prints. Chart.Bar(title, labels, values) and Chart.Line(title, labels, values) draw a chart; labels are ASCII.
    /// LINQ and collections are there; files, network, threads and reflection are not.
    /// </summary>
    /// <param name="code">The program, without using directives.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    [GlmTool(Effect = GlmToolEffect.Destructive, RequiresApproval = true, Confirmation = "Run this program? {code}", TimeoutSeconds = 30)]
    public Task<ProgramResult> RunProgram(string code, CancellationToken cancellationToken = default) => sandbox.RunAsync(code, cancellationToken);
}
