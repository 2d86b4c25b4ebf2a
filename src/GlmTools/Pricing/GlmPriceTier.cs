namespace GlmTools;

/// <summary>What tokens cost for requests up to a size, per million of them.</summary>
/// <param name="Input">What a million tokens of the prompt cost.</param>
/// <param name="Output">What a million tokens of the answer cost, those of its reasoning included (protocol sheet 4.3).</param>
public sealed record GlmPriceTier(decimal Input, decimal Output)
{
    /// <summary>The tier is for prompts of fewer tokens; <see langword="null"/> (the default) for any.</summary>
    public long? PromptBelow { get; init; }

    /// <summary>The tier is for answers of fewer tokens; <see langword="null"/> (the default) for any.</summary>
    public long? CompletionBelow { get; init; }

    /// <summary>
    /// What a million tokens of the prompt cost that came from the service's cache; <see langword="null"/> (the default) where
    /// it is not known or there is no such price, and they count as any other.
    /// </summary>
    public decimal? CachedInput { get; init; }

    internal bool Takes(GlmUsage usage)
        => !(usage.PromptTokens >= PromptBelow) && !(usage.CompletionTokens >= CompletionBelow);

    internal decimal Cost(GlmUsage usage)
    {
        // Some hosts say -1 for what they do not know.
        var prompt = Math.Max(usage.PromptTokens, 0);
        var cached = Math.Clamp(usage.CachedTokens, 0, prompt);
        var sum = ((prompt - cached) * Input) + (cached * (CachedInput ?? Input)) + (Math.Max(usage.CompletionTokens, 0) * Output);
        return sum / 1_000_000;
    }
}
