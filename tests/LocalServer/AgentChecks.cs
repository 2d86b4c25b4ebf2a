using GlmTools;
using Types;
using static LocalServer.Checks;

namespace LocalServer;

/// <summary>An agent with the tools of the sample: whatever the model says, the run ends, and what is kept of it can be sent again.</summary>
internal sealed class AgentChecks(Server server)
{
    private const int Runs = 5;

    private static readonly GlmStopReason[] Ends =
    [
        GlmStopReason.Answered, GlmStopReason.MaxTurns, GlmStopReason.Length, GlmStopReason.EmptyAnswer, GlmStopReason.RepeatedCall, GlmStopReason.RepeatedError,
    ];

    public async Task RunAsync(Checks checks)
    {
        await checks.RunAsync("an agent runs to an end", () => AllAsync(static (agent, conversation) => agent.RunAsync("Place an order.", conversation)));
        await checks.RunAsync("an agent that streams runs to an end", () => AllAsync(StreamAsync));
    }

    private async Task<string> AllAsync(Func<GlmAgent, GlmConversation, Task<GlmRun>> run)
    {
        using var glm = server.Connect();
        var (calls, failed) = (0, 0);
        var reasons = new List<GlmStopReason>();
        for (var seed = 0; seed < Runs; seed++)
        {
            var agent = new GlmAgent(glm, "any", new Shop().Tools, new()
            {
                MaxTurns = 4,
                // Not a seed: an answer the server could not read would be the same when asked for again.
                Settings = new() { MaxTokens = 400, AdditionalProperties = Server.MustCall },
                Services = new Clocks(),
                State = new User("li"),
                Approve = static (request, _) => ValueTask.FromResult(request.Approve()),
            });
            var conversation = new GlmConversation();
            var ended = await run(agent, conversation);
            Require(Ends.Contains(ended.StopReason), $"stopped by {ended.StopReason}");
            RequireAnswers(conversation);
            reasons.Add(ended.StopReason);
            calls += ended.ToolCalls.Count;
            failed += ended.ToolCalls.Count(static call => call.Result.IsError);

            // The history is taken again, with its calls and results.
            await glm.Chat.CompleteAsync(new() { Model = "any", Messages = [.. conversation.Messages, GlmChatMessage.User("And?")], MaxTokens = 1 });
        }

        Require(calls > 0, "no tool was called");
        return $"{Runs} runs, {calls} calls, of which {failed} were told what is wrong; {string.Join(", ", reasons.CountBy(static reason => reason).Select(static count => $"{count.Key} {count.Value}"))}";
    }

    private static async Task<GlmRun> StreamAsync(GlmAgent agent, GlmConversation conversation)
    {
        GlmRun? run = null;
        await foreach (var e in agent.StreamAsync("Place an order.", conversation))
        {
            run = (e as GlmRunStopped)?.Run ?? run;
        }

        return run ?? throw new CheckException("the run did not stop");
    }

    private static void RequireAnswers(GlmConversation conversation)
    {
        var asked = conversation.Messages.SelectMany(static message => message.ToolCalls).Select(static call => call.Id);
        var answered = conversation.Messages.Where(static message => message.Role == GlmChatRole.Tool).Select(static message => message.ToolCallId!);
        Require(asked.SequenceEqual(answered), "calls and their answers do not match");
    }
}
