namespace GlmTools.Benchmarks.Shapes;

/// <summary>What a model writes when it calls the sample tools.</summary>
internal static class SampleArguments
{
    public const string Status = "{}";

    public const string Weather = """{"city":"Beijing","unit":"Celsius"}""";

    public const string Order = """{"order":{"id":"ORD-2026-000123","customer":{"name":"Li Wei","email":"li.wei@example.com","phone":null},"lines":[{"sku":"SKU-001","quantity":2,"unitPrice":19.99,"note":"gift wrap"},{"sku":"SKU-002","quantity":1,"unitPrice":249.50,"note":null},{"sku":"SKU-003","quantity":12,"unitPrice":0.75}],"placedAt":"2026-01-02T03:04:05+08:00","discount":5.5,"tags":{"channel":"web","campaign":"spring"}}}""";

    public const string Search = """{"query":"wireless noise cancelling headphones","page":2,"pageSize":50,"exact":true,"minScore":0.75,"afterId":123456789,"sort":"price","year":2025}""";

    /// <summary>The names of the tools, T0 to T3.</summary>
    public static IReadOnlyList<string> Names { get; } = ["GetStatus", "GetWeather", "PlaceOrder", "Search"];

    /// <summary>The arguments of a tool, T0 to T3.</summary>
    public static string Of(int tool) => tool switch
    {
        0 => Status,
        1 => Weather,
        2 => Order,
        _ => Search,
    };
}
