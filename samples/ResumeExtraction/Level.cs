namespace ResumeExtraction;

public enum Level
{
    Basic,
    Good,
    Fluent,
    Native,
}
