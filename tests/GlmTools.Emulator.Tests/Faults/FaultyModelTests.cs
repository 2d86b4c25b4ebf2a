namespace GlmTools.Emulator.Tests.Faults;

/// <summary>Where and how often a fault strikes.</summary>
public sealed class FaultyModelTests
{
    private static readonly IEmulatedModel Fine = EmulatedModel.From(static _ => EmulatedReply.Say("fine"));

    [Fact]
    public async Task A_fault_strikes_each_answer() => Assert.Equal([429, 429, 429], await StatusesAsync(Fine.WithFault(FaultProfile.RateLimited), 3));

    [Fact]
    public async Task A_fault_strikes_only_the_answer_it_is_meant_for() => Assert.Equal([200, 429, 200], await StatusesAsync(Fine.WithFault(FaultProfile.RateLimited, answer: 2), 3));

    [Fact]
    public async Task Faults_come_on_top_of_one_another()
    {
        await using var emulator = await Wire.StartAsync(EmulatedModel.InOrder(EmulatedReply.Call("f", "{}", "call_1"))
            .WithFault(FaultProfile.MissingId).WithFault(FaultProfile.StrayTagInName).WithFault(FaultProfile.CrLf));

        var body = (await emulator.PostAsync(Wire.Ask("hi", ",\"stream\":true"))).Body;

        Assert.Contains("\"tool_calls\":[{\"index\":0,\"type\":\"function\",\"function\":{\"name\":\"<tool_call>f\",\"arguments\":\"{}\"}}]", body, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\ndata: [DONE]\r\n\r\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_two_faults_go_together()
    {
        FaultProfile[] pair = [];
        await using var emulator = await Wire.StartAsync(EmulatedModel.From(
            _ => EmulatedReply.Calls(new("f", "{}"), new("g", """{"a":"城市","b":1,"c":[2]}""")) with { Text = "Let me see.", Faults = pair }));
        FaultProfile[] faults = [.. FaultProfile.All.Where(static fault => fault != FaultProfile.BrokenConnection && fault != FaultProfile.InternalError)];

        foreach (var first in faults)
        {
            foreach (var second in faults)
            {
                pair = [first, second];
                Assert.True((await emulator.PostAsync(Wire.Ask("hi", ",\"stream\":true"))).Status != 500, $"{first}, {second}");
            }
        }
    }

    [Fact]
    public async Task A_fault_goes_onto_a_single_reply()
    {
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x") with { Faults = [FaultProfile.Sensitive] });

        Assert.Contains("\"finish_reason\":\"sensitive\"", (await emulator.PostAsync(Wire.Ask("hi"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_and_raw_replies_are_left_alone()
    {
        foreach (var fault in FaultProfile.All)
        {
            await using var emulator = await Wire.StartAsync(EmulatedModel.InOrder(EmulatedReply.Fail(418, "7", "teapot"), EmulatedReply.Raw("raw")).WithFault(fault));

            Assert.Equal((418, "7"), ((await emulator.PostAsync(Wire.Ask("hi"))) is var failure ? failure.Status : 0, failure.Code));
            Assert.Equal("raw", (await emulator.PostAsync(Wire.Ask("hi", ",\"stream\":true"))).Body);
        }
    }

    [Fact]
    public async Task A_fault_does_not_soften_the_service()
    {
        foreach (var fault in FaultProfile.All)
        {
            await using var emulator = await Wire.StartAsync(Fine.WithFault(fault));

            Assert.Equal((400, "1214"), ((await emulator.PostAsync(Wire.Ask("hi").Replace("user", "someone"))) is var refused ? refused.Status : 0, refused.Code));
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults()
    {
        FaultProfile[] errors = [FaultProfile.RateLimited, FaultProfile.InternalError, FaultProfile.HtmlBadGateway];

        var once = await StatusesAsync(Fine.WithFaults(7, 0.5, errors), 40);

        Assert.Equal(once, await StatusesAsync(Fine.WithFaults(7, 0.5, errors), 40));
        Assert.NotEqual(once, await StatusesAsync(Fine.WithFaults(8, 0.5, errors), 40));
        Assert.Equal([200, 429, 500, 502], once.Distinct().Order());
        Assert.InRange(once.Count(static status => status == 200), 10, 30);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 429)]
    public async Task The_probability_goes_from_never_to_always(double probability, int status)
        => Assert.All(await StatusesAsync(Fine.WithFaults(1, probability, FaultProfile.RateLimited), 20), actual => Assert.Equal(status, actual));

    [Fact]
    public async Task Only_faults_that_apply_are_chosen()
        => Assert.All(await StatusesAsync(Fine.WithFaults(1, 1, FaultProfile.MissingId, FaultProfile.RateLimited), 20), static status => Assert.Equal(429, status));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_is_from_0_to_1(double probability)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Fine.WithFaults(1, probability));

    [Fact]
    public void Answers_are_counted_from_1() => Assert.Throws<ArgumentOutOfRangeException>(() => Fine.WithFault(FaultProfile.Arrears, answer: 0));

    private static async Task<List<int>> StatusesAsync(IEmulatedModel model, int requests)
    {
        await using var emulator = await Wire.StartAsync(model);
        var statuses = new List<int>();
        for (var i = 0; i < requests; i++)
        {
            statuses.Add((await emulator.PostAsync(Wire.Ask("hi"))).Status);
        }

        return statuses;
    }
}
