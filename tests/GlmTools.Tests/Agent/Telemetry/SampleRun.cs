using System.Net;
using System.Text;

namespace GlmTools.Tests.Agent.Telemetry;

/// <summary>Reports runs as the loop does. What anybody says in them holds the same words, to look for.</summary>
internal static class SampleRun
{
    public const string Secret = "s3cr3t-words";

    public static GlmUsage Usage { get; } = new() { PromptTokens = 100, CompletionTokens = 20, CachedTokens = 60, ReasoningTokens = 5 };

    public static GlmToolCall Call { get; } = new("call_1", "return_book", $$"""{"query":"{{Secret}}"}""");

    public static GlmTool Tool { get; } = new Tools.Library().Tools.Find("return_book")!;

    /// <summary>A request of 2.5 s, a call of 0.25 s, and the end.</summary>
    public static void Succeed(AgentTelemetry telemetry, ManualTimeProvider time)
    {
        using var run = telemetry.StartRun("run_1", "conversation_1");
        using (var chat = run.StartChat(1, new() { Temperature = 0.5, MaxTokens = 500 }))
        {
            chat.SetInput(
                [
                    GlmChatMessage.User($"{Secret} 城市"),
                    GlmChatMessage.Assistant(null, [new("c1", "a", """{"x": 1}"""), new("c2", "b", "{no json")]),
                    GlmChatMessage.Tool("c1", Secret),
                ],
                $"{Secret} instructions",
                """[{"type":"function"}]"""u8);
            time.Advance(TimeSpan.FromSeconds(2.5));
            chat.SetOutput(GlmChatMessage.Assistant($"{Secret}!", [Call], $"{Secret}?"), GlmFinishReason.ToolCalls);
            chat.Stop("answer_1", "glm-5.3-0818", GlmFinishReason.ToolCalls, Usage);
        }

        using (var tool = run.StartTool(Call, Tool))
        {
            time.Advance(TimeSpan.FromSeconds(0.25));
            tool.Stop(new GlmToolResult(Encoding.UTF8.GetBytes($"found {Secret}")));
        }

        run.Stop(GlmStopReason.Answered, 1, Usage);
    }

    /// <summary>A request that is refused, a call whose method throws, and a run that fails.</summary>
    public static void Fail(AgentTelemetry telemetry)
    {
        using var run = telemetry.StartRun("run_1", "conversation_1");
        using (var chat = run.StartChat(1, new()))
        {
            chat.Restart(Refused());
        }

        using (var tool = run.StartTool(Call, Tool))
        {
            tool.Stop(GlmToolResult.Failed("Error: it failed", new InvalidOperationException($"no {Secret}")));
        }

        run.Fail(new GlmException($"no {Secret}"));
    }

    private static GlmApiException Refused() => GlmApiException.For(
        HttpStatusCode.TooManyRequests,
        Encoding.UTF8.GetBytes($$$"""{"error":{"code":"1302","message":"no {{{Secret}}}"}}"""),
        null,
        GlmCredential.Create("id.secret", GlmAuthentication.ApiKey, TimeProvider.System));
}
