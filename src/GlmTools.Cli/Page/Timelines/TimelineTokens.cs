using System.Text.Json;

namespace GlmTools.Cli.Page.Timelines;

/// <summary>Tokens, as the service counted them.</summary>
internal sealed record TimelineTokens(long Prompt = 0, long Completion = 0, long Cached = 0, long Reasoning = 0)
{
    public static TimelineTokens Of(GlmUsage usage) => new(usage.PromptTokens, usage.CompletionTokens, usage.CachedTokens, usage.ReasoningTokens);

    /// <summary>Reads the <c>usage</c> of an answer (protocol sheet 4.1).</summary>
    public static TimelineTokens Of(JsonElement usage) => new(
        Number(usage, "prompt_tokens"),
        Number(usage, "completion_tokens"),
        usage.TryGetProperty("prompt_tokens_details", out var prompt) ? Number(prompt, "cached_tokens") : 0,
        usage.TryGetProperty("completion_tokens_details", out var completion) ? Number(completion, "reasoning_tokens") : 0);

    public static TimelineTokens operator +(TimelineTokens left, TimelineTokens right)
        => new(left.Prompt + right.Prompt, left.Completion + right.Completion, left.Cached + right.Cached, left.Reasoning + right.Reasoning);

    private static long Number(JsonElement json, string name)
        => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : 0;
}
