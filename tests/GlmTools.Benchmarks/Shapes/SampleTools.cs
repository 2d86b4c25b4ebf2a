using System.ComponentModel;

namespace GlmTools.Benchmarks.Shapes;

/// <summary>The four methods every contender calls: T0 to T3. Names and descriptions are the same for all, so that definitions compare.</summary>
internal static class SampleTools
{
    private static readonly string[] Ids = ["a1", "b2", "c3"];

    private static readonly DateTimeOffset Eta = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [GlmTool("GetStatus")]
    [Description("Get the service status")]
    public static Status GetStatus() => new(true, "1.2.3", 86400);

    [GlmTool("GetWeather")]
    [Description("Get the current weather in a city")]
    public static Weather GetWeather([Description("City name, e.g. Beijing")] string city, [Description("Temperature unit")] Unit unit)
        => new(city, 21.5, unit, "sunny");

    [GlmTool("PlaceOrder")]
    [Description("Place an order for a customer")]
    public static Receipt PlaceOrder([Description("The order to place")] Order order)
    {
        var total = 0m;
        foreach (var line in order.Lines)
        {
            total += line.UnitPrice * line.Quantity;
        }

        return new(order.Id, total - (order.Discount ?? 0), order.Lines.Count, Eta);
    }

    [GlmTool("Search")]
    [Description("Search the product catalogue")]
    public static SearchResult Search(
        [Description("Free text query")] string query,
        [Description("Page number")] int page = 1,
        [Description("Results per page")] int pageSize = 20,
        [Description("Match exactly")] bool exact = false,
        [Description("Minimum score")] double minScore = 0.5,
        [Description("Only ids after this one")] long afterId = 0,
        [Description("Sort key")] string sort = "relevance",
        [Description("Boost factor")] float boost = 1f,
        [Description("Sort descending")] bool descending = true,
        [Description("Language code")] string? lang = null,
        [Description("Year filter")] int? year = null,
        [Description("Maximum price")] decimal maxPrice = 1000m)
        => new(query.Length + page + pageSize + (int)afterId + (exact ? 1 : 0) + (descending ? 1 : 0) + (year ?? 0) + (lang is null ? 0 : 1) + sort.Length, Ids);
}
