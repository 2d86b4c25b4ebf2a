using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>
/// Dates and times: what RFC 3339 calls one is taken; what leaves no doubt is taken and counted as a repair; what could mean two
/// things is refused with an example.
/// </summary>
public class TimeTests
{
    private static Tools Tools => OrderTools.Tools;

    [Theory]
    [InlineData("moment", "2026-01-31T09:30:00Z", "2026-01-31T09:30:00.0000000Z,,,,")]
    [InlineData("moment", "2026-01-31T09:30:00.125Z", "2026-01-31T09:30:00.1250000Z,,,,")]
    [InlineData("instant", "2026-01-31T09:30:00Z", ",2026-01-31T09:30:00.0000000+00:00,,,")]
    [InlineData("instant", "2026-01-31T09:30:00.5-03:30", ",2026-01-31T09:30:00.5000000-03:30,,,")]
    [InlineData("instant", "2026-01-31T09:30:00\\u002b08:00", ",2026-01-31T09:30:00.0000000+08:00,,,")]
    [InlineData("day", "2024-02-29", ",,2024-02-29,,")]
    [InlineData("day", "2024\\u002d02-29", ",,2024-02-29,,")]
    [InlineData("time", "23:59:59", ",,,23:59:59.0000000,")]
    [InlineData("time", "09:30:00.125", ",,,09:30:00.1250000,")]
    [InlineData("span", "PT1H30M", ",,,,01:30:00")]
    [InlineData("span", "P1DT0.5S", ",,,,1.00:00:00.5000000")]
    [InlineData("span", "-PT5M", ",,,,-00:05:00")]
    [InlineData("span", "P2W", ",,,,14.00:00:00")]
    public async Task A_time_in_the_form_of_the_schema_is_read(string name, string value, string expected)
        => Assert.Equal(expected, await Tools.Call("times", $$"""{"{{name}}":"{{value}}"}"""));

    [Fact]
    public async Task A_moment_with_an_offset_is_the_same_moment_in_local_time()
    {
        var local = new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.FromHours(8)).LocalDateTime;
        Assert.Equal(FormattableString.Invariant($"{local:O},,,,"), await Tools.Call("times", """{"moment":"2026-01-31T09:30:00+08:00"}"""));
    }

    [Theory]
    [InlineData("moment", "2026-01-31T09:30:00", "2026-01-31T09:30:00.0000000,,,,")]
    [InlineData("moment", "2026-01-31T09:30", "2026-01-31T09:30:00.0000000,,,,")]
    [InlineData("moment", "2026-01-31T09:30Z", "2026-01-31T09:30:00.0000000Z,,,,")]
    [InlineData("instant", "2026-01-31T09:30+08:00", ",2026-01-31T09:30:00.0000000+08:00,,,")]
    [InlineData("time", "09:30", ",,,09:30:00.0000000,")]
    public async Task A_time_that_leaves_no_doubt_is_read_and_counted(string name, string value, string expected)
    {
        var (text, repairs) = await Tools.Repaired("times", $$"""{"{{name}}":"{{value}}"}""");
        Assert.Equal(expected, text);
        Assert.StartsWith($"/{name}: read \"{value}\"", Assert.Single(repairs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moment", "2026-01-31", "a date and time like \"2026-01-31T09:30:00Z\"")]
    [InlineData("moment", "2026-02-30T00:00:00Z", "a date and time like \"2026-01-31T09:30:00Z\"")]
    [InlineData("moment", "tomorrow", "a date and time like \"2026-01-31T09:30:00Z\"")]
    [InlineData("moment", "31.01.2026 09:30", "a date and time like \"2026-01-31T09:30:00Z\"")]
    [InlineData("instant", "2026-01-31", "a date and time with its offset like \"2026-01-31T09:30:00+08:00\"")]
    [InlineData("instant", "2026-01-31T09:30:00", "a date and time with its offset like \"2026-01-31T09:30:00+08:00\"")]
    [InlineData("instant", "2026-01-31T09:30:00+08", "a date and time with its offset like \"2026-01-31T09:30:00+08:00\"")]
    [InlineData("day", "2026-1-31", "a date like \"2026-01-31\"")]
    [InlineData("day", "2026-01-31T00:00:00Z", "a date like \"2026-01-31\"")]
    [InlineData("time", "24:00:00", "a time like \"09:30:00\"")]
    [InlineData("time", "9:30 pm", "a time like \"09:30:00\"")]
    [InlineData("time", "09:30:00Z", "a time like \"09:30:00\"")]
    [InlineData("span", "90 minutes", "a duration like \"PT1H30M\"")]
    [InlineData("span", "01:30:00", "a duration like \"PT1H30M\"")]
    [InlineData("span", "P99999999W", "a duration like \"PT1H30M\"")]
    [InlineData("span", "", "a duration like \"PT1H30M\"")]
    public async Task A_time_in_doubt_is_refused_with_an_example(string name, string value, string expected)
    {
        var rule = name == "time" ? "pattern" : "format";
        Assert.Equal($"/{name} {rule}: {expected} | \"{value}\"", await Tools.RefusedOnce("times", $$"""{"{{name}}":"{{value}}"}"""));
    }

    [Theory]
    [InlineData("id", "{123e4567-e89b-12d3-a456-426614174000}", "a UUID like \"123e4567-e89b-12d3-a456-426614174000\"")]
    [InlineData("id", "123e4567e89b12d3a456426614174000", "a UUID like \"123e4567-e89b-12d3-a456-426614174000\"")]
    [InlineData("link", "example.com/a", "an absolute URI like \"https://example.com/a\"")]
    [InlineData("link", "/a/b", "an absolute URI like \"https://example.com/a\"")]
    [InlineData("link", "", "an absolute URI like \"https://example.com/a\"")]
    public async Task An_identifier_in_another_form_is_refused(string name, string value, string expected)
        => Assert.Equal($"/{name} format: {expected} | \"{value}\"", await Tools.RefusedOnce("ids", $$"""{"{{name}}":"{{value}}"}"""));

    [Theory]
    [InlineData("id", "123E4567-E89B-12D3-A456-426614174000", "123e4567-e89b-12d3-a456-426614174000,")]
    [InlineData("id", "123e4567\\u002de89b-12d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000,")]
    [InlineData("link", "mailto:a@example.com", ",mailto:a@example.com")]
    [InlineData("link", "HTTPS://example.com", ",https://example.com/")]
    [InlineData("link", "file:///a/b", ",file:///a/b")]
    public async Task An_identifier_is_read(string name, string value, string expected)
        => Assert.Equal(expected, await Tools.Call("ids", $$"""{"{{name}}":"{{value}}"}"""));
}
