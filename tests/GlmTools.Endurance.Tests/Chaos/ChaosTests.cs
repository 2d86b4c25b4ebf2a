using Xunit.Abstractions;

namespace GlmTools.Endurance.Tests.Chaos;

/// <summary>
/// Whatever the wire does: no transcript the service refuses, no hang, no exception nobody sees, no call with arguments that were
/// not sent, and nothing done twice.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_thousand_runs_over_a_wire_full_of_faults_do_no_harm(int seed)
    {
        var experiment = new ChaosExperiment();

        await experiment.RunAsync(1000, seed);

        output.WriteLine(string.Join(", ", experiment.Outcomes.OrderByDescending(static outcome => outcome.Value).Select(static outcome => $"{outcome.Key} {outcome.Value}")));
        Assert.Equal(1000, experiment.Outcomes.Values.Sum());
        Assert.True(experiment.Outcomes["Answered"] > 200);
    }
}
