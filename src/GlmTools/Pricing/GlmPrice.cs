namespace GlmTools;

/// <summary>What a model costs. The service charges long requests more for some models, so a price has one or more tiers.</summary>
public sealed class GlmPrice
{
    /// <summary>Creates a price of tiers.</summary>
    /// <param name="tiers">The tiers, of which the first that takes a request is its price.</param>
    /// <exception cref="ArgumentException">There is no tier, one costs less than nothing, or the last one does not take any request.</exception>
    public GlmPrice(params IEnumerable<GlmPriceTier> tiers)
    {
        Tiers = [.. tiers];
        if (Tiers is not [.., { PromptBelow: null, CompletionBelow: null }])
        {
            throw new ArgumentException("The last tier of a price has to take requests of any size: leave its limits out.", nameof(tiers));
        }

        if (Tiers.Any(static tier => tier is { Input: < 0 } or { Output: < 0 } or { CachedInput: < 0 }))
        {
            throw new ArgumentException("A price cannot be less than 0.", nameof(tiers));
        }
    }

    /// <summary>Creates a price that is the same for requests of any size.</summary>
    /// <param name="input">What a million tokens of the prompt cost.</param>
    /// <param name="output">What a million tokens of the answer cost.</param>
    /// <param name="cachedInput">What a million tokens of the prompt cost that came from the service's cache; as much as others where it is left out.</param>
    /// <exception cref="ArgumentException">A figure is less than 0.</exception>
    public GlmPrice(decimal input, decimal output, decimal? cachedInput = null)
        : this(new GlmPriceTier(input, output) { CachedInput = cachedInput })
    {
    }

    /// <summary>The tiers, of which the first that takes a request is its price.</summary>
    public IReadOnlyList<GlmPriceTier> Tiers { get; }

    /// <summary>What a request costs.</summary>
    /// <param name="usage">What one request used. A sum of several would be taken for a long one, and may meet a dearer tier.</param>
    public decimal Cost(GlmUsage usage) => Tiers.First(tier => tier.Takes(usage)).Cost(usage);
}
