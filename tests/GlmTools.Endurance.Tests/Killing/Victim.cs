namespace GlmTools.Endurance.Tests.Killing;

/// <summary>The process that is killed: it begins the run, or goes on with it, until it is done.</summary>
internal static class Victim
{
    public const string ConversationId = "kill";

    /// <summary>Runs.</summary>
    /// <param name="address">The service.</param>
    /// <param name="apiKey">Its key.</param>
    /// <param name="folder">Where store and effects are.</param>
    /// <param name="streaming">Whether to stream.</param>
    public static async Task<int> RunAsync(string address, string apiKey, string folder, bool streaming)
    {
        await using var store = await GlmSqliteStore.OpenAsync(Path.Combine(folder, "conversations.db"));
        using var client = new GlmClient(apiKey, new() { BaseAddress = new Uri(address) });
        var agent = new GlmAgent(client, "glm-4-flash", new KillTools(Path.Combine(folder, "effects.txt")).Tools, new() { Store = store, MaxTurns = 100 });
        var conversation = await agent.OpenAsync(ConversationId);
        var isNew = conversation.Messages.Count == 0;
        Console.WriteLine("running");
        if (streaming)
        {
            await foreach (var e in isNew ? agent.StreamAsync("go", conversation) : agent.StreamResumeAsync(conversation))
            {
                if (e is GlmRunStopped stopped)
                {
                    Console.WriteLine(stopped.Run.StopReason);
                }
            }
        }
        else
        {
            var run = isNew ? await agent.RunAsync("go", conversation) : await agent.ResumeAsync(conversation);
            Console.WriteLine(run.StopReason);
        }

        return 0;
    }
}
