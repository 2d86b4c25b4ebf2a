using System.ComponentModel.DataAnnotations;

namespace ResumeExtraction;

/// <param name="Year">The year</param>
/// <param name="Month">The month, 1 to 12</param>
public sealed record YearMonth([Range(1900, 2100)] int Year, [Range(1, 12)] int Month)
{
    public override string ToString() => $"{Year}-{Month:00}";
}
