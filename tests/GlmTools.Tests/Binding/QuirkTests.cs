using System.Text.Json;

namespace GlmTools.Tests.Binding;

/// <summary>The quirks of protocol sheet 4.5 that concern arguments, by their numbers.</summary>
public sealed class QuirkTests
{
    private readonly TravelTools _travel = new();

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("{}")]
    public Task Quirk_01_no_text_at_all_is_a_call_without_arguments(string text) => IsCalledAsync("get_time", text, "now");

    [Fact]
    public Task Quirk_02_null_is_a_call_without_arguments() => IsCalledAsync("get_time", "null", "now");

    [Theory]
    [InlineData("book_train", """{"from": "Bern", "to": "Bas""")]
    [InlineData("book_train", """{"from": "Bern", "to": "Basel\""")]
    [InlineData("book_train", """{"from": "Bern", "to": "Basel" """)]
    [InlineData("book_train", """{"from": "Bern", "to": "Basel",""")]
    [InlineData("book_train", """{"from": "Bern", "to": "Basel", "window": tr""")]
    [InlineData("book_train", """{"from": "Bern", "to": "Basel", "seats": 1""")]
    [InlineData("book_train", "{'from': 'Bern', 'to': 'Bas")]
    [InlineData("book_train", "{'from': 'Bern', 'to': 'Basel'")]
    [InlineData("book_train", "\"{\\\"from\\\": \\\"Bern\\\", \\\"to\\\": \\\"Basel")]
    [InlineData("plan_trip", """{"traveller": {"name": "Ada"}, "stops": [{"city": "Bern", "nights": [1]}""")]
    public async Task Quirk_05_text_that_is_cut_off_is_never_closed(string tool, string text)
    {
        var result = await IsRefusedAsync(tool, text);

        var problem = Assert.Single(result.Error!.Problems);
        Assert.Equal("syntax", problem.Rule);
        Assert.Contains("cut off", problem.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public Task Quirk_06_the_first_of_two_glued_objects_is_taken()
        => IsCalledAsync(
            "book_train",
            """{"from": "Bern", "to": "Basel"}{"from": "Genf", "to": "Chur"}""",
            "Bern|Basel|1|False|Standard|-",
            "arguments: only the first of several objects read");

    [Fact]
    public Task Quirk_06_an_object_glued_to_half_of_another_is_refused()
        => IsRefusedAsync("book_train", """{"from": "Bern", "to": "Basel"}{"from": "Ge""");

    [Fact]
    public Task Quirk_07_scalars_in_quotes_are_read_without_them()
        => IsCalledAsync(
            "book_train",
            """{"from": "Bern", "to": "10", "seats": "10", "window": "true"}""",
            "Bern|10|10|True|Standard|-",
            "/seats: read \"10\" without its quotes",
            "/window: read \"true\" without its quotes");

    [Fact]
    public Task Quirk_08_arrays_and_objects_in_quotes_are_read_without_them()
        => IsCalledAsync(
            "plan_trip",
            """{"traveller": "{\"name\": \"Ada\"}", "stops": "[]", "limits": "{\"food\": 20}"}""",
            "Ada||food=20",
            "/traveller: read from a string",
            "/stops: read from a string",
            "/limits: read from a string");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Quirk_09_arguments_encoded_twice_are_decoded(int times)
    {
        var text = """{"from": "Bern", "to": "\"城市\""}""";
        for (var i = 0; i < times; i++)
        {
            text = JsonSerializer.Serialize(text);
        }

        var note = times == 1 ? "arguments: read from a string" : "arguments: read from a string, double encoding undone";
        return IsCalledAsync("book_train", text, "Bern|\"城市\"|1|False|Standard|-", note);
    }

    [Theory]
    [InlineData("\"Bern\"")]
    [InlineData("\"\"")]
    [InlineData("\"[1]\"")]
    public async Task Quirk_09_a_string_that_holds_no_object_is_refused(string text)
    {
        var result = await IsRefusedAsync("book_train", text);

        Assert.Equal("an object", Assert.Single(result.Error!.Problems).Expected);
    }

    [Fact]
    public async Task Quirk_11_a_string_without_quotes_is_refused_with_its_place()
    {
        var result = await IsRefusedAsync("book_train", "{\"from\": \"Bern\",\n \"to\": Basel}");

        Assert.Equal("text that is not (line 2, byte 8): Basel}", Assert.Single(result.Error!.Problems).Actual);
    }

    [Theory]
    [InlineData("book_train<arg_key>from</arg_key><arg_value>Bern</arg_value><arg_key>to</arg_key><arg_value>10</arg_value><arg_key>seats</arg_key><arg_value>10</arg_value>")]
    [InlineData("<tool_call>book_train\n<arg_key>from</arg_key>\n<arg_value>Bern</arg_value>\n<arg_key>to</arg_key>\n<arg_value>10</arg_value>\n<arg_key>seats</arg_key>\n<arg_value>10</arg_value>\n</tool_call>")]
    public Task Quirk_12_leaked_template_text_is_read_as_the_schema_wants_it(string text)
        => IsCalledAsync("book_train", text, "Bern|10|10|False|Standard|-", "arguments: template text read as JSON", "/seats: read \"10\" without its quotes");

    [Fact]
    public Task Quirk_12_values_of_leaked_template_text_may_be_JSON_or_Python()
        => IsCalledAsync(
            "plan_trip",
            """plan_trip<arg_key>traveller</arg_key><arg_value>{"name": "Ada"}</arg_value><arg_key>stops</arg_key><arg_value>[{'city': 'Bern', 'nights': [1]}]</arg_value>""",
            "Ada|Bern:1|",
            "arguments: template text read as JSON",
            "/traveller: read from a string",
            "/stops: read from a string, Python literals read as JSON");

    [Fact]
    public Task Quirk_13_a_name_glued_to_the_first_key_is_refused()
        => IsRefusedAsync("book_train", "book_trainfrom</arg_key><arg_value>Bern</arg_value><arg_key>to</arg_key><arg_value>Basel</arg_value>");

    [Fact]
    public async Task Quirk_16_an_empty_object_lacks_what_is_required()
    {
        var result = await IsRefusedAsync("book_train", "{}");

        Assert.Equal(["/from", "/to"], result.Error!.Problems.Select(static problem => problem.Path));
    }

    [Theory]
    [InlineData("""{"": "Bern", "{name}": "Basel"}""")]
    [InlineData("""[{"from": "Bern", "to": "Basel"}]""")]
    public Task Quirk_17_fragmented_keys_and_arrays_are_refused(string text) => IsRefusedAsync("book_train", text);

    [Fact]
    public Task Quirk_18_null_counts_as_left_out_where_a_default_is()
        => IsCalledAsync("book_train", """{"from": "Bern", "to": "Basel", "seats": null, "note": null}""", "Bern|Basel|1|False|Standard|-", "/seats: null read as left out");

    [Theory]
    [InlineData("```json\n{\"from\": \"Bern\", \"to\": \"Basel\"}\n```", "arguments: code fence removed")]
    [InlineData("{“from”：“Bern”，“to”：“Basel”}", "arguments: full-width characters read as ASCII")]
    [InlineData("""{"from": "Bern", "to": "Basel",}""", "arguments: trailing commas dropped")]
    public Task Quirk_29_text_written_for_people_is_read(string text, string note)
        => IsCalledAsync("book_train", text, "Bern|Basel|1|False|Standard|-", note);

    [Fact]
    public Task Quirk_30_Python_literals_are_read()
        => IsCalledAsync(
            "book_train",
            "{'from': 'Bern', 'to': \"it's\", 'window': True, 'note': None}",
            "Bern|it's|1|True|Standard|-",
            "arguments: Python literals read as JSON");

    [Fact]
    public async Task Quirk_31_a_call_with_only_the_first_parameter_is_told_what_is_missing()
    {
        var result = await IsRefusedAsync("book_train", """{"from": "Bern"}""");

        Assert.Equal("/to", Assert.Single(result.Error!.Problems).Path);
    }

    [Fact]
    public Task Quirk_36_a_key_the_schema_does_not_have_is_ignored()
        => IsCalledAsync(
            "book_train", """{"from": "Bern", "to": "Basel", "thoughts": {"a": [1]}}""", "Bern|Basel|1|False|Standard|-", "/thoughts: ignored, the schema has no such key");

    private async Task IsCalledAsync(string tool, string text, string call, params string[] repairs)
    {
        var result = await _travel.CallAsync(tool, text);

        Assert.False(result.IsError, result.Text);
        Assert.Equal(call, Assert.Single(_travel.Calls));
        Assert.Equal(repairs, result.Repairs);
    }

    private async Task<GlmToolResult> IsRefusedAsync(string tool, string text)
    {
        var result = await _travel.CallAsync(tool, text);

        Assert.True(result.IsError, result.Text);
        Assert.Null(result.Exception);
        Assert.NotNull(result.Error);
        Assert.Empty(_travel.Calls);
        return result;
    }
}
