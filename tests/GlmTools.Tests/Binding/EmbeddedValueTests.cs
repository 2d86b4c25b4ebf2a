using System.Text.Json;

namespace GlmTools.Tests.Binding;

/// <summary>Strings that hold the object or array that is wanted, anywhere in the arguments.</summary>
public sealed class EmbeddedValueTests
{
    private readonly TravelTools _travel = new();

    [Fact]
    public async Task A_string_within_a_string_is_read()
    {
        var nights = JsonSerializer.Serialize(new[] { 1, 2 });
        var stops = JsonSerializer.Serialize(new[] { JsonSerializer.Serialize(new { city = "Bern", nights }) });

        var result = await _travel.CallAsync("plan_trip", JsonSerializer.Serialize(new { traveller = new { name = "Ada" }, stops }));

        Assert.Equal("Ada|Bern:1+2|", result.Text);
        Assert.Equal(["/stops: read from a string", "/stops/0: read from a string", "/stops/0/nights: read from a string"], result.Repairs);
    }

    [Fact]
    public async Task Problems_within_have_the_path_of_the_string_and_their_own()
    {
        var result = await _travel.CallAsync(
            "plan_trip",
            """{"limits": "{\"a/b\": \"much\"}", "stops": "[{\"city\": \"Bern\", \"nights\": []}, {\"city\": 7, \"nights\": [1, null]}]", "traveller": "{}"}""");

        Assert.True(result.IsError);
        Assert.Equal(
            [("/limits/a~1b", "type", "an integer", "\"much\""), ("/stops/1/city", "type", "a string", "7"), ("/stops/1/nights/1", "type", "an integer", "null"), ("/traveller/name", "required", "a value, because it is required", "nothing")],
            result.Error!.Problems.Select(static problem => (problem.Path, problem.Rule, problem.Expected, problem.Actual)));
    }

    [Fact]
    public async Task What_stands_around_the_strings_is_bound_as_it_came()
    {
        var result = await _travel.CallAsync(
            "plan_trip", """ { "stops" : "[]" , "traveller" : { "name" : "[\"城\"]" } , "limits" : "{}" } """);

        Assert.Equal("[\"城\"]||", result.Text);
    }

    [Theory]
    [InlineData("{}", "\"{}\"")]
    [InlineData("", "\"\"")]
    [InlineData("Bern, Basel", "\"Bern, Basel\"")]
    [InlineData("[1", "\"[1\"")]
    [InlineData("[] []", "\"[] []\"")]
    [InlineData("'a', 'b'", "\"'a', 'b'\"")]
    public async Task A_string_that_holds_something_else_does_not_fit(string stops, string actual)
    {
        var result = await _travel.CallAsync("plan_trip", JsonSerializer.Serialize(new { traveller = new { name = "Ada" }, stops }));

        Assert.Equal(new GlmToolProblem("/stops", "type", "an array", actual), Assert.Single(result.Error!.Problems));
        Assert.Empty(_travel.Calls);
    }

    [Fact]
    public async Task A_string_stays_one_where_a_string_is_wanted()
    {
        var result = await _travel.CallAsync("book_train", """{"from": "[1]", "to": "{\"a\": 1}"}""");

        Assert.Equal("[1]|{\"a\": 1}|1|False|Standard|-", result.Text);
        Assert.Empty(result.Repairs);
    }

    [Fact]
    public async Task A_misspelt_key_is_found_within_a_string()
    {
        var result = await _travel.CallAsync("plan_trip", """{"traveller": "{\"nam\": \"Ada\"}", "stops": []}""");

        Assert.Equal(["/traveller/nam", "/traveller/name"], result.Error!.Problems.Select(static problem => problem.Path));
    }

    [Fact]
    public async Task Arguments_that_are_garbled_both_as_a_whole_and_within_are_read()
    {
        var result = await _travel.CallAsync("plan_trip", "```json\n{'traveller': '{\"name\": \"Ada\"}', 'stops': \"[{'city': 'Bern', 'nights': '[1,]'}]\",}\n```");

        Assert.Equal("Ada|Bern:1|", result.Text);
        Assert.Equal(
            [
                "arguments: code fence removed",
                "arguments: Python literals read as JSON",
                "arguments: trailing commas dropped",
                "/traveller: read from a string",
                "/stops: read from a string, Python literals read as JSON",
                "/stops/0/nights: read from a string, trailing commas dropped",
            ],
            result.Repairs);
    }
}
