using System.Text.Json;
using GlmTools.Emulator;

namespace CsvAnalyst;

/// <summary>What the emulator says without a key: it looks at the table, writes a program, and repeats what that prints.</summary>
internal sealed class ScriptedModel : IEmulatedModel
{
    private const string Program = """
        var months = Data.Rows.GroupBy(row => row["month"])
            .Select(month => (Name: month.Key, Total: month.Sum(row => row.Number("amount"))))
            .ToList();
        var best = months.MaxBy(month => month.Total);
        Console.WriteLine($"Total {months.Sum(month => month.Total):0.00}; best month {best.Name} with {best.Total:0.00}");
        Chart.Bar("Sales by month", months.Select(month => month.Name), months.Select(month => month.Total));
        """;

    public EmulatedReply Reply(EmulatedRequest request) => request.Messages.Count(static message => message.Role == "tool") switch
    {
        0 => EmulatedReply.Call("describe_table", "{}"),
        1 => EmulatedReply.Call("run_program", JsonSerializer.Serialize(new { code = Program })),
        _ when request.Messages[^1].Text.StartsWith("Error", StringComparison.Ordinal) => EmulatedReply.Say($"There is no chart. {request.Messages[^1].Text}"),
        _ => EmulatedReply.Say($"{JsonDocument.Parse(request.Messages[^1].Text).RootElement.GetProperty("output").GetString()}. The chart shows all months."),
    };
}
