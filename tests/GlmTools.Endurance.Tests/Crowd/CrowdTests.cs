using Xunit.Abstractions;

namespace GlmTools.Endurance.Tests.Crowd;

public sealed class CrowdTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_thousand_agents_at_once_all_come_to_their_answer_and_are_small()
    {
        var experiment = new CrowdExperiment();

        await experiment.RunAsync(agents: 1000);

        output.WriteLine($"1000 agents: {experiment.BytesPerAgent} bytes each, {experiment.Duration.TotalSeconds:0.0} s");
        Assert.InRange(experiment.BytesPerAgent, 1, 100_000);
    }
}
