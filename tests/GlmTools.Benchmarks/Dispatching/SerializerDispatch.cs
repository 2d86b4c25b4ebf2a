using System.Text.Json;
using GlmTools.Benchmarks.Shapes;

namespace GlmTools.Benchmarks.Dispatching;

/// <summary>The same with System.Text.Json's source generator: a record of the arguments in, a record of the result out.</summary>
internal static class SerializerDispatch
{
    public static string Call(int tool, string arguments) => tool switch
    {
        0 => GetStatus(arguments),
        1 => GetWeather(arguments),
        2 => JsonSerializer.Serialize(SampleTools.PlaceOrder(JsonSerializer.Deserialize(arguments, ArgumentContext.Default.OrderArguments)!.Order), ArgumentContext.Default.Receipt),
        _ => Search(arguments),
    };

    private static string GetStatus(string arguments)
    {
        JsonSerializer.Deserialize(arguments, ArgumentContext.Default.StatusArguments);
        return JsonSerializer.Serialize(SampleTools.GetStatus(), ArgumentContext.Default.Status);
    }

    private static string GetWeather(string arguments)
    {
        var (city, unit) = JsonSerializer.Deserialize(arguments, ArgumentContext.Default.WeatherArguments)!;
        return JsonSerializer.Serialize(SampleTools.GetWeather(city, unit), ArgumentContext.Default.Weather);
    }

    private static string Search(string arguments)
    {
        var a = JsonSerializer.Deserialize(arguments, ArgumentContext.Default.SearchArguments)!;
        var result = SampleTools.Search(
            a.Query, a.Page, a.PageSize, a.Exact, a.MinScore, a.AfterId, a.Sort, a.Boost, a.Descending, a.Lang, a.Year, a.MaxPrice);
        return JsonSerializer.Serialize(result, ArgumentContext.Default.SearchResult);
    }
}
