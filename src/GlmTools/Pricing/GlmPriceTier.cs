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
        var cached = Math.Clamp(usage.CachedTokens, 0, usage.PromptTokens);
        var sum = ((usage.PromptTokens - cached) * Input) + (cached * (CachedInput ?? Input)) + (usage.CompletionTokens * Output);
        return sum / 1_000_000;
    }
}
