namespace GlmTools.Tests.Pricing;

public sealed class GlmPriceTableTests
{
    public static TheoryData<string, long, long, string> FiguresByHand => new()
    {
        // 0.01 * 8 + 0.002 * 28
        { "glm-5.3", 10_000, 2_000, "0.136" },

        // 0.031999 * 6 + 0.001 * 24; 0.032 * 8 + 0.001 * 28
        { "glm-5.1", 31_999, 1_000, "0.215994" },
        { "glm-5.1", 32_000, 1_000, "0.284" },

        // 0.031999 * 2 + 0.000199 * 8; 0.031999 * 3 + 0.0002 * 14; 0.032 * 4 + 0.000199 * 16
        { "glm-4.7", 31_999, 199, "0.06559" },
        { "glm-4.7", 31_999, 200, "0.098797" },
        { "glm-4.7", 32_000, 199, "0.131184" },
        { "GLM-4-Plus", 1_000_000, 1_000_000, "10" },
        { "glm-4-flash", 1_000_000, 1_000_000, "0" },
        { "embedding-3", 1_000, 0, "0.0005" },
    };

    [Theory]
    [MemberData(nameof(FiguresByHand))]
    public void A_request_costs_what_a_calculation_by_hand_says(string model, long prompt, long completion, string amount)
        => Assert.Equal(
            new GlmCost(decimal.Parse(amount), "CNY"),
            GlmPriceTable.Mainland.Cost(model, new() { PromptTokens = prompt, CompletionTokens = completion }));

    [Fact]
    public void Cached_tokens_have_a_price_of_their_own()
    {
        var usage = new GlmUsage { PromptTokens = 10_000, CachedTokens = 6_000, CompletionTokens = 1_000 };

        Assert.Equal(new GlmCost(0.004m * 8 + 0.006m * 2 + 0.001m * 28, "CNY"), GlmPriceTable.Mainland.Cost("glm-5.3", usage));
        Assert.Equal(new GlmCost(0.004m * 1.4m + 0.006m * 0.26m + 0.001m * 4.4m, "USD"), GlmPriceTable.International.Cost("glm-5.3", usage));
    }

    [Fact]
    public void Cached_tokens_without_a_price_count_as_others()
        => Assert.Equal(
            new GlmCost(0.01m * 0.15m + 0.001m * 0.5m, "USD"),
            GlmPriceTable.International.Cost("glm-5.3-flash", new() { PromptTokens = 10_000, CachedTokens = 6_000, CompletionTokens = 1_000 }));

    [Fact]
    public void More_cached_tokens_than_tokens_are_not_paid_back()
        => Assert.Equal(
            new GlmCost(0.01m * 2, "CNY"),
            GlmPriceTable.Mainland.Cost("glm-5.3", new() { PromptTokens = 10_000, CachedTokens = 90_000 }));

    [Fact]
    public void Tokens_that_nobody_counted_cost_nothing()
        => Assert.Equal(0, new GlmPrice(1, 1).Cost(new() { PromptTokens = -1, CompletionTokens = -1, TotalTokens = -1 }));

    [Fact]
    public void Reasoning_is_part_of_the_answer_and_paid_once()
        => Assert.Equal(
            new GlmCost(28, "CNY"),
            GlmPriceTable.Mainland.Cost("glm-5.3", new() { CompletionTokens = 1_000_000, ReasoningTokens = 900_000 }));

    [Theory]
    [InlineData("glm-9")]
    [InlineData("glm-5.3-20261006")]
    [InlineData("glm-4.6")]
    [InlineData("")]
    public void A_model_without_a_price_costs_an_unknown_amount_not_zero(string model)
    {
        Assert.Null(GlmPriceTable.Mainland.Find(model));
        Assert.Null(GlmPriceTable.Mainland.Cost(model, new() { PromptTokens = 1 }));
    }

    [Fact]
    public void The_tables_say_of_which_day_they_are()
    {
        Assert.Equal((new DateOnly(2026, 10, 6), "CNY"), (GlmPriceTable.Mainland.Date, GlmPriceTable.Mainland.Currency));
        Assert.Equal((new DateOnly(2026, 10, 6), "USD"), (GlmPriceTable.International.Date, GlmPriceTable.International.Currency));
    }

    [Fact]
    public void Each_place_has_its_own_prices()
    {
        Assert.Null(GlmPriceTable.International.Find("glm-4-flash"));
        Assert.Equal([new(0.6m, 2.2m) { CachedInput = 0.11m }], GlmPriceTable.International.Find("glm-4.6")!.Tiers);
    }

    [Fact]
    public void A_price_can_be_added_or_replaced_without_touching_the_table()
    {
        var own = GlmPriceTable.Mainland.With("my-model", new GlmPrice(1, 2)).With("glm-5.3", new GlmPrice(3, 4, 1));

        Assert.Equal(new GlmCost(5, "CNY"), own.Cost("My-Model", new() { PromptTokens = 1_000_000, CompletionTokens = 2_000_000 }));
        Assert.Equal(new GlmCost(1, "CNY"), own.Cost("glm-5.3", new() { PromptTokens = 1_000_000, CachedTokens = 1_000_000 }));
        Assert.Equal(new GlmCost(0, "CNY"), own.Cost("glm-4-flash", new() { PromptTokens = 1_000_000 }));
        Assert.Null(GlmPriceTable.Mainland.Find("my-model"));
        Assert.Equal(8, GlmPriceTable.Mainland.Find("glm-5.3")!.Tiers[0].Input);
        Assert.Equal(own.Date, GlmPriceTable.Mainland.Date);
    }

    [Fact]
    public void A_table_of_ones_own_is_read()
    {
        var table = GlmPriceTable.Parse("""
            { "currency": "EUR", "models": { "own": [ { "promptBelow": 10, "completionBelow": 5, "input": 1, "output": 2 }, { "input": 3.5, "cachedInput": 0, "output": 4 } ] } }
            """);

        Assert.Equal("EUR", table.Currency);
        Assert.Null(table.Date);
        Assert.Equal(
            [new GlmPriceTier(1, 2) { PromptBelow = 10, CompletionBelow = 5 }, new GlmPriceTier(3.5m, 4) { CachedInput = 0 }],
            table.Find("own")!.Tiers);
    }

    [Theory]
    [InlineData("{", "The price table cannot be read: Expected depth to be zero")]
    [InlineData("[]", "the table has to be an object.")]
    [InlineData("{}", "currency has to be a text such as \"CNY\".")]
    [InlineData("""{"currency":"EUR","currency":"CNY"}""", "currency")]
    [InlineData("""{"currency":"EUR","date":"6 Oct"}""", "date has to be a day such as \"2026-10-06\".")]
    [InlineData("""{"currency":"EUR","prices":{}}""", "the table has \"prices\", and may only have currency, date and models.")]
    [InlineData("""{"currency":"EUR","models":{"m":{"input":1,"output":2}}}""", "models[\"m\"] has to be an array of tiers.")]
    [InlineData("""{"currency":"EUR","models":{"m":[]}}""", "models[\"m\"]: The last tier of a price has to take requests of any size")]
    [InlineData("""{"currency":"EUR","models":{"m":[{"promptBelow":5,"input":1,"output":2}]}}""", "models[\"m\"]: The last tier of a price")]
    [InlineData("""{"currency":"EUR","models":{"m":[{"input":-1,"output":2}]}}""", "models[\"m\"]: A price cannot be less than 0.")]
    [InlineData("""{"currency":"EUR","models":{"m":[{"input":1}]}}""", "models[\"m\"][0] has no output.")]
    [InlineData("""{"currency":"EUR","models":{"m":[{"input":"1","output":2}]}}""", "models[\"m\"][0].input has to be a number")]
    [InlineData("""{"currency":"EUR","models":{"m":[{"input":1,"output":2,"promptbelow":3}]}}""", "models[\"m\"][0] has \"promptbelow\", and may only have")]
    [InlineData("""{"currency":"EUR","models":{"m":[{"input":1,"output":2,"promptBelow":3.5}]}}""", "models[\"m\"][0].promptBelow has to be a whole number")]
    public void What_is_no_table_is_refused_with_its_place(string json, string message)
        => Assert.Contains(message, Assert.Throws<GlmException>(() => GlmPriceTable.Parse(json)).Message, StringComparison.Ordinal);
}
