using System.ComponentModel;
using GlmTools.Benchmarks.Shapes;

namespace GlmTools.Benchmarks.Startup;

/// <summary>Ten tools, because a program rarely has four: each shape again and again under new names.</summary>
internal static class TenTools
{
    [GlmTool("GetStatus0")]
    [Description("Get the service status 0")]
    public static Status GetStatus0() => SampleTools.GetStatus();

    [GlmTool("GetWeather1")]
    [Description("Get the current weather in a city 1")]
    public static Weather GetWeather1([Description("City name, e.g. Beijing")] string city, [Description("Temperature unit")] Unit unit) => SampleTools.GetWeather(city, unit);

    [GlmTool("PlaceOrder2")]
    [Description("Place an order for a customer 2")]
    public static Receipt PlaceOrder2([Description("The order to place")] Order order) => SampleTools.PlaceOrder(order);

    [GlmTool("Search3")]
    [Description("Search the product catalogue 3")]
    public static SearchResult Search3(
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
        => SampleTools.Search(query, page, pageSize, exact, minScore, afterId, sort, boost, descending, lang, year, maxPrice);

    [GlmTool("GetStatus4")]
    [Description("Get the service status 4")]
    public static Status GetStatus4() => SampleTools.GetStatus();

    [GlmTool("GetWeather5")]
    [Description("Get the current weather in a city 5")]
    public static Weather GetWeather5([Description("City name, e.g. Beijing")] string city, [Description("Temperature unit")] Unit unit) => SampleTools.GetWeather(city, unit);

    [GlmTool("PlaceOrder6")]
    [Description("Place an order for a customer 6")]
    public static Receipt PlaceOrder6([Description("The order to place")] Order order) => SampleTools.PlaceOrder(order);

    [GlmTool("Search7")]
    [Description("Search the product catalogue 7")]
    public static SearchResult Search7(
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
        => SampleTools.Search(query, page, pageSize, exact, minScore, afterId, sort, boost, descending, lang, year, maxPrice);

    [GlmTool("GetStatus8")]
    [Description("Get the service status 8")]
    public static Status GetStatus8() => SampleTools.GetStatus();

    [GlmTool("GetWeather9")]
    [Description("Get the current weather in a city 9")]
    public static Weather GetWeather9([Description("City name, e.g. Beijing")] string city, [Description("Temperature unit")] Unit unit) => SampleTools.GetWeather(city, unit);
}
