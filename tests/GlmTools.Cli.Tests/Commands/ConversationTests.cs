using System.Text.Json;
using GlmTools.Cli.Tests.Running;
using GlmTools.Emulator;

namespace GlmTools.Cli.Tests.Commands;

public class ConversationTests
{
    [Fact]
    public async Task Run_prints_the_answer_alone_and_the_rest_beside_it()
    {
        var printed = await Glmtools.RunAsync("run", "-p", "今天北京天气如何?", "-t", Built.WeatherAgent);

        Assert.Equal("北京现在晴, 气温 21.5 摄氏度。", printed.Ok().Trim());
        Assert.Contains("No ZHIPUAI_API_KEY: an embedded emulator answers.", printed.Error, StringComparison.Ordinal);
        Assert.Contains("""-> get_current_weather {"location":"北京","unit":"c"}""", printed.Error, StringComparison.Ordinal);
        Assert.Contains("(Answered; 2 turns, 1 tool call, ", printed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_can_print_the_run()
        => Assert.Equal(GlmStopReason.Answered, GlmRun.Parse((await Glmtools.RunAsync("run", "-p", """add {"left":2}""", "-t", Built.Own, "--set", "DeskTools", "--json")).Ok()).StopReason);

    [Fact]
    public async Task A_call_that_wants_approval_stops_a_run_without_a_terminal()
    {
        var printed = await Glmtools.RunAsync("run", "-p", """discard {"what":"paper"}""", "-t", Built.Own, "--set", "DeskTools");

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.Contains("discard waits for approval", printed.Error, StringComparison.Ordinal);
        Assert.Equal("paper is gone", (await Glmtools.RunAsync("run", "-p", """discard {"what":"paper"}""", "-t", Built.Own, "--set", "DeskTools", "--yes")).Ok().Trim());
    }

    [Fact]
    public async Task A_saved_run_has_its_wire_and_no_key()
    {
        using var scratch = new Scratch();
        var path = scratch.PathOf("run.json");
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = ScenarioModel.Weather });
        var command = new Glmtools { Variables = { ["ZHIPUAI_API_KEY"] = emulator.ApiKey, ["ZHIPUAI_BASE_URL"] = emulator.BaseAddress.ToString() } };
        (await command.InvokeAsync("run", "-p", "今天北京天气如何?", "-t", Built.WeatherAgent, "--save", path)).Ok();
        var text = await File.ReadAllTextAsync(path);
        var exchanges = JsonDocument.Parse(text).RootElement.GetProperty("exchanges");

        Assert.Equal(2, GlmRun.Parse(text).Turns.Count);
        Assert.Equal(2, exchanges.GetArrayLength());
        Assert.Equal("今天北京天气如何?", exchanges[0].GetProperty("request").GetProperty("body").GetProperty("messages")[0].GetProperty("content").GetString());
        Assert.DoesNotContain(emulator.ApiKey.Split('.')[1], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_service_has_an_exit_code_of_its_own()
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = ScenarioModel.Weather });
        var command = new Glmtools { Variables = { ["ZHIPUAI_API_KEY"] = "00000000000000000000000000000000.wrongwrongwrong1", ["ZHIPUAI_BASE_URL"] = emulator.BaseAddress.ToString() } };
        var error = (await command.InvokeAsync("run", "-p", "hi")).Failure(ExitCode.ServiceFailed);

        Assert.Contains("1000", error, StringComparison.Ordinal);
        Assert.DoesNotContain("wrongwrong", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_answers_line_by_line_and_asks_before_calls_that_want_it()
    {
        using var scratch = new Scratch();
        var path = scratch.PathOf("chat.json");
        var text = (await Glmtools.RunWithInputAsync(
            $$"""
            discard {"what":"paper"}
            y
            discard {"what":"glass"}
            no

            /tools
            /cost
            /save {{path}}
            /nonsense
            /exit
            add {"left":2}
            """,
            "chat", "--tools", Built.Own, "--set", "DeskTools")).Ok();

        Assert.Contains("<- discard paper is gone", text, StringComparison.Ordinal);
        Assert.Contains("""discard asks: discard {"what":"glass"}""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("glass is gone", text, StringComparison.Ordinal);
        Assert.Contains("add: Adds two numbers. (~", text, StringComparison.Ordinal);
        Assert.Contains("4 turns, ", text, StringComparison.Ordinal);
        Assert.Contains("There is no /nonsense.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("-> add", text, StringComparison.Ordinal);
        Assert.Equal("valid: 8 messages", (await Glmtools.RunAsync("check", path)).Ok().Trim());
    }

    [Fact]
    public async Task Chat_ends_with_its_input_and_takes_back_a_question()
    {
        var text = (await Glmtools.RunWithInputAsync("hello\n/undo\n/undo\n", "chat")).Ok();

        Assert.Contains("I am a script, no model. There are no tools either.", text, StringComparison.Ordinal);
        Assert.Contains("The last question is taken back.", text, StringComparison.Ordinal);
        Assert.Contains("There is nothing to take back.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_prints_an_answer_a_line_for_programs()
    {
        var lines = (await Glmtools.RunWithInputAsync("""
            add {"left":2}
            add {"left":200}
            """, "chat", "-t", Built.Own, "--set", "DeskTools", "--json")).Ok().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement).ToArray();

        Assert.Equal(2, lines.Length);
        Assert.Equal("3", lines[0].GetProperty("text").GetString());
        Assert.True(lines[1].GetProperty("tool_calls")[0].GetProperty("failed").GetBoolean());
        Assert.Equal("CNY", lines[0].GetProperty("cost").GetProperty("currency").GetString());
    }

    [Fact]
    public async Task Ctrl_C_cancels_an_answer_and_the_chat_goes_on()
    {
        var input = new PipedLines();
        var command = new Glmtools { Input = input };
        var chatting = command.InvokeAsync("chat", "-t", Built.Own, "--set", "DeskTools");
        input.Add("wait");
        await command.Out.UntilAsync(static text => text.Contains(".. waiting", StringComparison.Ordinal));
        command.Interrupts.Raise();
        input.Add("""add {"left":2}""");
        input.End();
        var text = (await chatting).Ok();

        Assert.Contains("(cancelled)", text, StringComparison.Ordinal);
        Assert.Contains("<- add 3", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_says_what_the_emulator_says()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("scenario.json", """{"rules":[{"user":"marco","say":"polo"}],"fallback":"what?"}""");

        Assert.Equal("polo", (await Glmtools.RunAsync("run", "-p", "marco", "--scenario", path)).Ok().Trim());
        Assert.Contains("scenario.json", (await Glmtools.RunAsync("run", "-p", "x", "--scenario", scratch.Write("bad/scenario.json", "{"))).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }
}
