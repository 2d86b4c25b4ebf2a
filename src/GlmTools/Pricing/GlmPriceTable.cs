using System.Diagnostics.CodeAnalysis;

namespace GlmTools;

/// <summary>
/// What models cost, per token and in one currency. A model whose price is not known has none: it is never taken for free.
/// </summary>
/// <remarks>
/// The built-in tables are the list prices of protocol sheet 11 and carry its date; where that gives no certain figure, there is
/// none. Its 32K are 32,000 tokens, and the border of every price by length. The tables know nothing of discounts, batches or free quotas. The Coding Plan is a subscription without a price per token, so
/// what they say of its requests is only what these would have cost otherwise.
/// </remarks>
public sealed class GlmPriceTable
{
    private readonly Dictionary<string, GlmPrice> _prices;

    /// <summary>Creates a table without a price, for <see cref="With"/>.</summary>
    /// <param name="currency">The currency's code, such as <c>EUR</c>.</param>
    /// <param name="date">The day the prices are of; <see langword="null"/> (the default) where it is not known.</param>
    /// <exception cref="ArgumentException">There is no currency.</exception>
    public GlmPriceTable(string currency, DateOnly? date = null)
        : this(currency, date, new(StringComparer.OrdinalIgnoreCase))
    {
    }

    internal GlmPriceTable(string currency, DateOnly? date, Dictionary<string, GlmPrice> prices)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        (Currency, Date, _prices) = (currency, date, prices);
    }

    /// <summary>The prices of open.bigmodel.cn, in CNY.</summary>
    [field: MaybeNull]
    public static GlmPriceTable Mainland => field ??= PriceTableReader.ReadBuiltIn("prices.cny.json");

    /// <summary>The prices of z.ai, in USD.</summary>
    [field: MaybeNull]
    public static GlmPriceTable International => field ??= PriceTableReader.ReadBuiltIn("prices.usd.json");

    /// <summary>The currency's code.</summary>
    public string Currency { get; }

    /// <summary>The day the prices are of; <see langword="null"/> where it is not known.</summary>
    public DateOnly? Date { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="json">
    /// An object of <c>currency</c>, <c>date</c> (optional) and <c>models</c>, which has an array of tiers for each model: objects of
    /// <c>input</c>, <c>cachedInput</c> (optional), <c>output</c>, <c>promptBelow</c> and <c>completionBelow</c> (both optional).
    /// </param>
    /// <exception cref="GlmException">It is none; the message names the place.</exception>
    public static GlmPriceTable Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return PriceTableReader.Read(json);
    }

    /// <summary>The price of a model; <see langword="null"/> where it is not known.</summary>
    /// <param name="model">The model's full id; upper and lower case are the same. Nothing is concluded from ids that are alike, those with a date at the end among them.</param>
    public GlmPrice? Find(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return _prices.GetValueOrDefault(model);
    }

    /// <summary>The same table with another price for a model, or with one more model.</summary>
    /// <param name="model">The model's id.</param>
    /// <param name="price">Its price, in the currency of the table.</param>
    /// <exception cref="ArgumentException">There is no model.</exception>
    public GlmPriceTable With(string model, GlmPrice price)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentNullException.ThrowIfNull(price);
        return new(Currency, Date, new(_prices, StringComparer.OrdinalIgnoreCase) { [model] = price });
    }

    /// <summary>What a request costs; <see langword="null"/> where the price of the model is not known, and an amount of 0 where the model is free.</summary>
    /// <param name="model">The model's id.</param>
    /// <param name="usage">What one request used. A sum of several would be taken for a long one, and may meet a dearer tier.</param>
    public GlmCost? Cost(string model, GlmUsage usage)
        => Find(model) is { } price ? new GlmCost(price.Cost(usage), Currency) : null;
}
