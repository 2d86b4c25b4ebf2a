using GlmTools.Emulator;
using GlmTools.Tests.Agent;

namespace GlmTools.Tests.Faults;

/// <summary>Whatever goes wrong, a run ends, its transcript can be sent again, and no tool gets what the model did not mean.</summary>
public sealed class ChaosTests
{
    private static readonly IEmulatedModel Model = FaultBench.ByTurn(
        EmulatedReply.Calls(new("book", FaultCase.Trip), new("now", "{}"), new("cancel", """{"number":7}""")) with { Text = "Let me see. 等一下。", Reasoning = "They want a trip." },
        EmulatedReply.Call("fail", """{"from":"Bern"}"""),
        EmulatedReply.Say("已经预订好了。"));

    /// <summary>What the tools note when they get what the model meant.</summary>
    private static readonly string[] Meant = ["北京|Bern|2|True|Ulm", "now", "cancel 7", "fail Bern"];

    public static TheoryData<string, bool> Each
    {
        get
        {
            var each = new TheoryData<string, bool>();
            foreach (var fault in FaultProfile.All)
            {
                each.Add(fault.Name, false);
                each.Add(fault.Name, true);
            }

            return each;
        }
    }

    [Theory, MemberData(nameof(Each))]
    public Task Under_each_fault_the_run_ends_and_the_transcript_stays_valid(string fault, bool streaming) => EndsAsync(Model.WithFault(FaultProfile.Find(fault)!), streaming);

    [Theory, BothModes]
    public async Task Under_faults_here_and_there_the_run_ends_and_the_transcript_stays_valid(bool streaming)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            await EndsAsync(Model.WithFaults(seed, 0.5), streaming);
        }
    }

    [Theory, BothModes]
    public async Task Under_two_faults_at_a_time_the_run_ends_and_the_transcript_stays_valid(bool streaming)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            await EndsAsync(Model.WithFaults(seed, 0.5).WithFaults(seed + 1000, 0.5), streaming);
        }
    }

    private static async Task EndsAsync(IEmulatedModel model, bool streaming)
    {
        await using var bench = await FaultBench.StartAsync(model);
        try
        {
            await bench.RunAsync(streaming);
        }
        catch (GlmException)
        {
            // The service failed for good; the transcript up to there is what counts.
        }

        Assert.Subset(Meant.ToHashSet(), bench.Tools.Log.ToHashSet());
        await bench.AssertAcceptedAsync();
    }
}
