using System.ComponentModel.DataAnnotations;

namespace ResumeExtraction;

/// <summary>What is wanted from a resume. What may be missing in one is nullable: the model leaves it out rather than make it up.</summary>
/// <param name="Name">The full name, as it is written</param>
/// <param name="Gender">Only if the resume says so</param>
/// <param name="Born">The day of birth</param>
/// <param name="Email">The e-mail address</param>
/// <param name="Phone">The telephone number, digits only</param>
/// <param name="Education">Schools and universities, the first one first</param>
/// <param name="Languages">Foreign languages</param>
/// <param name="Jobs">Where the person worked, the first one first</param>
public sealed record Resume(
    string Name,
    Gender? Gender,
    DateOnly? Born,
    [EmailAddress] string? Email,
    [RegularExpression(@"\+?[0-9]{6,15}")] string? Phone,
    [MaxLength(20)] IReadOnlyList<Education> Education,
    [MaxLength(20)] IReadOnlyList<Language> Languages,
    [MaxLength(50)] IReadOnlyList<Job> Jobs);
