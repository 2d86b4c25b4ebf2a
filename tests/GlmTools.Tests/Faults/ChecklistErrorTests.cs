using GlmTools.Emulator;
using GlmTools.Tests.Agent;

namespace GlmTools.Tests.Faults;

/// <summary>Line 14 of the fixture checklist (protocol sheet 14): errors in place of an answer, over real HTTP and in both ways to run.</summary>
public sealed class ChecklistErrorTests
{
    [Theory]
    [InlineData("no-authentication", "1001", GlmErrorCategory.Authentication)]
    [InlineData("invalid-token", "1002", GlmErrorCategory.Authentication)]
    [InlineData("expired-token", "1003", GlmErrorCategory.Authentication)]
    [InlineData("illegal-messages", "1214", GlmErrorCategory.InvalidRequest)]
    [InlineData("prompt-too-long", "1261", GlmErrorCategory.ContextWindow)]
    [InlineData("unsafe-content", "1301", GlmErrorCategory.ContentFilter)]
    [InlineData("arrears", "1113", GlmErrorCategory.Account)]
    [InlineData("usage-limit", "1308", GlmErrorCategory.Quota)]
    public async Task Line_14_what_does_not_pass_is_asked_for_once(string fault, string code, GlmErrorCategory category)
    {
        foreach (var streaming in new[] { false, true })
        {
            await using var bench = await FaultBench.StartAsync(FaultProfile.Find(fault)!, EmulatedReply.Say("never said"));

            var failure = await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming));

            Assert.Equal((code, category, false), (failure.Code, failure.Category, failure.IsTransient));
            Assert.Single(bench.Requests);
            await bench.AssertAcceptedAsync();
        }
    }

    [Theory]
    [InlineData("rate-limited", 1, 2)]
    [InlineData("overloaded", 30, 60)]
    [InlineData("internal-error", 1, 2)]
    [InlineData("html-bad-gateway", 1, 2)]
    public async Task Line_14_what_passes_is_waited_for(string fault, int first, int second)
    {
        foreach (var streaming in new[] { false, true })
        {
            await using var bench = await FaultBench.StartAsync(
                FaultBench.ByTurn(EmulatedReply.Say("done")).WithFault(FaultProfile.Find(fault)!, answer: 1).WithFault(FaultProfile.Find(fault)!, answer: 2));

            var run = await bench.RunAsync(streaming);

            Assert.Equal(("done", 3), (run.Text, bench.Requests.Count));

            // Up to a quarter less, so that clients that were refused together do not come back together.
            Assert.Collection(
                bench.Time.Waits,
                wait => Assert.InRange(wait.TotalSeconds, first * 0.75, first),
                wait => Assert.InRange(wait.TotalSeconds, second * 0.75, second));
        }
    }

    [Theory, BothModes]
    public async Task Line_14_a_usage_limit_tells_when_it_is_reset(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.UsageLimit, EmulatedReply.Say("never said"));

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming));

        Assert.Contains("reset at 2026-11-23 08:00:00", failure.Message, StringComparison.Ordinal);
    }

    [Theory, BothModes]
    public async Task Line_14_the_page_of_a_proxy_is_not_shown(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultProfile.HtmlBadGateway, EmulatedReply.Say("never said"));

        var failure = await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming));

        Assert.DoesNotContain("<", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.Code);
        Assert.Equal(4, bench.Requests.Count);
    }

    [Theory, BothModes]
    public async Task Line_14_an_error_after_a_call_leaves_the_call_answered(bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(FaultBench.ByTurn(FaultCase.Now(), EmulatedReply.Say("never said")).WithFault(FaultProfile.Arrears, answer: 2));

        await Assert.ThrowsAsync<GlmApiException>(() => bench.RunAsync(streaming));

        Assert.Equal(["now"], bench.Told);
        await bench.AssertAcceptedAsync();
    }
}
