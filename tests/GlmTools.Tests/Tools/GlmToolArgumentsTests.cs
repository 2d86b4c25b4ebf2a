using System.Text;
using GlmTools.Tests.Binding;
using Microsoft.Extensions.AI;

namespace GlmTools.Tests.Tools;

public sealed class GlmToolArgumentsTests
{
    private readonly DepositTools _tools = new();

    [Theory]
    [InlineData("""{"account":{"code":"DE1"},"amount":7}""", """{"account":{"code":"DE1"},"amount":7}""")]
    [InlineData("""  {"amount":7,"account":{"code":"DE1"},}  """, """{"amount":7,"account":{"code":"DE1"}}""", "arguments: trailing commas dropped")]
    [InlineData("```json\n{\"account\":\"{\\\"code\\\":\\\"DE1\\\"}\",\"amount\":7}\n```", """{"account":{"code":"DE1"},"amount":7}""", "arguments: code fence removed", "/account: read from a string")]
    public void What_fits_is_valid_and_as_the_method_would_get_it(string arguments, string normalised, params string[] repairs)
    {
        var bound = Validate("deposit", arguments);

        Assert.True(bound.IsValid);
        Assert.Null(bound.Error);
        Assert.Equal(normalised, bound.ToString());
        Assert.Equal(repairs, bound.Repairs);
        Assert.Empty(_tools.Calls);
    }

    [Theory]
    [InlineData("""{ "from": "A", "to": "B", "seats": "2", "window": "true" }""", """{"from":"A","to":"B","seats":2,"window":true}""")]
    [InlineData("""{"from":"A","to":"B","fare":"sAVER","note":null}""", """{"from":"A","to":"B","fare":"Saver","note":null}""")]
    [InlineData("""{"from":"A","x-trace":{"id":[1]},"to":"\u5317","seats":null}""", """{"from":"A","to":"\u5317"}""")]
    [InlineData("""{"from":"A","seats":"2","to":"B",}""", """{"from":"A","seats":2,"to":"B"}""")]
    [InlineData("""{ "from": "A", "to": "B" }""", """{ "from": "A", "to": "B" }""")]
    public async Task What_the_binder_reads_otherwise_is_written_so(string arguments, string normalised)
    {
        var travel = new TravelTools();
        var tool = travel.Tools.Find("book_train")!;
        var bound = tool.Validate(Utf8(arguments));

        Assert.Equal(normalised, bound.ToString());
        Assert.Empty(tool.Validate(bound.Utf8).Repairs);
        Assert.Equal((await tool.InvokeAsync(Utf8(arguments))).Text, (await tool.InvokeAsync(bound.Utf8)).Text);
    }

    [Fact]
    public void What_is_read_otherwise_within_a_string_is_written_so_too()
    {
        var bound = new TravelTools().Tools.Find("plan_trip")!.Validate(Utf8("""{"stops":"[{\"city\":\"B\",\"nights\":[\"1\"]}]","traveller":{"name":"Ada","age":"7","pet":1},"limits":{"food":"20"}}"""));

        Assert.Equal("""{"stops":[{"city":"B","nights":[1]}],"traveller":{"name":"Ada","age":7},"limits":{"food":20}}""", bound.ToString());
        Assert.Equal(5, bound.Repairs.Count);
    }

    [Theory]
    [InlineData("{}", "/account required", "/amount required")]
    [InlineData("""{"account":{"code":7},"amount":"much"}""", "/account/code type", "/amount type")]
    [InlineData("""{"account":{"code":"DE1"},"amount":7""", " syntax")]
    public async Task What_does_not_fit_has_the_problems_the_call_would_have(string arguments, params string[] problems)
    {
        var bound = Validate("deposit", arguments);

        Assert.False(bound.IsValid);
        Assert.Equal(problems, bound.Error!.Problems.Select(static problem => $"{problem.Path} {problem.Rule}"));
        Assert.Equal((await _tools.Tools.Find("deposit")!.InvokeAsync(Utf8(arguments))).Text, bound.Error.ToString());
    }

    [Fact]
    public void Arguments_are_refused_beyond_a_mebibyte()
    {
        Assert.Equal("maxSize", Assert.Single(Validate("close", new string(' ', 1 << 20) + "{\"account\":1}").Error!.Problems).Rule);
        Assert.True(Validate("close", new string(' ', (1 << 20) - 13) + "{\"account\":1}").IsValid);
    }

    [Theory]
    [InlineData("""{"account":1}""", true)]
    [InlineData("""{"account":"1"}""", false)]
    [InlineData("""{"account":1,}""", false)]
    public void What_had_to_be_repaired_is_not_valid_for_a_destructive_tool(string arguments, bool isValid)
        => Assert.Equal(isValid, Validate("close", arguments).IsValid);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData(" {} ")]
    public void No_arguments_are_an_empty_object_and_no_service_is_asked_for(string arguments)
    {
        var bound = Validate("count", arguments);

        Assert.True(bound.IsValid);
        Assert.Equal("{}", bound.ToString());
    }

    [Fact]
    public void No_object_is_made_for_a_tool_out_of_the_services()
    {
        Counters.Log.Clear();

        Assert.True(Counters.ToolsFromServices.Find("count")!.Validate(default).IsValid);

        Assert.Empty(Counters.Log);
    }

    [Theory]
    [InlineData("secret", "some that they refuse")]
    [InlineData("XX", "XX is no country")]
    public void A_type_that_refuses_its_values_is_a_problem_without_its_secrets(string code, string actual)
        => Assert.Equal(
            new GlmToolProblem("", "value", "values that their types take", actual),
            Assert.Single(Validate("deposit", $$"""{"account":{"code":"{{code}}"},"amount":7}""").Error!.Problems));

    [Fact]
    public async Task A_foreign_pipeline_sees_which_tools_need_approval()
    {
        var tool = _tools.Tools.Find("deposit")!;
        var wrapped = tool.GetService<ApprovalRequiredAIFunction>()!;

        Assert.Equal("deposit", wrapped.Name);
        Assert.Equal("done", await wrapped.InvokeAsync(new() { ["account"] = new Dictionary<string, object?> { ["code"] = "DE1" }, ["amount"] = 7 }));
        Assert.Null(_tools.Tools.Find("close")!.GetService<ApprovalRequiredAIFunction>());
        Assert.Null(tool.GetService<ApprovalRequiredAIFunction>("key"));
        Assert.Same(tool, wrapped.GetService<GlmTool>());
    }

    private GlmToolArguments Validate(string tool, string arguments) => _tools.Tools.Find(tool)!.Validate(Utf8(arguments));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
