namespace GlmTools.Tests.Pricing;

public sealed class GlmCostTests
{
    [Fact]
    public void Amounts_of_one_currency_add_up()
        => Assert.Equal(new GlmCost(1.75m, "CNY"), new GlmCost(1.5m, "CNY") + new GlmCost(0.25m, "CNY"));

    [Fact]
    public void The_default_is_neutral()
    {
        var cost = new GlmCost(1.5m, "CNY");

        Assert.Equal(cost, cost + default(GlmCost));
        Assert.Equal(cost, default(GlmCost) + cost);
        Assert.Equal(default, default(GlmCost) + default(GlmCost));
    }

    [Fact]
    public void Two_currencies_are_not_added()
    {
        var refusal = Assert.Throws<InvalidOperationException>(static () => new GlmCost(0, "CNY") + new GlmCost(1.50m, "USD"));

        Assert.Equal("0 CNY and 1.5 USD cannot be added: they are of different currencies. Use one price table for what is added up.", refusal.Message);
    }

    [Theory]
    [InlineData("0.000000115", "0.000000115 CNY")]
    [InlineData("1234.50", "1234.5 CNY")]
    public void A_cost_shows_its_amount_and_currency(string amount, string text)
        => Assert.Equal(text, new GlmCost(decimal.Parse(amount), "CNY").ToString());

    [Fact]
    public void No_cost_is_shown_as_zero() => Assert.Equal("0", default(GlmCost).ToString());
}
