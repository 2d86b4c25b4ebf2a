using GlmTools;

namespace WeatherAgent;

/// <summary>Asks the agent and prints what happens as it happens.</summary>
internal sealed class Dialogue(GlmAgent agent, bool stream)
{
    public async Task AskAsync(string question, CancellationToken cancellationToken)
    {
        Console.WriteLine($"\nyou> {question}");
        var run = stream
            ? await StreamAsync(question, cancellationToken)
            : await WaitAsync(question, cancellationToken);
        Console.WriteLine($"     ({run.StopReason}; {run.Turns.Count} turns, {run.ToolCalls.Count} tool calls, "
            + $"{run.Usage.PromptTokens} + {run.Usage.CompletionTokens} tokens)");
    }

    private async Task<GlmRun> StreamAsync(string question, CancellationToken cancellationToken)
    {
        GlmRun? run = null;
        var speaking = false;
        await foreach (var e in agent.StreamAsync(question, cancellationToken: cancellationToken))
        {
            switch (e)
            {
                case GlmToolCallStarted started:
                    Console.WriteLine($"     -> {started.Call.Name} {started.Call.Arguments}");
                    break;
                case GlmToolCallFinished finished:
                    Console.WriteLine($"     <- {finished.Call.Name} {finished.Result.Text}");
                    break;
                case GlmTextDelta delta:
                    Console.Write(speaking ? delta.Text : $"glm> {delta.Text}");
                    speaking = true;
                    break;
                case GlmRunStopped stopped:
                    Console.WriteLine();
                    run = stopped.Run;
                    break;
            }
        }

        return run!;
    }

    private async Task<GlmRun> WaitAsync(string question, CancellationToken cancellationToken)
    {
        var run = await agent.RunAsync(question, cancellationToken: cancellationToken);
        foreach (var call in run.ToolCalls)
        {
            Console.WriteLine($"     -> {call.Call.Name} {call.Call.Arguments}\n     <- {call.Call.Name} {call.Result.Text}");
        }

        Console.WriteLine($"glm> {run.Text}");
        return run;
    }
}
