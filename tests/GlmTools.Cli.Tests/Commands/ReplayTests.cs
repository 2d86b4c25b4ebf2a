using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Commands;

public class ReplayTests
{
    [Fact]
    public async Task A_saved_run_is_played_and_its_calls_are_taken_by_the_same_tools()
    {
        using var scratch = new Scratch();
        var text = (await Glmtools.RunAsync("replay", await RecordAsync(scratch), "--tools", Built.WeatherAgent)).Ok();

        Assert.Contains("POST /api/paas/v4/chat/completions -> 200", text, StringComparison.Ordinal);
        Assert.Contains("user> 今天北京天气如何?", text, StringComparison.Ordinal);
        Assert.Contains("""-> get_current_weather {"location":"北京","unit":"c"}""", text, StringComparison.Ordinal);
        Assert.Contains("北京现在晴, 气温 21.5 摄氏度。", text, StringComparison.Ordinal);
        Assert.Contains("the tools, then and now:\nno changes", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_that_are_refused_today_are_not_fine()
    {
        using var scratch = new Scratch();
        var printed = await Glmtools.RunAsync("replay", await RecordAsync(scratch), "--tools", Built.Types, "--json");

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.Equal("get_current_weather: there is no tool 'get_current_weather' any more", printed.Json.GetProperty("exchanges")[0].GetProperty("refused_today")[0].GetString());
        Assert.Contains(printed.Json.GetProperty("changes").EnumerateArray(), static change => change.GetProperty("id").GetString() == "GLM030");
    }

    [Fact]
    public async Task An_answer_that_broke_off_is_played_up_to_there()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("cassette.json", """
            {"cassette":1,"exchanges":[{
              "request":{"method":"POST","url":"/api/paas/v4/chat/completions","body":{"model":"glm-4.6","stream":true,"messages":[{"role":"user","content":"hi"}]}},
              "response":{"status":401,"body":{"error":{"code":"1002","message":"bad token"}}},
              "started_ms":0,"seconds":0.1}]}
            """);
        var text = (await Glmtools.RunAsync("replay", path)).Ok();

        Assert.Contains("(no answer: ", text, StringComparison.Ordinal);
        Assert.Contains("1002", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_cassette_is_told()
    {
        using var scratch = new Scratch();

        Assert.Contains("a.json", (await Glmtools.RunAsync("replay", scratch.Write("a.json", "{}"))).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    private static async Task<string> RecordAsync(Scratch scratch)
    {
        var path = scratch.PathOf("run.json");
        (await Glmtools.RunAsync("run", "-p", "今天北京天气如何?", "-t", Built.WeatherAgent, "--save", path)).Ok();
        return path;
    }
}
