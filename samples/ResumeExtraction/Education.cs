namespace ResumeExtraction;

/// <param name="School">The name of the school or university</param>
/// <param name="Subject">What was studied there</param>
/// <param name="From">The first month</param>
/// <param name="To">The last month; left out if it goes on</param>
public sealed record Education(string School, string? Subject, YearMonth From, YearMonth? To);
