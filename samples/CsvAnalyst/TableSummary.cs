namespace CsvAnalyst;

internal sealed record TableSummary(IReadOnlyList<string> Columns, int Lines, IReadOnlyList<IReadOnlyList<string>> First);
