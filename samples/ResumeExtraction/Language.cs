namespace ResumeExtraction;

/// <param name="Name">The language, in English</param>
/// <param name="Level">How well the person knows it</param>
public sealed record Language(string Name, Level Level);
