using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Commands;

public class CallTests
{
    [Fact]
    public async Task A_static_tool_is_called()
        => Assert.Equal("5", (await Glmtools.RunAsync("call", "add", """{"left":2,"right":3}""", "-t", Built.Own)).Ok().Trim());

    [Fact]
    public async Task Arguments_may_come_through_a_pipe()
        => Assert.Equal("3", (await Glmtools.RunWithInputAsync("""{"left":2}""", "call", "add", "-", "-t", Built.Own)).Ok().Trim());

    [Fact]
    public async Task An_object_is_made_from_the_services_of_the_assembly()
        => Assert.Equal("Hello, 李; Hello!", (await Glmtools.RunAsync("call", "greet", """{"name":"李"}""", "-t", Built.Own)).Ok().Trim());

    [Fact]
    public async Task An_object_of_a_generic_type_and_of_a_nested_one_is_made()
    {
        Assert.Equal("1", (await Glmtools.RunAsync("call", "put_away", """{"item":{"title":"红楼梦"}}""", "-t", Built.Own)).Ok().Trim());
        Assert.Equal("played", (await Glmtools.RunAsync("call", "play", "-t", Built.Own)).Ok().Trim());
    }

    [Fact]
    public async Task An_object_nobody_can_make_is_told_with_what_it_needs()
        => Assert.Contains(
            "no object of GlmTools.Cli.Tests.Tools.Stranger can be made, which needs (Uri home, IComparable`1 other)",
            (await Glmtools.RunAsync("call", "search", """{"text":"x"}""", "-t", Built.Own, "--set", "Stranger")).Failure(ExitCode.BadInput),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_dry_run_makes_no_object_and_calls_nothing()
    {
        var json = (await Glmtools.RunAsync("call", "search", """{"text":"x","more":1}""", "-t", Built.Own, "--set", "Stranger", "--dry-run", "--json")).Json;

        Assert.False(json.GetProperty("called").GetBoolean());
        Assert.False(json.GetProperty("failed").GetBoolean());
        Assert.Equal("""{"text":"x"}""", json.GetProperty("arguments").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains("/more", json.GetProperty("repairs")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bad_arguments_are_not_fine(bool isDry)
    {
        string[] arguments = ["call", "add", """{"left":101}""", "-t", Built.Own, .. isDry ? new[] { "--dry-run" } : []];
        var printed = await Glmtools.RunAsync(arguments);

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.Contains("/left: expected at least 0 and at most 100, got 101", printed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_have_a_machine_form()
    {
        var printed = await Glmtools.RunAsync("call", "add", """{"left":101}""", "-t", Built.Own, "--json");
        var problem = printed.Json.GetProperty("problems")[0];

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.False(printed.Json.GetProperty("called").GetBoolean());
        Assert.Equal(("/left", "maximum", "101"), (problem.GetProperty("path").GetString(), problem.GetProperty("rule").GetString(), problem.GetProperty("actual").GetString()));
    }

    [Fact]
    public async Task A_method_that_throws_is_told_in_full_beside_what_the_model_is_told()
    {
        var printed = await Glmtools.RunAsync("call", "break", "-t", Built.Own);

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.DoesNotContain("spring", printed.Out, StringComparison.Ordinal);
        Assert.Contains("thrown: System.InvalidOperationException: the spring is broken", printed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_cancels_the_call()
    {
        var command = new Glmtools();
        var running = command.InvokeAsync("call", "wait", "-t", Built.Own);
        command.Interrupts.Raise();

        Assert.Equal("error: cancelled", (await running).Failure(ExitCode.Cancelled));
    }

    [Fact]
    public async Task An_unknown_tool_is_told_with_the_nearest_one()
        => Assert.Equal("error: there is no tool 'addd'; did you mean 'add'?", (await Glmtools.RunAsync("call", "addd", "-t", Built.Own)).Failure(ExitCode.BadInput));
}
