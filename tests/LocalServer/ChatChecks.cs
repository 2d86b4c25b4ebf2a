using System.Text.Json;
using GlmTools;
using static LocalServer.Checks;

namespace LocalServer;

/// <summary>Answers without tools, whole and streamed, and what is refused.</summary>
internal sealed class ChatChecks(Server server)
{
    private const int Seeds = 10;

    public async Task RunAsync(Checks checks)
    {
        using var glm = server.ConnectOnce();
        await checks.RunAsync("chat, whole and streamed, is the same for the same seed", () => SameAsync(glm));
        await checks.RunAsync("an answer that is too long says so", () => LengthAsync(glm));
        await checks.RunAsync("thinking can be turned off", () => ThinkingAsync(glm));
        await checks.RunAsync("an answer can be JSON", () => JsonAsync(glm));
        await checks.RunAsync("a stream can be left", LeaveAsync);
        await checks.RunAsync("a wrong key is refused", WrongKeyAsync);
        await checks.RunAsync("a full context is known", () => FullContextAsync(glm));
    }

    private static async Task<string> SameAsync(GlmClient glm)
    {
        var characters = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var whole = await Answer.WholeAsync(glm, Server.Ask(seed));
            var streamed = await Answer.StreamedAsync(glm, Server.Ask(seed));
            Require(whole.Text == streamed.Text && whole.Reasoning == streamed.Reasoning, $"seed {seed}: '{whole.Text}' is not '{streamed.Text}'");
            Require(whole.FinishReason == streamed.FinishReason && whole.FinishReason is not null, $"seed {seed}: {whole.FinishReason} is not {streamed.FinishReason}");
            Require(whole.Usage is { PromptTokens: > 0, CompletionTokens: > 0 } && whole.Usage.Value.TotalTokens == streamed.Usage?.TotalTokens, $"seed {seed}: usage {whole.Usage} is not {streamed.Usage}");
            characters += whole.Text.Length + whole.Reasoning.Length;
        }

        return $"{Seeds} answers of {characters} characters";
    }

    private static async Task<string> LengthAsync(GlmClient glm)
    {
        var answer = await Answer.WholeAsync(glm, Server.Ask(1, ToolChecks.Tools) with { MaxTokens = 2, AdditionalProperties = Server.MustCall });
        Require(answer is { FinishReason: var reason, WholeCalls.Count: 0 } && reason == GlmFinishReason.Length, $"{answer}");
        return $"{answer.FinishReason}";
    }

    private static async Task<string> ThinkingAsync(GlmClient glm)
    {
        var (thought, kept) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            thought += (await Answer.WholeAsync(glm, Server.Ask(seed))).Reasoning.Length;
            kept += (await Answer.WholeAsync(glm, Server.Ask(seed) with { Thinking = GlmThinking.Disabled })).Reasoning.Length;
        }

        Require(kept == 0, $"{kept} characters of reasoning");
        return thought > 0 ? $"{thought} characters of reasoning, and none" : "the model of this template does not think";
    }

    private static async Task<string> JsonAsync(GlmClient glm)
    {
        var read = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var answer = await Answer.WholeAsync(glm, Server.Ask(seed) with { ResponseFormat = GlmResponseFormat.JsonObject });
            if (answer.FinishReason == GlmFinishReason.Stop)
            {
                using var json = JsonDocument.Parse(answer.Text);
                Require(json.RootElement.ValueKind == JsonValueKind.Object, answer.Text);
                read++;
            }
        }

        Require(read > 0, "no answer came to its end");
        return $"{read} objects";
    }

    private async Task<string> LeaveAsync()
    {
        using var glm = server.Connect();
        for (var i = 0; i < Seeds; i++)
        {
            await foreach (var chunk in glm.Chat.StreamAsync(Server.Ask(i)))
            {
                break;
            }
        }

        var answer = await Answer.WholeAsync(glm, Server.Ask(0));
        return $"{Seeds} streams were left, and the next answer came: {answer.FinishReason}";
    }

    private async Task<string> WrongKeyAsync()
    {
        using var glm = server.ConnectOnce("wrong-key-0123456789");
        var whole = await RefusedAsync(() => Answer.WholeAsync(glm, Server.Ask(0)));
        var streamed = await RefusedAsync(() => Answer.StreamedAsync(glm, Server.Ask(0)));
        Require(whole.Category == GlmErrorCategory.Authentication && streamed.Category == GlmErrorCategory.Authentication, whole.Message);
        Require(!whole.ToString().Contains("wrong-key", StringComparison.Ordinal), "the message shows the key");
        return whole.Message;
    }

    private static async Task<string> FullContextAsync(GlmClient glm)
    {
        var refusal = await RefusedAsync(() => Answer.WholeAsync(glm, Server.Ask(0) with { Messages = [GlmChatMessage.User(string.Concat(Enumerable.Repeat("word ", 9000)))] }));
        Require(refusal.Category == GlmErrorCategory.ContextWindow, refusal.Message);
        return refusal.Message;
    }

    private static async Task<GlmApiException> RefusedAsync(Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (GlmApiException refusal)
        {
            return refusal;
        }

        throw new CheckException("it was not refused");
    }
}
