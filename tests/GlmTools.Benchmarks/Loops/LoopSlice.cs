using System.Text;
using GlmTools.Benchmarks.Checking;
using GlmTools.Benchmarks.Definitions;
using GlmTools.Benchmarks.Dispatching;
using GlmTools.Benchmarks.Measuring;
using GlmTools.Benchmarks.Requests;
using GlmTools.Benchmarks.Shapes;
using OpenAI.Chat;

namespace GlmTools.Benchmarks.Loops;

/// <summary>Whole runs over HttpClient against a service in memory: requests, answers, calls, history.</summary>
internal sealed class LoopSlice : ISlice
{
    private const int Rounds = 10;

    private const int Tool = 1;

    private static readonly string ToolName = SampleArguments.Names[Tool];

    public string Name => "loop";

    public Task RunAsync(Pace pace, Report report, CancellationToken cancellationToken)
    {
        Confirm();
        foreach (var calls in (int[])[1, 8])
        {
            report.Add(PairedRun.Of($"Loop of {Rounds} rounds with {calls} call{(calls == 1 ? "" : "s")} each, per round", pace, Rounds, [ByHand(Rounds, calls), Own(Rounds, calls), OpenAi(Rounds, calls)]));
        }

        foreach (var rounds in (int[])[1, 10, 100, 1000])
        {
            report.Add(PairedRun.Of($"Loop of {rounds} round{(rounds == 1 ? "" : "s")} with a call each, per round", pace, rounds, [ByHand(rounds, 1), Own(rounds, 1)]));
        }

        return Task.CompletedTask;
    }

    public IEnumerable<ExactFigure> ExactFigures() =>
    [
        new("loop with 1 call, bytes per round", static () => PerRound(Rounds, 1)),
        new("loop with 8 calls, bytes per round", static () => PerRound(Rounds, 8)),
        new("loop of 1,000 rounds, bytes per round", static () => PerRound(1000, 1)),
    ];

    private static double PerRound(int rounds, int calls) => Allocation.Of(Own(rounds, calls)) / rounds;

    private static Case ByHand(int rounds, int calls)
    {
        var loop = new HandLoop(new LoopHandler(rounds, calls), Definitions());
        return Case.OfAsync("by hand (limit)", loop.RunAsync) with { CrossesThreads = false };
    }

    private static Case Own(int rounds, int calls)
    {
        var client = OwnClient.Create(new LoopHandler(rounds, calls));
        return Case.OfAsync("GlmTools", () => RunAsync(client, rounds));
    }

    // The guard would see that the model goes round in circles, which it is here to do.
    private static async Task<int> RunAsync(GlmClient client, int rounds)
    {
        var tools = SampleTools.Tools.Where(static tool => tool.Name == ToolName);
        var run = await new GlmAgent(client, SampleHistory.Model, tools, new() { LoopGuard = null, MaxTurns = rounds + 2 }).RunAsync("hi");
        return run.Turns.Count - 1;
    }

    private static Case OpenAi(int rounds, int calls)
    {
        var client = OpenAiSdk.CreateClient(new LoopHandler(rounds, calls));
        var options = new ChatCompletionOptions { Tools = { OpenAiSdk.Tool(Tool, ToolName) } };
        return Case.OfAsync("OpenAI SDK with a loop and dispatch by hand", () => RunAsync(client, options));
    }

    private static async Task<int> RunAsync(ChatClient client, ChatCompletionOptions options)
    {
        List<ChatMessage> messages = [new UserChatMessage("hi")];
        for (var round = 0; ; round++)
        {
            ChatCompletion completion = await client.CompleteChatAsync(messages, options);
            if (completion.FinishReason != ChatFinishReason.ToolCalls)
            {
                return round;
            }

            messages.Add(new AssistantChatMessage(completion));
            messages.AddRange(completion.ToolCalls.Select(static call => new ToolChatMessage(call.Id, HandDispatch.Call(Tool, call.FunctionArguments.ToString()))));
        }
    }

    // Nobody gains by a shorter history.
    private static void Confirm()
    {
        var (byHand, own) = (new LoopHandler(Rounds, 1), new LoopHandler(Rounds, 1));
        using var loop = new HandLoop(byHand, Definitions());
        using var client = OwnClient.Create(own);
        var rounds = (loop.RunAsync().GetAwaiter().GetResult(), RunAsync(client, Rounds).GetAwaiter().GetResult());
        if (rounds != (Rounds, Rounds) || own.LastLength < byHand.LastLength)
        {
            throw new InvalidOperationException($"By hand and by GlmTools it takes {rounds} rounds and {(byHand.LastLength, own.LastLength)} bytes.");
        }
    }

    private static byte[] Definitions() => Encoding.UTF8.GetBytes($"[{HandDefinitions.Definition(Tool)}]");
}
