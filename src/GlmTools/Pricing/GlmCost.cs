using System.Globalization;

namespace GlmTools;

/// <summary>An amount of money. The default value is no money in no currency, and can be added to any.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Currency">The currency's code, such as <c>CNY</c>.</param>
public readonly record struct GlmCost(decimal Amount, string Currency)
{
    /// <summary>Adds two amounts.</summary>
    /// <exception cref="InvalidOperationException">Their currencies differ.</exception>
    public static GlmCost operator +(GlmCost left, GlmCost right)
    {
        if (left == default)
        {
            return right;
        }

        if (right == default)
        {
            return left;
        }

        return left.Currency == right.Currency
            ? left with { Amount = left.Amount + right.Amount }
            : throw new InvalidOperationException($"{left} and {right} cannot be added: they are of different currencies. Use one price table for what is added up.");
    }

    /// <summary>The amount and its currency, such as <c>0.0123 CNY</c>.</summary>
    public override string ToString()
        => Currency is null ? "0" : string.Create(CultureInfo.InvariantCulture, $"{Amount:0.############} {Currency}");
}
