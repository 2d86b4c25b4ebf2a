using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Commands;

public class CommandLineTests
{
    [Fact]
    public async Task Help_lists_all_commands()
    {
        var help = (await Glmtools.RunAsync("--help")).Ok();

        foreach (var name in new[] { "list", "schema", "tokens", "diff", "lock", "call", "explain", "chat", "run", "replay", "check", "emulate", "token" })
        {
            Assert.Contains($"\n  {name} ", help, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_command_but_help_has_a_form_for_programs()
    {
        foreach (var command in CommandTable.Root(new Shell { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null, Variable = static _ => null, Interrupts = new() }).Subcommands)
        {
            Assert.Contains("--json", (await Glmtools.RunAsync(command.Name, "--help")).Ok(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("list", "a", "b")]
    [InlineData("explain", "{}")]
    [InlineData("schema", "--format", "xml")]
    public async Task A_wrong_command_line_is_one_line_that_points_to_the_help(params string[] arguments)
        => Assert.EndsWith("--help", (await Glmtools.RunAsync(arguments)).Failure(ExitCode.BadInput), StringComparison.Ordinal);

    [Fact]
    public async Task A_question_may_begin_with_an_at_sign()
        => Assert.Contains("I am a script", (await Glmtools.RunAsync("run", "-p", "@home hi")).Ok(), StringComparison.Ordinal);

    [Fact]
    public async Task A_key_never_gets_into_a_message()
    {
        const string Secret = "Abcdefgh12345678";
        var command = new Glmtools { Variables = { ["ZHIPUAI_API_KEY"] = $"id.{Secret}" } };

        Assert.Contains("***", (await command.InvokeAsync("list", $"/nowhere/{Secret}")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_a_program_it_prints_utf8_without_a_mark_and_knows_its_exit_codes()
    {
        var list = await Processes.RunAsync("dotnet", ".", Built.Cli, "list", Built.WeatherAgent);
        Assert.StartsWith("WeatherAgent.WeatherTools", list.Ok(), StringComparison.Ordinal);
        Assert.Contains("获取指定城市的天气信息", list.Out, StringComparison.Ordinal);

        Assert.Equal("error: there is no tool 'x'; there are get_current_weather, plan_trip.", (await Processes.RunAsync("dotnet", ".", Built.Cli, "call", "x", "-t", Built.WeatherAgent)).Failure(ExitCode.BadInput));
        Assert.Equal(ExitCode.NotFine, (await Processes.RunAsync("dotnet", ".", Built.Cli, "call", "get_current_weather", "{}", "-t", Built.WeatherAgent)).ExitCode);
    }
}
