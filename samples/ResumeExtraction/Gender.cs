namespace ResumeExtraction;

public enum Gender
{
    Female,
    Male,
    Other,
}
