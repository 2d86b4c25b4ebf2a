namespace ResumeExtraction;

/// <param name="Company">The employer</param>
/// <param name="Department">The department, if it is named</param>
/// <param name="Position">What the person was there</param>
/// <param name="From">The first month</param>
/// <param name="To">The last month; left out if the person still works there</param>
public sealed record Job(string Company, string? Department, string Position, YearMonth From, YearMonth? To);
