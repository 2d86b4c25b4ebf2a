using Spectre.Console;

namespace ResumeExtraction;

/// <summary>A resume as a table. Spectre.Console knows how wide Chinese characters are.</summary>
internal static class ResumeTable
{
    public static void Print(Resume resume)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        Add("Name", resume.Name);
        Add("Gender", resume.Gender?.ToString());
        Add("Born", resume.Born?.ToString("yyyy-MM-dd"));
        Add("E-mail", resume.Email);
        Add("Phone", resume.Phone);
        Add("Education", Lines(resume.Education, static education => $"{Time(education.From, education.To)}  {Joined(education.School, education.Subject)}"));
        Add("Languages", Lines(resume.Languages, static language => $"{language.Name} ({language.Level})"));
        Add("Jobs", Lines(resume.Jobs, static job => $"{Time(job.From, job.To)}  {Joined(job.Company, job.Department, job.Position)}"));
        AnsiConsole.Write(table);

        // A text and no markup: what a model writes in brackets stays what it is.
        void Add(string name, string? value) => table.AddRow(new Text(name), new Text(string.IsNullOrEmpty(value) ? "-" : value));
    }

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => string.Join('\n', items.Select(line));

    private static string Time(YearMonth from, YearMonth? to) => $"{from} - {to?.ToString() ?? "today"}";

    private static string Joined(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(static part => !string.IsNullOrWhiteSpace(part)));
}
