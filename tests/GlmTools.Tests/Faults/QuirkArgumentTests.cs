using GlmTools.Emulator;
using GlmTools.Tests.Agent;
using static GlmTools.Tests.Faults.FaultCase;

namespace GlmTools.Tests.Faults;

/// <summary>The quirks of protocol sheet 4.5 that garble arguments, over real HTTP and in both ways to run.</summary>
public sealed class QuirkArgumentTests
{
    private const string TripLog = "北京|Bern|2|True|Ulm";

    [Theory, BothModes]
    public Task Quirk_01_empty_arguments_are_a_call_without_any(bool streaming) => IsExecutedAsync(FaultProfile.EmptyArguments, streaming, Now(), "now");

    [Theory, BothModes]
    public async Task Quirk_02_null_arguments_are_a_call_without_any(bool streaming)
    {
        await IsExecutedAsync(FaultProfile.NullArguments, streaming, Now(), "now");
        await IsExecutedAsync(FaultProfile.NullTextArguments, streaming, Now(), "now");
        await IsExecutedAsync(FaultProfile.MissingArguments, streaming, Now(), "now");
    }

    [Theory, BothModes]
    public async Task Quirk_05_a_missing_brace_is_never_closed(bool streaming)
    {
        var call = await IsRefusedAsync(FaultProfile.MissingBrace, streaming, Book(), "cut off");

        Assert.Equal("{}", call.Arguments);
    }

    [Theory, BothModes]
    public async Task Quirk_06_the_first_of_glued_objects_is_taken_and_the_rest_reported(bool streaming)
    {
        var reply = EmulatedReply.Calls(new("book", """{"from":"a","to":"b"}"""), new("book", """{"from":"c","to":"d"}"""));

        var calls = await IsExecutedAsync(FaultProfile.GluedArguments, streaming, reply, "a|b|1|False|");

        Assert.Equal(["arguments: only the first of several objects read"], Assert.Single(calls).Result.Repairs);
    }

    [Theory, BothModes]
    public async Task Quirk_06_calls_that_share_an_index_are_told_apart(bool streaming)
    {
        var calls = await IsExecutedAsync(
            FaultProfile.SharedIndex,
            streaming,
            EmulatedReply.Calls(new("book", """{"from":"a","to":"b"}""", "call_1"), new("book", """{"from":"a","to":"b"}""", "call_2"), new("book", """{"from":"a","to":"b"}""", "call_3")),
            "a|b|1|False|",
            "a|b|1|False|",
            "a|b|1|False|");

        Assert.Equal(["call_1", "call_2", "call_3"], calls.Select(static call => call.Call.Id).Order());
    }

    [Theory, BothModes]
    public async Task Quirk_07_scalars_in_quotes_are_read_as_the_schema_wants_them(bool streaming)
    {
        var calls = await IsExecutedAsync(FaultProfile.ScalarsAsStrings, streaming, Book("""{"from":"1","to":"true","seats":2,"window":true}"""), "1|true|2|True|");

        Assert.Equal(["/seats: read \"2\" without its quotes", "/window: read \"true\" without its quotes"], Assert.Single(calls).Result.Repairs);
    }

    [Theory, BothModes]
    public async Task Quirk_08_an_array_in_quotes_is_read_as_one(bool streaming)
    {
        var calls = await IsExecutedAsync(FaultProfile.NestedAsStrings, streaming, Book(), TripLog);

        Assert.Equal(["/stops: read from a string"], Assert.Single(calls).Result.Repairs);
    }

    [Theory, BothModes]
    public async Task Quirk_09_arguments_encoded_twice_are_decoded(bool streaming)
    {
        var calls = await IsExecutedAsync(FaultProfile.DoublyEncodedArguments, streaming, Book(), TripLog);

        Assert.Equal(["arguments: read from a string"], Assert.Single(calls).Result.Repairs);
    }

    [Theory, BothModes]
    public async Task Quirk_10_an_object_is_as_good_as_its_text(bool streaming)
    {
        var calls = await IsExecutedAsync(FaultProfile.ArgumentsAsObject, streaming, Book(), TripLog);

        Assert.Empty(Assert.Single(calls).Result.Repairs);
    }

    [Fact]
    public async Task Quirk_11_text_without_quotes_is_refused_with_its_place()
    {
        var call = await IsRefusedAsync(FaultProfile.UnquotedStrings, streaming: true, Book("""{"from":"Bern","to":"Ulm"}"""), "line 1, byte ", "Bern, \"to\": Ulm}");

        Assert.Equal("{}", call.Arguments);
        await IsExecutedAsync(FaultProfile.UnquotedStrings, streaming: false, Book(), TripLog);
    }

    [Theory, BothModes]
    public async Task Quirk_12_template_text_in_arguments_is_read_as_the_schema_wants_it(bool streaming)
    {
        var calls = await IsExecutedAsync(FaultProfile.TemplateLeak, streaming, Book(), TripLog);

        Assert.Equal("arguments: template text read as JSON", Assert.Single(calls).Result.Repairs[0]);
    }

    [Theory, BothModes]
    public async Task Quirk_12_template_text_in_a_name_is_no_tool(bool streaming)
    {
        var call = await IsRefusedAsync(FaultProfile.TemplateLeakInName, streaming, Book(), "there is no tool named \"book<arg_key>from</arg_key>", "The tools are: book, cancel, fail, now.");

        Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", call.Name);
    }

    [Theory, BothModes]
    public Task Quirk_16_an_empty_object_lacks_what_is_required(bool streaming) => IsRefusedAsync(FaultProfile.LostArguments, streaming, Book(), "/from", "/to");

    [Theory, BothModes]
    public async Task Quirk_17_fragmented_keys_and_arrays_are_refused(bool streaming)
    {
        await IsRefusedAsync(FaultProfile.FragmentedKeys, streaming, Book(), "/from", "/to");
        Assert.Equal("{}", (await IsRefusedAsync(FaultProfile.ArgumentsAsArray, streaming, Book(), "an object")).Arguments);
    }

    [Theory, BothModes]
    public Task Quirk_18_null_for_an_optional_parameter_is_its_default(bool streaming)
        => IsExecutedAsync(FaultProfile.NullForOptional, streaming, Book("""{"from":"a","to":"b"}"""), "a|b|1|False|");

    [Theory, BothModes]
    public async Task Quirk_30_Python_is_read(bool streaming)
    {
        var calls = await IsExecutedAsync(FaultProfile.PythonLiterals, streaming, Book(), TripLog);

        Assert.Equal(["arguments: Python literals read as JSON"], Assert.Single(calls).Result.Repairs);
    }

    [Theory, BothModes]
    public Task Quirk_31_a_call_with_only_the_first_parameter_is_told_what_is_missing(bool streaming) => IsRefusedAsync(FaultProfile.FirstParameterOnly, streaming, Book(), "/to");

    [Theory, BothModes]
    public Task Quirk_33_arguments_that_never_end_are_cut_off(bool streaming) => IsRefusedAsync(FaultProfile.EndlessArguments, streaming, Book(), "cut off");

    [Theory, BothModes]
    public async Task Quirk_33_nothing_but_auto_is_ever_asked_for(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.EndlessArguments, Book(), EmulatedReply.Say("done"));

        await bench.RunAsync(streaming);

        Assert.All(bench.Requests, static request => Assert.False(request.TryGetProperty("tool_choice", out var choice) && choice.GetString() != "auto"));
    }

    [Theory, BothModes]
    public Task Quirk_35_incomplete_arguments_are_refused(bool streaming) => IsRefusedAsync(FaultProfile.TruncatedArguments, streaming, Book(), "cut off");

    [Theory, BothModes]
    public async Task Quirk_36_an_undeclared_parameter_is_ignored_and_reported(bool streaming)
    {
        var calls = await IsExecutedAsync(FaultProfile.UndeclaredParameter, streaming, Book(), TripLog);

        Assert.Equal(["/inner_thoughts: ignored, the schema has no such key"], Assert.Single(calls).Result.Repairs);
    }

    [Theory]
    [InlineData("glued-arguments")]
    [InlineData("scalars-as-strings")]
    [InlineData("nested-as-strings")]
    [InlineData("doubly-encoded-arguments")]
    [InlineData("template-leak")]
    [InlineData("python-literals")]
    public async Task What_had_to_be_repaired_never_reaches_a_destructive_tool(string fault)
    {
        const string Arguments = """{"number":7,"reasons":["rain"]}""";
        foreach (var streaming in new[] { false, true })
        {
            await IsRefusedAsync(FaultProfile.Find(fault)!, streaming, EmulatedReply.Calls(new("cancel", Arguments), new("cancel", Arguments)) switch
            {
                // Only parallel calls can be glued together.
                var both when fault == "glued-arguments" => both,
                var both => both with { ToolCalls = [both.ToolCalls[0]] },
            });
        }
    }
}
