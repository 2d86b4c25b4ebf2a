using System.Text;
using GlmTools;
using static LocalServer.Checks;

namespace LocalServer;

/// <summary>Calls of tools: whole and streamed, forced and free.</summary>
internal sealed class ToolChecks(Server server)
{
    private const int Seeds = 10;

    /// <summary>Tools whose grammar holds in every template: numbers and truth are JSON, and a text may be any.</summary>
    public static GlmToolSet Tools { get; } = Keywords.Tools.Where(static tool => tool.Name is "items" or "large" or "optional");

    public async Task RunAsync(Checks checks)
    {
        using var glm = server.ConnectOnce();
        await checks.RunAsync("calls, whole and streamed, are the same for the same seed", () => SameAsync(glm));
        await checks.RunAsync("a model may call, or not", () => FreeAsync(glm));
        await checks.RunAsync("arguments of former calls are taken as text and as objects", HistoryAsync);
    }

    private static async Task<string> SameAsync(GlmClient glm)
    {
        var (calls, refused) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var request = Server.Ask(seed, Tools) with { AdditionalProperties = Server.MustCall };
            if (await TriedAsync(() => Answer.WholeAsync(glm, request)) is not { } whole || await TriedAsync(() => Answer.StreamedAsync(glm, request)) is not { } streamed)
            {
                refused++;
                continue;
            }

            Require(
                whole.WholeCalls.Select(static call => (call.Name, call.Arguments)).SequenceEqual(streamed.WholeCalls.Select(static call => (call.Name, call.Arguments))),
                $"seed {seed}: {string.Join(", ", whole.WholeCalls)} is not {string.Join(", ", streamed.WholeCalls)}");
            Require(streamed.Calls.Select(static call => call.Id).Distinct().Count() == streamed.Calls.Count, $"seed {seed}: an id comes twice");
            calls += Bound(whole.WholeCalls);
        }

        Require(calls > 0, "no call came");
        return $"{calls} calls bound{Refusals(refused)}";
    }

    private static async Task<string> FreeAsync(GlmClient glm)
    {
        var (texts, calls, refused) = (0, 0, 0);
        for (var seed = 0; seed < 3 * Seeds; seed++)
        {
            if (await TriedAsync(() => Answer.WholeAsync(glm, Server.Ask(seed, Tools))) is not { } answer)
            {
                refused++;
                continue;
            }

            texts += answer.Calls.Count == 0 ? 1 : 0;
            calls += Bound(answer.WholeCalls);
        }

        Require(texts > 0 && calls > 0, $"{texts} answers and {calls} calls");
        return $"{texts} answers without a call, {calls} calls bound{Refusals(refused)}";
    }

    private async Task<string> HistoryAsync()
    {
        GlmChatMessage[] messages =
        [
            GlmChatMessage.User("Order an apple."),
            GlmChatMessage.Assistant(null, [new("call_1", "optional", """{"text":"\"苹果\"","line":{"sku":"AB-1","quantity":2}}""")], "想"),
            GlmChatMessage.Tool("call_1", "ok"),
        ];
        var tokens = new List<long?>();
        foreach (var asObjects in new[] { false, true })
        {
            using var glm = server.ConnectOnce(argumentsAsObjects: asObjects);
            tokens.Add((await Answer.WholeAsync(glm, Server.Ask(0, Tools) with { Messages = messages, MaxTokens = 1 })).Usage?.PromptTokens);
        }

        Require(tokens[0] > 0 && tokens[0] == tokens[1], $"the prompts differ: {tokens[0]} and {tokens[1]} tokens");
        return $"both make a prompt of {tokens[0]} tokens";
    }

    private static int Bound(IReadOnlyList<GlmToolCall> calls)
    {
        foreach (var call in calls)
        {
            var tool = Tools.Find(call.Name);
            Require(tool is not null, $"{call.Name} is none of the tools");
            var bound = tool!.Validate(Encoding.UTF8.GetBytes(call.Arguments));
            Require(bound.Error is null, $"{call.Arguments}: {bound.Error}");
        }

        return calls.Count;
    }

    /// <summary>The answer, or <see langword="null"/> where the server could not read what its own model wrote.</summary>
    private static async Task<Answer?> TriedAsync(Func<Task<Answer>> ask)
    {
        try
        {
            return await ask();
        }
        catch (GlmException failure) when (SchemaChecks.IsUnreadable(failure))
        {
            return null;
        }
    }

    private static string Refusals(int refused) => refused == 0 ? "" : $"; {refused} answers the server itself could not read";
}
