using GlmTools.Emulator;
using static GlmTools.Emulator.EmulatedAssistantContent;

namespace GlmTools.Tests.Assistants;

/// <summary>Streams of an assistant over real HTTP; line 17 of the checklist in protocol sheet 14.</summary>
public sealed class QingYanStreamTests
{
    private const string Answer = "我是一个名为zR的程序员，精通Python代码 👩‍💻。";

    [Fact]
    public async Task Text_that_is_repeated_as_a_whole_arrives_as_what_is_new()
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Say(Answer));

        var events = await bench.StreamAsync();

        var texts = events.OfType<QingYanText>().ToList();
        Assert.True(texts.Count > 3);
        Assert.Equal(Answer, string.Concat(texts.Select(static text => text.Delta)));
        Assert.Equal(Answer, texts[^1].Text);
        Assert.Equal([true, .. Enumerable.Repeat(false, texts.Count - 1)], texts.Select(static text => text.Begins));
        Assert.True(Assert.IsType<QingYanEnded>(events[^1]).IsComplete);
    }

    [Fact]
    public async Task The_emulated_wire_has_the_quirks_of_the_real_one()
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Say("一二三四五六七八"));

        await bench.StreamAsync();

        var frames = bench.Calls("/stream").Single().ResponseBody.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(frames, static frame => Assert.StartsWith("data:{", frame, StringComparison.Ordinal));
        Assert.Contains("\"message\":{}", frames[0], StringComparison.Ordinal);
        Assert.Contains("\"text\":\"一二三四\"", frames[1], StringComparison.Ordinal);
        Assert.Contains("\"text\":\"一二三四五六七八\"", frames[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Blanks_and_event_lines_make_no_difference(bool blank, bool eventLines)
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Say(Answer) with { BlankAfterColon = blank, EventLines = eventLines });

        Assert.Equal(Answer, (await bench.StreamAsync()).OfType<QingYanText>().Last().Text);
    }

    [Fact]
    public async Task Every_kind_of_content_is_an_event_of_its_own()
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Of(
            Text("先写代码"),
            ToolCalls("""[{"name":"python"}]"""),
            Code("print(6 * 7)"),
            ExecutionOutput("42"),
            SystemError("沙箱超时"),
            Images("https://img/1.png", "https://img/2.png"),
            BrowserResult("标题", "https://page"),
            Other("""{"type":"quote_result","quotes":[1]}"""),
            Text("先画完了")));

        var events = await bench.StreamAsync();

        var kinds = events.Aggregate(new List<string>(), static (kinds, happened) => kinds.LastOrDefault() == happened.GetType().Name ? kinds : [.. kinds, happened.GetType().Name]);
        Assert.Equal(
            ["QingYanText", "QingYanToolCalls", "QingYanCode", "QingYanExecutionOutput", "QingYanSystemError", "QingYanImages", "QingYanBrowserResult", "QingYanOtherContent", "QingYanText", "QingYanEnded"],
            kinds);
        Assert.Equal("python", Single<QingYanToolCalls>(events).Calls[0].GetProperty("name").GetString());
        Assert.Equal("print(6 * 7)", string.Concat(events.OfType<QingYanCode>().Select(static code => code.Delta)));
        Assert.Equal("print(6 * 7)", events.OfType<QingYanCode>().Last().Code);
        Assert.Equal("42", Single<QingYanExecutionOutput>(events).Output);
        Assert.Equal("沙箱超时", Single<QingYanSystemError>(events).Message);
        Assert.Equal(["https://img/1.png", "https://img/2.png"], Single<QingYanImages>(events).Urls);
        Assert.Equal(("标题", "https://page"), (Single<QingYanBrowserResult>(events).Title, Single<QingYanBrowserResult>(events).Url));
        Assert.Equal(("quote_result", 1), (Single<QingYanOtherContent>(events).Type, Single<QingYanOtherContent>(events).Content.GetProperty("quotes")[0].GetInt32()));

        // The second text begins like the first one, but is another.
        Assert.Equal(["先写代码", "先画完了"], events.OfType<QingYanText>().Where(static text => text.Begins).Select(static text => text.Text));
    }

    [Fact]
    public async Task Sources_come_once()
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Say("晴【1†source】") with { Sources = [("天气网", "https://weather")] });

        Assert.Equal([new QingYanSource("天气网", "https://weather")], Single<QingYanCitations>(await bench.StreamAsync()).Sources);
    }

    [Fact]
    public async Task An_intervention_of_the_filter_is_told()
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Say("half of an answer") with { Intervention = "换个话题吧" });

        var events = await bench.StreamAsync();

        Assert.Equal("换个话题吧", Single<QingYanIntervened>(events).Text);
        Assert.Equal("intervene", Single<QingYanEnded>(events).Status);
        Assert.False(Single<QingYanEnded>(events).IsComplete);
    }

    [Theory]
    [InlineData("""{"code":10051,"message":"工具坏了"}""", "10051", "工具坏了")]
    [InlineData("""{"reason":"工具坏了"}""", null, "工具坏了")]
    [InlineData("{}", null, "without saying why")]
    public async Task A_run_that_fails_throws(string lastError, string? code, string message)
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Say("half of an answer") with { LastError = lastError });

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => bench.StreamAsync());

        Assert.Equal(code, failure.Code);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_with_HTTP_200_throws_with_its_status()
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Fail(10043, "智能体不存在"));

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => bench.StreamAsync());

        Assert.Equal(("10043", 200), (failure.Code, (int)failure.StatusCode));
        Assert.Contains("智能体不存在", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_connection_is_a_broken_stream()
    {
        await using var bench = await QingYanBench.StartAsync(EmulatedAssistantReply.Say(Answer) with { AbortAfter = 2 });

        await Assert.ThrowsAsync<GlmStreamException>(() => bench.StreamAsync());
    }

    private static T Single<T>(IEnumerable<QingYanEvent> events)
        where T : QingYanEvent
        => Assert.Single(events.OfType<T>());
}
