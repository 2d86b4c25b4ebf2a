using System.Net;
using System.Text.Json;
using GlmTools.Cli.Tests.Running;
using GlmTools.Emulator;

namespace GlmTools.Cli.Tests.Page;

public class ChatApiTests
{
    private static string Type(JsonElement e) => e.GetProperty("type").GetString()!;

    [Fact]
    public async Task An_answer_is_streamed_and_its_run_can_be_read()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        var events = await page.AskAsync("""add {"left":2}""").ToListAsync();
        var stopped = events[^1];

        Assert.Equal(["turn", "call", "result", "turn", "text", "stopped"], events.Select(Type));
        Assert.Equal("3", events[2].GetProperty("text").GetString());
        var run = await page.GetAsync($"api/runs/{stopped.GetProperty("run").GetInt32()}");
        Assert.Equal("""add {"left":2}""", run.GetProperty("title").GetString());
        Assert.Equal(2, run.GetProperty("turns").GetArrayLength());
        var call = Assert.Single(run.GetProperty("calls").EnumerateArray());
        Assert.Equal((1, "3"), (call.GetProperty("turn").GetInt32(), call.GetProperty("result").GetString()));
        Assert.Equal([0, 1], run.GetProperty("turns").EnumerateArray().Select(static turn => Assert.Single(turn.GetProperty("exchanges").EnumerateArray()).GetInt32()));
        Assert.Contains("\"role\":\"tool\"", run.GetProperty("exchanges")[1].GetProperty("request").GetString(), StringComparison.Ordinal);
        Assert.Equal("data: [DONE]", run.GetProperty("exchanges")[1].GetProperty("frames").EnumerateArray().Last().GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_second_run_has_its_own_exchanges_and_the_history_of_the_first()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        await page.AskAsync("""add {"left":2}""").ToListAsync();
        await page.AskAsync("hello").ToListAsync();
        var runs = await page.GetAsync("api/runs");
        var run = await page.GetAsync($"api/runs/{runs[0].GetProperty("run").GetInt32()}");

        Assert.Equal(["hello", """add {"left":2}"""], runs.EnumerateArray().Select(static each => each.GetProperty("title").GetString()));
        var exchange = Assert.Single(run.GetProperty("exchanges").EnumerateArray());
        Assert.Contains("\"role\":\"tool\"", exchange.GetProperty("request").GetString(), StringComparison.Ordinal);
        await page.PostAsync("api/chat/new", "", HttpStatusCode.NoContent);
        var anew = await page.AskAsync("hello").LastAsync();
        Assert.DoesNotContain("\"role\":\"tool\"", (await page.GetAsync($"api/runs/{anew.GetProperty("run").GetInt32()}")).GetProperty("exchanges")[0].GetProperty("request").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", "paper is gone")]
    [InlineData("no", "The user said no.")]
    public async Task A_call_waits_for_the_page(string answer, string expected)
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        var result = "";
        await foreach (var e in page.AskAsync("""discard {"what":"paper"}"""))
        {
            if (Type(e) == "approval")
            {
                Assert.Equal("""discard {"what":"paper"}""", e.GetProperty("text").GetString());
                await page.PostAsync("api/chat/approvals?call=nobody&answer=yes", "", HttpStatusCode.NotFound);
                await page.PostAsync($"api/chat/approvals?call={e.GetProperty("id").GetString()}&answer={answer}", "", HttpStatusCode.NoContent);
            }

            result = Type(e) == "result" ? e.GetProperty("text").GetString()! : result;
        }

        Assert.Contains(expected, result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_question_at_a_time_and_it_can_be_cancelled()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");
        var stop = "";
        await foreach (var e in page.AskAsync("wait"))
        {
            if (Type(e) == "progress")
            {
                await page.PostAsync("api/chat", "\"hello\"", HttpStatusCode.Conflict);
                await page.PostAsync("api/chat/new", "", HttpStatusCode.Conflict);
                await page.PostAsync("api/chat/cancel", "", HttpStatusCode.NoContent);
            }

            stop = Type(e) == "stopped" ? e.GetProperty("stop").GetString()! : stop;
        }

        Assert.Equal("Cancelled", stop);
        Assert.Equal("stopped", Type(await page.AskAsync("hello").LastAsync()));
    }

    [Fact]
    public async Task Without_a_question_nothing_is_asked()
    {
        await using var page = await Served.InspectAsync("--set", "DeskTools");

        Assert.Equal("there is no question.", (await page.PostAsync("api/chat", "\" \"", HttpStatusCode.BadRequest)).GetProperty("error").GetString());
        Assert.Equal("the question has to be a JSON string.", (await page.PostAsync("api/chat", "{", HttpStatusCode.BadRequest)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Tools_that_cannot_be_offered_are_left_out_with_the_reason()
    {
        await using var page = await Served.InspectAsync();
        var chat = await page.GetAsync("api/chat");

        Assert.Contains("add", chat.GetProperty("tools").EnumerateArray().Select(static tool => tool.GetString()));
        Assert.Contains(chat.GetProperty("left_out").EnumerateArray(), static reason => reason.GetString()!.Contains("Stranger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_key_is_in_anything_the_page_gets()
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = ScenarioModel.Weather });
        var secret = emulator.ApiKey.Split('.')[1];
        var command = new Glmtools { Variables = { ["ZHIPUAI_API_KEY"] = emulator.ApiKey, ["ZHIPUAI_BASE_URL"] = emulator.BaseAddress.ToString() } };
        await using var page = await Served.StartAsync(command, "inspect", Built.Own, "--json", "--set", "DeskTools");
        var events = await page.AskAsync($"my key is {emulator.ApiKey}").ToListAsync();
        var run = (await page.GetAsync($"api/runs/{events[^1].GetProperty("run").GetInt32()}")).GetRawText();
        var texts = new[] { "api/about", "api/tools", "api/chat", "" }.Select(async path => await page.Client.GetStringAsync(path));

        Assert.False((await page.GetAsync("api/about")).GetProperty("is_offline").GetBoolean());
        Assert.All([run, .. await Task.WhenAll(texts)], text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
