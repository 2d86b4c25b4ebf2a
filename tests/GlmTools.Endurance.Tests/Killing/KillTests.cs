using Xunit.Abstractions;

namespace GlmTools.Endurance.Tests.Killing;

/// <summary>
/// A run that is killed and resumed, again and again: no effect that must not be repeated happens twice, none that was reported is
/// lost, and the transcript is one the service accepts.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Runs_that_are_killed_at_random_points_go_on_where_they_stopped()
    {
        var experiment = new KillExperiment(seed: 7);

        await experiment.RunAsync(kills: 40);

        output.WriteLine($"{experiment.Kills} kills in {experiment.Runs} runs; {experiment.Effects} effects, each once; {experiment.Interrupted} calls interrupted");
        Assert.True(experiment.Effects > 0);
    }
}
