namespace CsvAnalyst;

/// <param name="Output">What the program printed.</param>
/// <param name="Chart">The file of the chart it drew, if it drew one.</param>
internal sealed record ProgramResult(string Output, string? Chart);
