using System.Globalization;
using System.Text.RegularExpressions;

namespace GlmTools.Testing;

/// <summary>What texts are of a format: the grammar of its RFC, and texts on either side of the line.</summary>
/// <param name="Pattern">The grammar.</param>
/// <param name="Good">Texts that are of it.</param>
/// <param name="Bad">Texts that are nearly of it.</param>
internal sealed record TextFormat(string Pattern, string[] Good, string[] Bad)
{
    private const string Date = "([0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))";
    private const string Time = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]+)?";

    /// <summary>The base64 of <c>contentEncoding</c> (RFC 4648, 4).</summary>
    public static TextFormat Base64 { get; } = new("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", ["AQID", "aGk=", "+/8="], ["aGk", "a*k=", "AQID="]);

    // RFC 3339 has no fraction in a duration; ISO 8601 and what .NET writes have.
    private static readonly Dictionary<string, TextFormat> Known = new()
    {
        ["date-time"] = new(
            $"{Date}T{Time}(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])",
            ["2026-01-31T09:30:00Z", "2026-01-31T09:30:00+08:00", "2026-01-31T09:30:00.125-03:30", "2024-02-29T23:59:59Z"],
            ["2026-01-31T09:30:00", "2026-01-31T09:30Z", "2026-01-31", "2026-02-30T00:00:00Z", "2026-01-31T25:00:00Z", "2026-01-31 09:30", "yesterday"]),
        ["date"] = new(Date, ["2026-01-31", "2024-02-29", "0001-01-01", "9999-12-31"], ["2023-02-29", "2026-1-31", "31.01.2026", "2026-01-31T00:00:00Z", "2026-13-01"]),
        ["duration"] = new(
            "-?P(?:[0-9]+W|(?=.)(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:T(?=.)(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:[.][0-9]+)?S)?)?)",
            ["PT1H30M", "P1D", "P2W", "PT0.5S", "P1DT2H"],
            ["PT", "P", "90", "01:30:00", "1h", "PT1H30", "1D"]),
        ["uuid"] = new(
            "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
            ["123e4567e89b12d3a456426614174000", "{123e4567-e89b-12d3-a456-426614174000}", "123e4567", "123e4567-e89b-12d3-a456-42661417400g"]),
        ["uri"] = new("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|^`\\\\]+", ["https://example.com/a?b=c#d", "mailto:a@example.com", "urn:isbn:1", "ftp://example.com"], ["/a/b", "example.com", "no uri", "//example.com/a", ":a"]),
        ["email"] = new(@"[^@\s]+@[^@\s]+", ["someone@example.com", "a.b+c@example.com"], ["someone", "@example.com", "someone@", "a@@b"]),
    };

    /// <summary>A format by its name; <see langword="null"/> for one that is not known here.</summary>
    public static TextFormat? Of(string name) => Known.GetValueOrDefault(name);

    public bool Matches(string text)
        => Regex.Match(text, $@"\A(?:{Pattern})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Success && IsOnCalendar(text);

    // No grammar knows how many days a month has.
    private bool IsOnCalendar(string text)
        => !Pattern.StartsWith(Date, StringComparison.Ordinal) || DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
