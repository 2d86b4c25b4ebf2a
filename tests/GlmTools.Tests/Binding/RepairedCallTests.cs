using System.Text.Json;

namespace GlmTools.Tests.Binding;

/// <summary>What becomes of a call whose arguments had to be repaired.</summary>
public sealed class RepairedCallTests
{
    private readonly TravelTools _travel = new();

    [Theory]
    [InlineData("""{"booking": 7,}""", "arguments: trailing commas dropped")]
    [InlineData("{'booking': 7}", "arguments: Python literals read as JSON")]
    [InlineData("```json\n{\"booking\": 7}\n```", "arguments: code fence removed")]
    [InlineData("""{"booking": 7}{"booking": 8}""", "arguments: only the first of several objects read")]
    [InlineData("""{"booking"：７}""", "arguments: full-width characters read as ASCII")]
    public async Task Text_that_is_no_JSON_never_reaches_a_destructive_tool(string text, string repair)
    {
        var result = await _travel.CallAsync("cancel_booking", text);

        Assert.Empty(_travel.Calls);
        Assert.Equal(["syntax", "exact"], result.Error!.Problems.Select(static problem => problem.Rule));
        Assert.StartsWith("text that is not (line 1, byte ", result.Error.Problems[0].Actual, StringComparison.Ordinal);
        Assert.Equal([repair], result.Repairs);
        Assert.Contains(repair, result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Template_text_never_reaches_a_destructive_tool()
    {
        var result = await _travel.CallAsync("cancel_booking", "<arg_key>booking</arg_key><arg_value>7</arg_value>");

        Assert.Empty(_travel.Calls);
        Assert.Equal(["arguments: template text read as JSON", "/booking: read \"7\" without its quotes"], result.Repairs);
    }

    [Theory]
    [InlineData("\"{\\\"booking\\\": 7}\"", "arguments: read from a string")]
    [InlineData("""{"booking": 7, "reasons": "[\"rain\"]"}""", "/reasons: read from a string")]
    [InlineData("""{"booking": "7"}""", "/booking: read \"7\" without its quotes")]
    public async Task A_value_in_quotes_never_reaches_a_destructive_tool(string text, string repair)
    {
        var result = await _travel.CallAsync("cancel_booking", text);

        Assert.Empty(_travel.Calls);
        Assert.Equal("exact", Assert.Single(result.Error!.Problems).Rule);
        Assert.Equal([repair], result.Repairs);
    }

    [Fact]
    public async Task All_problems_of_a_garbled_call_are_told_at_once()
    {
        var result = await _travel.CallAsync("cancel_booking", """{"booking": "seven", "reasons": "[1]",}""");

        Assert.Equal(["", "/booking", "/reasons/0"], result.Error!.Problems.Select(static problem => problem.Path));
        Assert.Equal("syntax", result.Error.Problems[0].Rule);
    }

    [Fact]
    public async Task Exact_arguments_reach_a_destructive_tool()
    {
        var result = await _travel.CallAsync("cancel_booking", """{"booking": 7, "reasons": ["rain"]}""");

        Assert.Equal("7|rain", result.Text);
        Assert.Empty(result.Repairs);
    }

    [Fact]
    public async Task Problems_of_the_text_as_it_came_are_forgotten_once_it_is_read_anew()
    {
        // The first reading meets the wrong type before it meets the comma; the second finds both values in order.
        var result = await _travel.CallAsync("plan_trip", """{"traveller": "{\"name\": \"Ada\"}", "stops": [],}""");

        Assert.Equal("Ada||", result.Text);
        Assert.Equal(["arguments: trailing commas dropped", "/traveller: read from a string"], result.Repairs);
    }

    [Fact]
    public async Task Repairs_are_listed_once_however_often_the_arguments_are_read()
    {
        var result = await _travel.CallAsync("plan_trip", """{"limits": {"food": "20"}, "traveller": "{\"name\": \"Ada\", \"age\": \"3\"}", "stops": []}""");

        Assert.Equal("Ada||food=20", result.Text);
        Assert.Equal(
            ["/traveller: read from a string", "/limits/food: read \"20\" without its quotes", "/traveller/age: read \"3\" without its quotes"],
            result.Repairs);
    }

    [Fact]
    public async Task A_method_that_throws_what_malformed_text_throws_is_not_called_again()
    {
        var throwing = new ThrowingTools();

        var result = await throwing.Tools.Find("throw_anything")!.InvokeAsync("""{"number": "1",}"""u8.ToArray());

        Assert.Equal(1, throwing.Calls);
        Assert.IsType<JsonException>(result.Exception);
        Assert.Equal(["arguments: trailing commas dropped", "/number: read \"1\" without its quotes"], result.Repairs);
    }
}
