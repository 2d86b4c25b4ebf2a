using System.Net;
using System.Text.Json;
using GlmTools.Cli.Tests.Tools;

namespace GlmTools.Cli.Tests.Page;

public class ToolsApiTests
{
    [Fact]
    public async Task Tools_come_with_all_a_reader_wants_to_know()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        var set = Assert.Single((await page.GetAsync("api/tools")).GetProperty("sets").EnumerateArray());
        var tools = set.GetProperty("tools").EnumerateArray().ToDictionary(static tool => tool.GetProperty("name").GetString()!);

        Assert.Equal("GlmTools.Cli.Tests.Tools.DeskTools", set.GetProperty("name").GetString());
        Assert.Equal(["add", "break", "discard", "wait"], tools.Keys);
        Assert.Equal("destructive", tools["discard"].GetProperty("effect").GetString());
        Assert.True(tools["discard"].GetProperty("requires_approval").GetBoolean());
        Assert.Equal(100, tools["add"].GetProperty("schema").GetProperty("properties").GetProperty("left").GetProperty("maximum").GetInt32());
        Assert.Equal(DeskTools.Tools.Find("add")!.Fingerprint, tools["add"].GetProperty("fingerprint").GetString());
        Assert.Equal(DeskTools.Tools.Find("add")!.EstimatedTokens, tools["add"].GetProperty("tokens").GetInt32());
        Assert.Equal("add", JsonDocument.Parse(tools["add"].GetProperty("definition").GetString()!).RootElement.GetProperty("function").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Problems_come_with_their_places_and_the_words_of_the_model()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        var answer = await page.PostAsync($"{await page.ToolAsync("add")}/validate", """{"left":200}""");
        var problem = Assert.Single(answer.GetProperty("problems").EnumerateArray());

        Assert.False(answer.GetProperty("fits").GetBoolean());
        Assert.Equal("/left", problem.GetProperty("path").GetString());
        Assert.StartsWith("/left: expected at least 0 and at most 100", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(DeskTools.Tools.Find("add")!.Validate("""{"left":200}"""u8.ToArray()).Error!.ToString(), answer.GetProperty("told").GetString());
        Assert.Equal("""{"left":1}""", answer.GetProperty("example").GetRawText());
    }

    [Fact]
    public async Task Repairs_are_told()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        var answer = await page.PostAsync($"{await page.ToolAsync("add")}/validate", """{"left":"2",}""");

        Assert.True(answer.GetProperty("fits").GetBoolean());
        Assert.NotEmpty(answer.GetProperty("repairs").EnumerateArray());
        Assert.Equal("""{"left":2}""", answer.GetProperty("arguments").GetString());
    }

    [Fact]
    public async Task A_call_tells_its_result_and_its_time()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        var answer = await page.PostAsync($"{await page.ToolAsync("add")}/call", """{"left":2}""");

        Assert.True(answer.GetProperty("called").GetBoolean());
        Assert.Equal("3", answer.GetProperty("result").GetString());
        Assert.True(answer.GetProperty("seconds").GetDouble() >= 0);
        Assert.False((await page.PostAsync($"{await page.ToolAsync("add")}/call", """{"left":-1}""")).GetProperty("called").GetBoolean());
    }

    [Fact]
    public async Task A_destructive_tool_is_called_only_once_somebody_said_yes()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        var tool = await page.ToolAsync("discard");
        var asked = await page.PostAsync($"{tool}/call", """{"what":"paper"}""");

        Assert.Equal("""discard {"what":"paper"}""", asked.GetProperty("asks").GetString());
        Assert.False(asked.TryGetProperty("result", out _));
        Assert.Equal("paper is gone", (await page.PostAsync($"{tool}/call?approved=1", """{"what":"paper"}""")).GetProperty("result").GetString());
        Assert.True((await page.PostAsync($"{tool}/call", "{}")).GetProperty("failed").GetBoolean());
    }

    [Fact]
    public async Task What_a_method_throws_is_told_to_the_reader_alone()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        var answer = await page.PostAsync($"{await page.ToolAsync("break")}/call", "{}");

        Assert.DoesNotContain("spring", answer.GetProperty("result").GetString(), StringComparison.Ordinal);
        Assert.Contains("the spring is broken", answer.GetProperty("exception").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_keeps_its_object_and_one_that_cannot_be_made_says_why()
    {
        await using var page = await Served.InspectAsync();
        var shelf = await page.ToolAsync("put_away");

        Assert.Equal("1", (await page.PostAsync($"{shelf}/call", """{"item":{"title":"a"}}""")).GetProperty("result").GetString());
        Assert.Equal("2", (await page.PostAsync($"{shelf}/call", """{"item":{"title":"b"}}""")).GetProperty("result").GetString());
        var strangers = (await page.GetAsync("api/tools")).GetProperty("sets").EnumerateArray().Single(static set => set.GetProperty("name").GetString()!.EndsWith("Stranger", StringComparison.Ordinal));
        var id = strangers.GetProperty("tools")[0].GetProperty("id").GetString();
        Assert.Contains("Uri home", (await page.PostAsync($"api/tools/{id}/call", """{"text":"x"}""", HttpStatusCode.BadRequest)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_is_not_there_is_not_found()
    {
        await using var page = await Served.InspectAsync();
        foreach (var path in new[] { "api/tools/0/nothing/validate", "api/tools/99/add/call" })
        {
            await page.PostAsync(path, "{}", HttpStatusCode.NotFound);
        }
    }
}
