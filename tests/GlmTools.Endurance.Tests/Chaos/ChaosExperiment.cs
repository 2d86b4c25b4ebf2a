using System.Collections.Concurrent;
using System.Globalization;
using GlmTools.Emulator;

namespace GlmTools.Endurance.Tests.Chaos;

/// <summary>Many runs, every other answer garbled in one of the ways the emulator knows, and what came of them.</summary>
internal sealed class ChaosExperiment
{
    // A model that really makes a call twice is to have it twice.
    private static readonly FaultProfile[] Faults = [.. FaultProfile.All.Where(static fault => fault != FaultProfile.RepeatedCall)];

    private readonly ConcurrentDictionary<string, int> _outcomes = new();
    private readonly ChaosTools _tools = new();

    /// <summary>How many runs ended in each way.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    /// <summary>Runs one after the other; each with the same seed takes the same course.</summary>
    /// <param name="runs">How many.</param>
    /// <param name="seed">What the plans and the faults follow from.</param>
    public async Task RunAsync(int runs, int seed)
    {
        var unobserved = new ConcurrentQueue<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.Enqueue(e.Exception);
        TaskScheduler.UnobservedTaskException += Note;
        var time = new ImpatientTime();
        await using (var service = await Service.StartAsync(EmulatedModel.From(Answer).WithFaults(seed, probability: 0.5, Faults), time))
        await using (var judge = await Service.StartJudgeAsync())
        {
            for (var i = 0; i < runs; i++)
            {
                await RunAsync(service, judge, (seed * 1_000_000) + i, time);
            }
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= Note;
        Assert.Empty(unobserved);
        Assert.Empty(_tools.Inventions);
        Assert.All(_tools.Effects, static effect => Assert.True(effect.Value == 1 || effect.Key.StartsWith("put ", StringComparison.Ordinal), $"{effect.Key} happened {effect.Value} times."));
    }

    private static EmulatedReply Answer(EmulatedRequest request)
    {
        var seed = int.Parse(request.Messages.First(static message => message.Role == "user").Text, CultureInfo.InvariantCulture);
        return new ChaosPlan(seed).Answer(request.Messages);
    }

    private async Task RunAsync(Service service, Service judge, int seed, TimeProvider time)
    {
        var agent = new GlmAgent(service.Client, "glm-4-flash", _tools.Tools, new()
        {
            TimeProvider = time,
            ToolTimeout = ImpatientTime.LongTimeout,
            Settings = new() { ToolStream = seed % 3 == 0 ? true : null },
            Approve = static (request, _) => new(request.Token[0] < '8' ? request.Approve() : request.Refuse()),
        });
        var conversation = new GlmConversation();
        using var cancellation = new CancellationTokenSource();
        var outcome = await OutcomeAsync(agent, conversation, seed, cancellation).WaitAsync(Patience.Limit);
        _outcomes.AddOrUpdate(outcome, 1, static (_, times) => times + 1);
        await judge.AssertAcceptsAsync(conversation);
    }

    private static async Task<string> OutcomeAsync(GlmAgent agent, GlmConversation conversation, int seed, CancellationTokenSource cancellation)
    {
        var prompt = seed.ToString(CultureInfo.InvariantCulture);
        try
        {
            if (seed % 2 == 0)
            {
                return (await agent.RunAsync(prompt, conversation)).StopReason.ToString();
            }

            // Some listeners cancel, some walk away, most stay to the end.
            var patience = seed % 7 == 1 ? seed % 11 : int.MaxValue;
            await foreach (var e in agent.StreamAsync(prompt, conversation, cancellation.Token))
            {
                if (e is GlmRunStopped stopped)
                {
                    return stopped.Run.StopReason.ToString();
                }

                if (patience-- == 0)
                {
                    if (seed % 5 == 0)
                    {
                        break;
                    }

                    await cancellation.CancelAsync();
                }
            }

            return "left";
        }
        catch (GlmException failure)
        {
            return failure is GlmApiException { Code: { } code } ? $"{failure.GetType().Name} {code}" : failure.GetType().Name;
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
    }
}
