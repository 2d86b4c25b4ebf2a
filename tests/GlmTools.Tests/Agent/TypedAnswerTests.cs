using System.ComponentModel.DataAnnotations;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>Answers of a type, over real HTTP.</summary>
public sealed class TypedAnswerTests
{
    private const string Beijing = "{\"city\":\"北京\",\"days\":3}";

    [Fact]
    public async Task The_model_answers_by_calling_a_function()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}"), EmulatedReply.Call("final_answer", Beijing));

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal(new Trip("北京", 3), run.Answer);
        Assert.True(run.HasAnswer);
        Assert.Equal((GlmStopReason.Answered, 2), (run.Run.StopReason, run.Run.Turns.Count));
        Assert.All(bench.Requests, static request => Assert.Contains(request.GetProperty("tools").EnumerateArray(), static tool => tool.GetProperty("function").GetProperty("name").GetString() == "final_answer"));
        Assert.Equal("ok", bench.Answers.Last());
        await bench.AssertAcceptedAsync();
    }

    [Fact]
    public async Task What_does_not_fit_goes_back_with_every_problem()
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Call("final_answer", "{\"city\":\"\",\"days\":99}"), EmulatedReply.Call("final_answer", Beijing));

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal("北京", run.Answer.City);
        Assert.Contains("/city", bench.Answers.First(), StringComparison.Ordinal);
        Assert.Contains("/days", bench.Answers.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_fits_ends_the_run()
    {
        await using var bench = await Bench.StartAsync([.. Enumerable.Range(0, 9).Select(static days => EmulatedReply.Call("final_answer", $"{{\"city\":\"x\",\"days\":{days + 50}}}"))]);
        bench.Options = bench.Options with { AnswerRetries = 2 };

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal(GlmStopReason.InvalidAnswer, run.Run.StopReason);
        Assert.Equal(3, bench.Requests.Count);
        Assert.False(run.TryGetAnswer(out _));
        Assert.Contains("InvalidAnswer", Assert.Throws<GlmException>(() => run.Answer).Message, StringComparison.Ordinal);
        await bench.AssertAcceptedAsync();
    }

    [Fact]
    public async Task Text_that_is_the_answer_is_taken_for_it()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Say($"```json\n{Beijing}\n```"));

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal(new Trip("北京", 3), run.Answer);
    }

    [Fact]
    public async Task Text_that_is_none_is_asked_for_again_with_that_function_alone()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Say("Beijing, for three days."), EmulatedReply.Call("final_answer", Beijing));

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal("北京", run.Answer.City);
        Assert.Equal(["final_answer"], bench.Requests[1].GetProperty("tools").EnumerateArray().Select(static tool => tool.GetProperty("function").GetProperty("name").GetString()));
        Assert.Contains("final_answer", bench.Requests[1].GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString(), StringComparison.Ordinal);
        await bench.AssertAcceptedAsync();
    }

    [Fact]
    public async Task Text_again_and_again_ends_the_run()
    {
        await using var bench = await Bench.StartAsync([.. Enumerable.Repeat(EmulatedReply.Say("no"), 9)]);

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal(GlmStopReason.InvalidAnswer, run.Run.StopReason);
        Assert.Equal(4, bench.Requests.Count);
    }

    [Fact]
    public async Task An_answer_along_with_other_calls_is_too_early()
    {
        await using var bench = await Bench.StartAsync(
            EmulatedReply.Calls(new("now", "{}"), new("final_answer", Beijing)), EmulatedReply.Call("final_answer", "{\"city\":\"上海\",\"days\":1}"));

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal("上海", run.Answer.City);
        Assert.Equal(["now"], bench.Tools.Log);
        Assert.Contains("before their results were there", bench.Answers.ElementAt(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_last_turn_only_the_answer_can_be_given()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("now", "{}"), EmulatedReply.Call("final_answer", Beijing));
        bench.Options = bench.Options with { MaxTurns = 2 };

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal(3, run.Answer.Days);
        Assert.Equal(1, bench.Requests[1].GetProperty("tools").GetArrayLength());
    }

    [Fact]
    public async Task A_model_that_only_calls_what_is_not_there_is_given_up()
    {
        await using var bench = await Bench.StartAsync([.. Enumerable.Range(0, 20).Select(static n => EmulatedReply.Call($"other_{n}", "{}"))]);
        bench.Options = bench.Options with { MaxTurns = 2, AnswerRetries = 1, LoopGuard = null };

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal(GlmStopReason.MaxTurns, run.Run.StopReason);
        Assert.Equal(3, bench.Requests.Count);
        await bench.AssertAcceptedAsync();
    }

    [Fact]
    public async Task A_list_and_a_number_are_answers_too()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("final_answer", "{\"value\":[\"a\",\"b\"]}"), EmulatedReply.Say("42"));

        var list = await bench.Agent().RunAsync<List<string>>("which?");
        var number = await bench.Agent().RunAsync<int>("how many?");

        Assert.Equal(["a", "b"], list.Answer);
        Assert.Equal(42, number.Answer);
    }

    [Fact]
    public async Task A_stream_tells_the_answer_before_its_end()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("final_answer", Beijing));

        await foreach (var e in bench.Agent().StreamAsync<Trip>("where?", bench.Conversation))
        {
            bench.Events.Add(e);
        }

        Assert.Equal(new GlmAnswered<Trip>(new("北京", 3)), bench.Events[^2]);
        Assert.Equal(GlmStopReason.Answered, Assert.IsType<GlmRunStopped>(bench.Events[^1]).Run.StopReason);
    }

    [Fact]
    public async Task A_run_that_waited_for_approval_goes_on_to_its_answer()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("pay", "{\"amount\":7}"), EmulatedReply.Call("final_answer", Beijing));
        var waiting = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        var run = await bench.Agent().ResumeAsync<Trip>(bench.Conversation, [waiting.Run.PendingApprovals[0].Approve()]);

        Assert.Equal(GlmStopReason.ApprovalNeeded, waiting.Run.StopReason);
        Assert.Equal("北京", run.Answer.City);
        Assert.Equal(["pay 7"], bench.Tools.Log);
    }

    [Fact]
    public async Task The_content_filter_ends_it_like_any_run()
    {
        await using var bench = await Bench.StartAsync(EmulatedReply.Call("final_answer", Beijing) with { FinishReason = "sensitive" });

        var run = await bench.Agent().RunAsync<Trip>("where?", bench.Conversation);

        Assert.Equal(GlmStopReason.ContentFilter, run.Run.StopReason);
        Assert.False(run.HasAnswer);
    }

    public sealed record Trip([property: StringLength(20, MinimumLength = 1)] string City, [property: Range(1, 30)] int Days);
}
