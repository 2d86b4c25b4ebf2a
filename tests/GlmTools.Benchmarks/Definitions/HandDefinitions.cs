using System.Text;
using System.Text.Json;
using GlmTools.Benchmarks.Shapes;

namespace GlmTools.Benchmarks.Definitions;

/// <summary>Definitions of the sample tools as one writes them by hand, with the same information.</summary>
internal static class HandDefinitions
{
    private static ReadOnlySpan<byte> Status => """{"type":"function","function":{"name":"GetStatus","description":"Get the service status","parameters":{"type":"object","properties":{}}}}"""u8;

    private static ReadOnlySpan<byte> Weather => """{"type":"function","function":{"name":"GetWeather","description":"Get the current weather in a city","parameters":{"type":"object","properties":{"city":{"type":"string","description":"City name, e.g. Beijing"},"unit":{"type":"string","enum":["Celsius","Fahrenheit"],"description":"Temperature unit"}},"required":["city","unit"]}}}"""u8;

    private static ReadOnlySpan<byte> Order => """{"type":"function","function":{"name":"PlaceOrder","description":"Place an order for a customer","parameters":{"type":"object","properties":{"order":{"type":"object","description":"The order to place","properties":{"id":{"type":"string"},"customer":{"type":"object","properties":{"name":{"type":"string"},"email":{"type":"string"},"phone":{"type":["string","null"]}},"required":["name","email"]},"lines":{"type":"array","items":{"type":"object","properties":{"sku":{"type":"string"},"quantity":{"type":"integer"},"unitPrice":{"type":"number"},"note":{"type":["string","null"]}},"required":["sku","quantity","unitPrice"]}},"placedAt":{"type":"string","format":"date-time"},"discount":{"type":["number","null"]},"tags":{"type":"object","additionalProperties":{"type":"string"}}},"required":["id","customer","lines","placedAt","discount","tags"]}},"required":["order"]}}}"""u8;

    private static ReadOnlySpan<byte> Search => """{"type":"function","function":{"name":"Search","description":"Search the product catalogue","parameters":{"type":"object","properties":{"query":{"type":"string","description":"Free text query"},"page":{"type":"integer","description":"Page number","default":1},"pageSize":{"type":"integer","description":"Results per page","default":20},"exact":{"type":"boolean","description":"Match exactly","default":false},"minScore":{"type":"number","description":"Minimum score","default":0.5},"afterId":{"type":"integer","description":"Only ids after this one","default":0},"sort":{"type":"string","description":"Sort key","default":"relevance"},"boost":{"type":"number","description":"Boost factor","default":1},"descending":{"type":"boolean","description":"Sort descending","default":true},"lang":{"type":["string","null"],"description":"Language code","default":null},"year":{"type":["integer","null"],"description":"Year filter","default":null},"maxPrice":{"type":"number","description":"Maximum price","default":1000}},"required":["query"]}}}"""u8;

    /// <summary>The definition of a tool, T0 to T3.</summary>
    public static ReadOnlySpan<byte> Utf8(int tool) => tool switch
    {
        0 => Status,
        1 => Weather,
        2 => Order,
        _ => Search,
    };

    /// <summary>The definition of a tool under a name, its own by default.</summary>
    public static string Definition(int tool, string? name = null)
        => Encoding.UTF8.GetString(Utf8(tool)).Replace($"\"{SampleArguments.Names[tool]}\"", $"\"{name ?? SampleArguments.Names[tool]}\"", StringComparison.Ordinal);

    /// <summary>The schema of a tool's parameters.</summary>
    public static string Parameters(int tool) => Function(tool).GetProperty("parameters").GetRawText();

    /// <summary>What a tool is for.</summary>
    public static string Description(int tool) => Function(tool).GetProperty("description").GetString()!;

    /// <summary>An array of ten tools: the four, again and again under new names.</summary>
    public static string Ten() => $"[{string.Join(",", Enumerable.Range(0, 10).Select(static number => Definition(number % 4, NameOf(number))))}]";

    /// <summary>The name of one of the ten.</summary>
    public static string NameOf(int number) => FormattableString.Invariant($"{SampleArguments.Names[number % 4]}{number}");

    private static JsonElement Function(int tool) => JsonElement.Parse(Utf8(tool)).GetProperty("function");
}
