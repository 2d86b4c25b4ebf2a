using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Commands;

public class CheckTests
{
    private const string Call = """{"role":"assistant","content":"","tool_calls":[{"id":"a","type":"function","function":{"name":"add","arguments":"{}"}}]}""";

    [Theory]
    [InlineData("""[{"role":"user","content":"hi"},CALL,{"role":"tool","tool_call_id":"a","content":"1"}]""", "messages", 3)]
    [InlineData("""{"model":"glm-4.6","messages":[{"role":"user","content":"hi"}]}""", "request", 1)]
    [InlineData("""{"cassette":1,"exchanges":[{"request":{"body":{"model":"glm-4.6","messages":[{"role":"user","content":"hi"}]}}}]}""", "cassette", 1)]
    public async Task A_good_history_is_valid_in_each_form(string json, string form, int messages)
    {
        var report = (await Glmtools.RunWithInputAsync(json.Replace("CALL", Call, StringComparison.Ordinal), "check", "-", "--json")).Json;

        Assert.True(report.GetProperty("valid").GetBoolean());
        Assert.Equal((form, messages), (report.GetProperty("form").GetString(), report.GetProperty("messages").GetInt32()));
    }

    [Theory]
    [InlineData("""[{"role":"user","content":"hi"},CALL,{"role":"tool","tool_call_id":"b","content":"1"}]""", "/2/tool_call_id: 'b' is no call of the assistant message before it (1214)")]
    [InlineData("""[{"role":"user","content":"hi"},CALL,{"role":"user","content":"well?"}]""", "/2: comes before the call 'a' is answered: a tool message is due (1214)")]
    [InlineData("""[{"role":"user","content":"hi"},CALL]""", "the whole: ends before the call 'a' is answered (1214)")]
    [InlineData("""{"model":"glm-4.6","messages":[{"role":"user","content":"hi"},{"role":"tool","content":"1","name":"x","tool_call_id":"a"}]}""", "/messages/1/name: is not allowed: a tool message has only role, content and tool_call_id (1214)")]
    [InlineData("""{"messages":[{"role":"user","content":"hi"}]}""", "/model: is missing (1213)")]
    [InlineData("""{"model":"glm-4.6","thinking":{"type":"maybe"},"messages":[{"role":"user","content":"hi"}]}""", "/thinking/type: must be one of enabled, disabled (1210)")]
    [InlineData("""{"cassette":1,"exchanges":[{"request":{"body":{"model":"glm-4.6","messages":[{"role":"user"}]}}}]}""", "/exchanges/0/request/body/messages/0/content: must be text (1214)")]
    [InlineData("""{"model":"glm-4.6","messages":7}""", "/messages: must be an array of at least one message (1214)")]
    public async Task A_bad_one_is_told_with_the_place(string json, string line)
    {
        var printed = await Glmtools.RunWithInputAsync(json.Replace("CALL", Call, StringComparison.Ordinal), "check", "-");

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.Equal(line, printed.Out.Trim());
    }

    [Fact]
    public async Task Each_bad_message_is_told()
    {
        var report = (await Glmtools.RunWithInputAsync("""[{"role":"user"},{"role":"clown","content":"x"},{"role":"user","content":"hi"}]""", "check", "-", "--json")).Json;

        Assert.Equal(["/0/content", "/1/role"], report.GetProperty("problems").EnumerateArray().Select(static problem => problem.GetProperty("pointer").GetString()));
    }

    [Fact]
    public async Task A_broken_run_is_told_with_its_entry()
    {
        using var scratch = new Scratch();
        var path = scratch.PathOf("run.json");
        (await Glmtools.RunAsync("run", "-p", "add", "-t", Built.Own, "--set", "DeskTools", "--save", path)).Ok();
        Assert.Equal("run", (await Glmtools.RunAsync("check", path, "--json")).Json.GetProperty("form").GetString());

        var broken = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        broken["entries"]![1] = new System.Text.Json.Nodes.JsonObject { ["type"] = "nonsense" };
        await File.WriteAllTextAsync(path, broken.ToJsonString());
        var printed = await Glmtools.RunAsync("check", path);

        Assert.Equal(ExitCode.NotFine, printed.ExitCode);
        Assert.StartsWith("/entries/1: ", printed.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "the transcript is no JSON")]
    [InlineData("{}", "neither an array of messages, nor a request body")]
    public async Task What_is_no_transcript_is_told(string text, string message)
        => Assert.Contains(message, (await Glmtools.RunWithInputAsync(text, "check", "-")).Failure(ExitCode.BadInput), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
        => Assert.Contains("nowhere.json", (await Glmtools.RunAsync("check", "nowhere.json")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
}
