using System.Text;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools.Tests.Binding;

public sealed class ArgumentBoundsTests
{
    private readonly TravelTools _travel = new();

    [Fact]
    public async Task Arguments_of_a_mebibyte_are_read()
    {
        var frame = """{"from": "", "to": "Basel"}""";
        var text = frame.Replace("\"\"", $"\"{new string('x', (1 << 20) - frame.Length)}\"", StringComparison.Ordinal);

        Assert.False((await _travel.CallAsync("book_train", text)).IsError);
        Assert.Single(_travel.Calls);
    }

    [Fact]
    public async Task Longer_arguments_are_refused_unread()
    {
        var result = await _travel.CallAsync("book_train", new string('{', (1 << 20) + 1));

        Assert.Equal(new GlmToolProblem("", "maxSize", "at most 1048576 bytes", "1048577"), Assert.Single(result.Error!.Problems));
        Assert.Null(result.Exception);
    }

    [Theory]
    [InlineData(63, false)]
    [InlineData(64, true)]
    [InlineData(5000, true)]
    public async Task Arguments_are_at_most_64_levels_deep(int below, bool isError)
    {
        var deep = new string('[', below) + new string(']', below);

        var result = await _travel.CallAsync("book_train", $$"""{"from": "Bern", "to": "Basel", "extra": {{deep}}}""");

        Assert.Equal(isError, result.IsError);
        Assert.Null(result.Exception);
        Assert.Equal(isError ? [new GlmToolProblem("", "maxDepth", "at most 64 levels of nesting", "more")] : [], result.Error?.Problems ?? []);
    }

    [Fact]
    public async Task A_string_does_not_lift_the_limit_of_depth()
    {
        var deep = $$"""{"name": "Ada", "extra": {{new string('[', 63)}}{{new string(']', 63)}}}""";

        var result = await _travel.CallAsync("plan_trip", JsonSerializer.Serialize(new { traveller = deep, stops = Array.Empty<string>() }));

        Assert.Equal("maxDepth", Assert.Single(result.Error!.Problems).Rule);
        Assert.Empty(_travel.Calls);
    }

    [Fact]
    public async Task A_deep_text_that_is_cut_off_is_too_deep_first()
    {
        var result = await _travel.CallAsync("book_train", string.Concat(Enumerable.Repeat("{\"a\":", 70)));

        Assert.Equal("maxDepth", Assert.Single(result.Error!.Problems).Rule);
    }

    [Fact]
    public async Task No_more_than_16_problems_are_told()
    {
        var result = await _travel.CallAsync("plan_trip", $$"""{"traveller": {"name": "Ada"}, "stops": [{{string.Join(",", Enumerable.Repeat("1", 100))}}]}""");

        Assert.Equal(Enumerable.Range(0, 16).Select(static i => $"/stops/{i}"), result.Error!.Problems.Select(static problem => problem.Path));
    }

    [Fact]
    public async Task No_more_than_16_repairs_are_listed()
    {
        var nights = string.Join(",", Enumerable.Range(0, 17).Select(static night => $"\"{night}\""));

        var result = await _travel.CallAsync("plan_trip", $$"""{"traveller": {"name": "Ada"}, "stops": [{"city": "Bern", "nights": [{{nights}}]}]}""");

        Assert.False(result.IsError, result.Text);
        Assert.Equal(17, result.Repairs.Count);
        Assert.Equal("/stops/0/nights/15: read \"15\" without its quotes", result.Repairs[15]);
        Assert.Equal("and more of the kind", result.Repairs[16]);
    }

    [Fact]
    public async Task Repairs_of_the_first_reading_take_no_place_from_those_of_the_second()
    {
        var limits = string.Join(",", Enumerable.Range(0, 20).Select(static i => $"\"{i}\": \"{i}\""));
        var stops = string.Join(",", Enumerable.Repeat("\"{\\\"city\\\": \\\"Bern\\\", \\\"nights\\\": []}\"", 20));

        var result = await _travel.CallAsync("plan_trip", $$"""{"limits": { {{limits}} }, "traveller": {"name": "Ada"}, "stops": [{{stops}}]}""");

        Assert.False(result.IsError, result.Text);
        Assert.Equal([.. Enumerable.Range(0, 16).Select(static i => $"/stops/{i}: read from a string"), "and more of the kind"], result.Repairs);
    }

    [Theory]
    [InlineData("7,")]
    [InlineData("\"7\",")]
    [InlineData("{},")]
    [InlineData("\"{}\",")]
    public async Task Many_wrong_values_cost_no_more_than_reading_them(string element)
    {
        // Were a path looked for at each of them, this would read some hundred gigabytes.
        var elements = new StringBuilder().Insert(0, element, ((1 << 20) - 100) / element.Length).ToString().TrimEnd(',');

        var result = await _travel.CallAsync("plan_trip", $$"""{"traveller": {"name": "Ada"}, "stops": [{{elements}}]}""");

        Assert.Equal(16, result.Error!.Problems.Count);
    }

    [Fact]
    public async Task The_text_of_the_error_is_bounded_whatever_came()
    {
        var key = new string('k', 10_000);
        var wrong = string.Join(",", Enumerable.Range(0, 20).Select(i => $"\"{key}{i}\": \"{new string('v', 1000)}\""));

        var result = await _travel.CallAsync("plan_trip", $$"""{"traveller": {"name": "Ada"}, "stops": [], "limits": { {{wrong}} } }""");

        Assert.Equal(16, result.Error!.Problems.Count);
        Assert.InRange(result.Text.Length, 3000, 4000);
        Assert.Contains("\n- and 9 more\nCorrect them", result.Text, StringComparison.Ordinal);
        Assert.EndsWith("""A call that fits: {"traveller":{"name":"..."},"stops":[]}""", result.Text, StringComparison.Ordinal);
        Assert.EndsWith($"/{key}0", result.Error.Problems[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_any_length_is_cut_in_the_message()
    {
        var result = await _travel.CallAsync("book_train", $$"""{"from": {{new string('9', 10_000)}}, "to": "Basel"}""");

        Assert.Equal(new string('9', 60) + "…", Assert.Single(result.Error!.Problems).Actual);
    }

    [Theory]
    [InlineData("""{"from": "Bern", "to": "\ud800"}""")]
    [InlineData("""{'from': 'Bern', 'to': '\ud800'}""")]
    [InlineData("""{"from": "Bern", "to": "Basel", "\ud800": {"a": 1}}""")]
    [InlineData("\"{\\\"from\\\": \\\"Bern\\\", \\\"to\\\": \\\"\\\\ud800\\\"}\"")]
    public async Task Half_a_surrogate_pair_is_a_problem_and_no_exception(string text)
    {
        var result = await _travel.CallAsync("book_train", text);

        Assert.Null(result.Exception);
        Assert.Contains("\\ud800", Assert.Single(result.Error!.Problems).Actual, StringComparison.Ordinal);
        Assert.Empty(_travel.Calls);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_problem_and_no_exception()
    {
        byte[] text = [.. "{'from': '"u8, 0xFF, .. "', 'to': 'Basel'}"u8];

        var result = await _travel.Tools.Find("book_train")!.InvokeAsync(text);

        Assert.Null(result.Exception);
        Assert.Equal("syntax", Assert.Single(result.Error!.Problems).Rule);
        Assert.Empty(_travel.Calls);
    }

    [Theory]
    [InlineData("ab", "ab")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    public void An_excerpt_ends_between_characters(string last, string expected)
    {
        var fits = new string('x', 60 - last.Length) + last;

        Assert.Equal(fits, Excerpt.Of(fits));
        Assert.Equal(new string('x', 60 - last.Length) + expected + "…", Excerpt.Of(fits + "yy"));
        Assert.Equal(new string('x', 61 - last.Length) + (last == "ab" ? "a" : "") + "…", Excerpt.Of("x" + fits + "yy"));
    }

    [Fact]
    public void The_end_of_a_text_begins_between_characters()
    {
        var text = new string('x', 50) + "👩‍👩‍👧" + new string('y', 55);

        Assert.Equal("…" + new string('y', 55), Excerpt.OfEnd(text));
    }
}
